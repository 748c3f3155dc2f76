package candor.store.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.RequestRefused;
import candor.store.fixture.MemoryLedger;
import candor.store.fixture.MemoryStore;
import candor.store.port.RunEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureRecorderTest {

    private static final Symbol STX = Symbol.of("STX");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 24);
    private static final Instant STARTED = Instant.parse("2026-04-24T22:30:00Z");
    private static final Instant ENDED = Instant.parse("2026-04-24T22:31:00.5Z");
    private static final String ARN = "arn:aws:states:us-east-1:123456789012:execution:candor:daily-1";

    private final MemoryStore store = new MemoryStore();
    private final MemoryLedger ledger = new MemoryLedger();
    private final FailureRecorder recorder =
            new FailureRecorder(store, ledger, outcome -> Optional.of("Ingest"), " --stack candor --region us-east-1");

    @Test
    void readsTheEventAsEventBridgeSendsIt() {
        assertThat(ExecutionOutcome.parse(event("2026-04-24", "candor.E", "{\\\"errorMessage\\\":\\\"m\\\"}")))
                .isEqualTo(new ExecutionOutcome(
                        "daily-1", ARN, "FAILED", STX, DAY, STARTED, ENDED, "candor.E", "{\"errorMessage\":\"m\"}"));
    }

    @Test
    void abortedExecutionHasNoErrorAndNoCause() {
        ExecutionOutcome outcome = ExecutionOutcome.parse("""
            {"detail": {"name": "daily-1", "executionArn": "%s", "status": "ABORTED", "startDate": 1, "stopDate": null,
              "input": "{\\"symbol\\":\\"STX\\"}", "error": null}}
            """.formatted(ARN).getBytes(UTF_8));
        assertThat(outcome.error()).isNull();
        assertThat(outcome.ended()).isNull();
        assertThat(outcome.asOf()).isNull();
        assertThat(recorder.record(outcome).message())
                .contains("ended ABORTED in the state Ingest: no cause was given");
    }

    /** A run fails of a bad date, and just that has to be recorded. */
    @ParameterizedTest
    @CsvSource({"yesterday", "''", "2026-02-30"})
    void badDateInTheInputIsNoReasonNotToRecord(String asOf) {
        assertThat(ExecutionOutcome.parse(event(asOf, "e", "c")).asOf()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON | this is no 'Step Functions Execution Status Change' event",
                "{} | lacks the field 'input'",
                "{'detail':{'input':'{}'}} | lacks the field 'name'",
                "{'detail':{'input':'no JSON','name':'n'}} | this is no 'Step Functions",
                "{'detail':{'input':'{}','name':'n','executionArn':'a','status':'FAILED'}} | lacks the field 'symbol'"
            })
    void otherEventsAreRefusedByWhatTheyLack(String event, String message) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(
                        () -> ExecutionOutcome.parse(event.replace('\'', '"').getBytes(UTF_8)))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "candor.store.failure.RateLimited | yahoo asks to come back later",
                "candor.store.failure.ProviderUnavailable | yahoo answers for STX with a page instead of bars",
                "candor.store.failure.RequestRefused | yahoo rejects the question (status 403): it does so to some"
                        + " networks"
            })
    void aProvidersRefusalComesWithWhatToDo(String error, String message) {
        assertThat(recorder.record(ExecutionOutcome.parse(event("2026-04-24", error, message)))
                        .message())
                .contains(message
                        + ". Providers reject requests from clouds now and then. Try again later, give the stack"
                        + " a Tiingo token")
                .contains("inbox/STX.csv. Continue it from the step that failed");
    }

    /** A redrive was named, which reads the same bars again and fails for good. */
    @Test
    void afterAHaltANewRunIsNamed() {
        byte[] halted = event("2026-04-24", "candor.store.failure.HaltedForManualCheck", "look at cleaning.csv");

        assertThat(recorder.record(ExecutionOutcome.parse(halted)).message())
                .endsWith("look at cleaning.csv. A redrive would read the same again. Once that is corrected, start a"
                        + " new run (of a file with --csv FILE): ./candor run STX --as-of 2026-04-24 --stack candor"
                        + " --region us-east-1");
        FailureRecorder nameless = new FailureRecorder(store, ledger, outcome -> Optional.empty(), "");
        assertThat(nameless.record(ExecutionOutcome.parse(halted)).message())
                .endsWith("aws stepfunctions start-execution --state-machine-arn "
                        + "arn:aws:states:us-east-1:123456789012:stateMachine:candor"
                        + " --input '{\"symbol\":\"STX\",\"asOf\":\"2026-04-24\"}'");
    }

    @Test
    void anotherFailureSaysNothingOfProviders() {
        assertThat(recorder.record(ExecutionOutcome.parse(
                                event("2026-04-24", "candor.store.failure.RequestRefused", "no such field")))
                        .message())
                .doesNotContain("Providers");
    }

    @Test
    void recordsInLedgerMetricsAndWords() {
        note("daily-1");
        FailureRecorder.Recorded recorded = recorder.record(ExecutionOutcome.parse(event(
                "2026-04-24",
                "candor.store.failure.SourceMissing",
                "{\\\"errorMessage\\\":\\\"no bars: put 'inbox/STX.csv' there\\\",\\\"stackTrace\\\":[]}")));

        assertThat(recorded.runId()).isEqualTo("STX_2026-04-24_daily-1");
        assertThat(recorded.message())
                .contains("run daily-1 of STX ended FAILED in the state Ingest with candor.store.failure.SourceMissing:"
                        + " no bars: put 'inbox/STX.csv' there.")
                .endsWith("Continue it from the step that failed: ./candor redrive daily-1 --stack candor --region"
                        + " us-east-1")
                .doesNotContain("stackTrace");
        assertThat(ledger.findRun(recorded.runId()))
                .contains(new RunEntry(
                        recorded.runId(),
                        "daily-1",
                        STX,
                        DAY,
                        STARTED,
                        ENDED,
                        "FAILED",
                        "candor.store.failure.SourceMissing",
                        "no bars: put 'inbox/STX.csv' there"));
    }

    @Test
    void causeThatIsNoJsonIsTheMessage() {
        assertThat(recorder.record(ExecutionOutcome.parse(event("2026-04-24", "States.Timeout", "took too long")))
                        .message())
                .contains("with States.Timeout: took too long. Continue");
    }

    @Test
    void whereNobodyNamesTheStackTheCommandIsAws() {
        FailureRecorder nameless = new FailureRecorder(store, ledger, outcome -> Optional.empty(), "");
        assertThat(nameless.record(ExecutionOutcome.parse(event("2026-04-24", "e", "c")))
                        .message())
                .isEqualTo("run daily-1 of STX ended FAILED before its first stage was done with e: c. Continue it from"
                        + " the step that failed: aws stepfunctions redrive-execution --execution-arn " + ARN);
    }

    @Test
    void whereNobodyNamesTheStateItTellsHowFarTheRunCame() {
        note("daily-1");
        FailureRecorder uninformed = new FailureRecorder(store, ledger, outcome -> Optional.empty(), "");
        assertThat(uninformed
                        .record(ExecutionOutcome.parse(event("2026-04-24", "e", "c")))
                        .message())
                .startsWith("run daily-1 of STX ended FAILED after ingest with e: c. Continue");
    }

    @Test
    void longCauseIsCut() {
        String message = recorder.record(ExecutionOutcome.parse(event("2026-04-24", "e", "x".repeat(5000))))
                .message();
        assertThat(message).hasSizeLessThan(1500).contains("xxx...");
    }

    @Test
    void runThatFailedBeforeItsFirstStageIsUnresolved() {
        assertThat(recorder.record(ExecutionOutcome.parse(event("2026-04-24", "e", "c")))
                        .runId())
                .isEqualTo("STX_unresolved_daily-1");
    }

    /** The name of one execution may end as another's: the other's run must not be marked as failed. */
    @Test
    void executionIsNotTakenForAnotherWhoseNameEndsTheSame() {
        note("other_daily-1");
        assertThat(recorder.record(ExecutionOutcome.parse(event("2026-04-24", "e", "c")))
                        .runId())
                .isEqualTo("STX_unresolved_daily-1");
        note("daily-1");
        assertThat(recorder.record(ExecutionOutcome.parse(event("2026-04-24", "e", "c")))
                        .runId())
                .isEqualTo("STX_2026-04-24_daily-1");
    }

    /** Events are delivered at least once, and late: the run may have been redriven and have succeeded since. */
    @Test
    void lateEventDoesNotUndoALaterSuccess() {
        note("daily-1");
        RunEntry succeeded = new RunEntry(
                "STX_2026-04-24_daily-1", "daily-1", STX, DAY, STARTED, ENDED.plusSeconds(60), "SUCCEEDED", null, null);
        ledger.recordRun(succeeded);

        recorder.record(ExecutionOutcome.parse(event("2026-04-24", "e", "c")));
        assertThat(ledger.findRun(succeeded.runId())).contains(succeeded);
    }

    private void note(String execution) {
        new RunRecords(store)
                .note(
                        RunId.of(STX, DAY, execution),
                        execution,
                        STX,
                        DAY,
                        new RunRecord.StageDone(
                                "ingest",
                                new CheckpointRef("k", "00"),
                                false,
                                "s",
                                STARTED,
                                ENDED,
                                new Host("j", "o", "a")));
    }

    private static byte[] event(String asOf, String error, String cause) {
        return """
            {"version": "0", "source": "aws.states", "detail-type": "Step Functions Execution Status Change",
             "detail": {"executionArn": "%s", "name": "daily-1", "status": "FAILED",
              "startDate": %d, "stopDate": %d,
              "input": "{\\"symbol\\":\\"STX\\",\\"asOf\\":\\"%s\\"}",
              "inputDetails": {"included": true}, "output": null, "error": "%s", "cause": "%s"}}
            """.formatted(ARN, STARTED.toEpochMilli(), ENDED.toEpochMilli(), asOf, error, cause)
                .getBytes(UTF_8);
    }
}
