package candor.pipeline.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.RequestRefused;
import candor.store.json.Json;
import candor.store.run.Approval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StageJsonTest {

    @Test
    void readsEveryField() {
        StageRequest request = read("""
                {"execution": "daily-1", "symbol": "STX", "asOf": "2026-04-24", "source": "inbox/STX.csv",
                 "refreshFrom": "train", "attempt": 2, "without": ["ridge"], "unknown": [1],
                 "approval": {"decision": "approved", "by": "Ann", "decided": "2026-04-25T08:00:00Z", "reason": "seen it"},
                 "scheduledTime": "2026-04-24T22:30:00Z",
                 "checkpoints": {"clean": {"key": "work/clean/STX/f/checkpoint.json", "sha256": "ab"}}}
                """);
        assertThat(request)
                .isEqualTo(new StageRequest(
                        "daily-1",
                        Symbol.of("STX"),
                        LocalDate.of(2026, 4, 24),
                        "inbox/STX.csv",
                        StageName.TRAIN,
                        2,
                        List.of("ridge"),
                        Approval.answer(true, "Ann", Instant.parse("2026-04-25T08:00:00Z"), "seen it"),
                        new TreeMap<>(Map.of("clean", new CheckpointRef("work/clean/STX/f/checkpoint.json", "ab"))),
                        Instant.parse("2026-04-24T22:30:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'execution':'e','symbol':'STX'}",
                "{'execution':'e','symbol':'STX','asOf':null,'source':null,'refreshFrom':null,'attempt':null,"
                        + "'without':null,'checkpoints':null}",
                "{'execution':'e','symbol':'STX','asOf':'','source':'','refreshFrom':'','without':[],'checkpoints':{}}"
            })
    void absentNullAndEmptyMeanTheSame(String json) {
        assertThat(read(json))
                .isEqualTo(
                        new StageRequest("e", Symbol.of("STX"), null, null, null, 0, List.of(), null, new TreeMap<>()));
    }

    /** A name as AWS allows it, a '+' in it, is found out before the work and not when the run is noted after it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON | not JSON",
                "`` | not a JSON object",
                "[] | not a JSON object",
                "{'symbol':'STX'} | lacks the field 'execution'",
                "{'execution':'e'} | lacks the field 'symbol'",
                "{'execution':'e','symbol':'stx!'} | 'symbol': ",
                "{'execution':'e','symbol':7} | 'symbol' is not text: 7",
                "{'execution':'a+b','symbol':'STX'} | 'execution': bad name: 'a+b'; start the execution under",
                "{'execution':'../x','symbol':'STX'} | 'execution': bad name: '../x'",
                "{'execution':'e','symbol':'STX','asOf':'24.04.2026'} | 'asOf': bad date: '24.04.2026'; write it as",
                "{'execution':'e','symbol':'STX','scheduledTime':'18:30'} | 'scheduledTime': bad time: '18:30'; write it as",
                "{'execution':'e','symbol':'STX','refreshFrom':'fit'} | 'refreshFrom': unknown stage: 'fit'; the stages are ingest, clean",
                "{'execution':'e','symbol':'STX','attempt':-1} | 'attempt' is not a whole number from 0: -1",
                "{'execution':'e','symbol':'STX','attempt':1.5} | 'attempt' is not a whole number from 0: 1.5",
                "{'execution':'e','symbol':'STX','without':'ridge'} | 'without' is not a list of names: \"ridge\"",
                "{'execution':'e','symbol':'STX','without':[1]} | 'without' holds something other than names: 1",
                "{'execution':'e','symbol':'STX','approval':true} | 'approval' is not an object with a 'decision': true",
                "{'execution':'e','symbol':'STX','approval':{'decision':'maybe'}} | 'approval': unknown decision: 'maybe'; it is one of required, approved, rejected, unanswered",
                "{'execution':'e','symbol':'STX','approval':{'decision':'approved'}} | 'approval': an answer 'approved' has to say by whom and when",
                "{'execution':'e','symbol':'STX','approval':{'decision':'rejected','by':'Ann','decided':'today'}} | 'decided': bad time: 'today'",
                "{'execution':'e','symbol':'STX','checkpoints':[]} | 'checkpoints' is not an object of references by stage: []",
                "{'execution':'e','symbol':'STX','checkpoints':{'clean':{'key':'k'}}} | 'checkpoints.clean' lacks 'key' or 'sha256'"
            })
    void refusalNamesFieldValueAndRemedy(String json, String message) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> read(json))
                .withMessageContaining(message);
    }

    @Test
    void resultIsOneLineThatReadsBackTheSame() {
        StageResult result = new StageResult(
                StageName.FEATURES,
                "STX_2026-04-24_e",
                Symbol.of("STX"),
                LocalDate.of(2026, 4, 24),
                new CheckpointRef("work/features/STX/f/checkpoint.json", "ab"),
                true,
                false,
                "37 features");
        byte[] line = StageJson.writeResult(result);

        assertThat(new String(line, UTF_8))
                .isEqualTo("{\"stage\":\"features\",\"runId\":\"STX_2026-04-24_e\",\"symbol\":\"STX\","
                        + "\"asOf\":\"2026-04-24\",\"checkpoint\":{\"key\":\"work/features/STX/f/checkpoint.json\","
                        + "\"sha256\":\"ab\"},\"reused\":true,\"awaitsApproval\":false,\"summary\":\"37 features\"}");
        assertThat(Json.read(line, StageResult.class)).isEqualTo(result);
    }

    @Test
    void nothingToDoIsOneLineWithItsReason() {
        assertThat(new String(
                        StageJson.writeNothingToDo(
                                StageName.INGEST, read("{'execution':'e','symbol':'STX'}"), "a holiday"),
                        UTF_8))
                .isEqualTo("{\"stage\":\"ingest\",\"symbol\":\"STX\",\"nothingToDo\":\"a holiday\"}");
    }

    private static StageRequest read(String json) {
        return StageJson.readRequest(json.replace('\'', '"').getBytes(UTF_8));
    }
}
