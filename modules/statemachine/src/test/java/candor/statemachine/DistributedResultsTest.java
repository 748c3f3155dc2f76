package candor.statemachine;

import static candor.statemachine.DistributedMachines.CALLS_F;
import static candor.statemachine.DistributedMachines.children;
import static candor.statemachine.DistributedMachines.json;
import static candor.statemachine.DistributedMachines.output;
import static candor.statemachine.DistributedMachines.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The files of a ResultWriter, with the fields of files that AWS was recorded to write. */
class DistributedResultsTest {

    private static final String FAIL = "{\"throw\":{\"error\":\"Wrong\",\"cause\":\"{}\"}}";
    private static final String ECHO = "{\"echo\":true}";
    private static final String FILES = "'ResultWriter': {'Resource': 'arn:aws:states:::s3:putObject',"
            + " 'Arguments': {'Bucket': 'b', 'Prefix': 'results'}WRITER}, ";

    @TempDir
    Path home;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(home);
    }

    private static String files(String config) {
        return FILES.replace("WRITER", config.isEmpty() ? "" : ", 'WriterConfig': " + config);
    }

    private String folder() {
        String id = bench.executions.mapRuns("run").firstEntry().getKey();
        return "results/" + id + "/";
    }

    private JsonNode file(String name) {
        return JsonText.parse(bench.buckets.text(folder() + name));
    }

    @Test
    void theResultIsTheManifestsAddress() {
        bench.functions.script("f", ECHO, FAIL, ECHO);

        JsonNode result = JsonText.parse(
                output(bench.start(standard(files("") + "'ToleratedFailureCount': 1, 'End': true"), "run", "[1,2,3]")));

        assertThat(result.at("/ResultWriterDetails/Bucket").stringValue()).isEqualTo("b");
        assertThat(result.at("/ResultWriterDetails/Key").stringValue()).isEqualTo(folder() + "manifest.json");
        assertThat(bench.buckets.keys())
                .containsExactly(folder() + "FAILED_0.json", folder() + "SUCCEEDED_0.json", folder() + "manifest.json");
        JsonNode manifest = file("manifest.json");
        assertThat(manifest.propertyNames()).containsExactly("DestinationBucket", "MapRunArn", "ResultFiles");
        assertThat(manifest.get("MapRunArn")).isEqualTo(result.get("MapRunArn"));
        JsonNode listed = manifest.get("ResultFiles");
        assertThat(listed.propertyNames()).containsExactly("FAILED", "PENDING", "SUCCEEDED");
        assertThat(listed.get("PENDING")).isEmpty();
        assertThat(listed.at("/SUCCEEDED/0/Key").stringValue()).isEqualTo(folder() + "SUCCEEDED_0.json");
        assertThat(listed.at("/SUCCEEDED/0/Size").intValue())
                .isEqualTo(bench.buckets.text(folder() + "SUCCEEDED_0.json").length());
    }

    @Test
    void aRecordHoldsTheFieldsThatAwsWrites() {
        bench.functions.script("f", ECHO, FAIL);

        bench.start(standard(files("") + "'ToleratedFailureCount': 1, 'End': true"), "run", "[1,2]");

        assertThat(file("SUCCEEDED_0.json").get(0).propertyNames())
                .containsExactlyElementsOf(RecordedFields.OF_A_SUCCESS);
        JsonNode failed = file("FAILED_0.json").get(0);
        assertThat(failed.propertyNames())
                .containsExactly(
                        "Cause",
                        "Error",
                        "ExecutionArn",
                        "Input",
                        "InputDetails",
                        "Name",
                        "RedriveCount",
                        "RedriveStatus",
                        "StartDate",
                        "StateMachineArn",
                        "Status",
                        "StopDate");
        Execution child = children(bench, "run").get(1);
        assertThat(failed.get("Name").stringValue()).isEqualTo(child.name());
        assertThat(failed.get("Input").stringValue()).isEqualTo("2");
        assertThat(failed.get("RedriveStatus").stringValue()).isEqualTo("REDRIVABLE_BY_MAP_RUN");
    }

    @Test
    void anExpressChildThatSucceededSaysNothingOfARedrive() {
        bench.functions.script("f", ECHO);

        bench.start(DistributedMachines.of("EXPRESS", CALLS_F, files("") + "'End': true"), "run", "[1]");

        assertThat(file("SUCCEEDED_0.json").get(0).propertyNames()).doesNotContain("RedriveStatus");
    }

    @Test
    void whatNeverStartedIsPending() {
        bench.functions.script("f", ECHO, FAIL);

        bench.start(standard(files("") + "'End': true"), "run", "[1,2,3,4]");

        assertThat(file("PENDING_0.json")).isEqualTo(json("""
                                [{'Input': '3', 'InputDetails': {'Included': true}, 'Status': 'PENDING'},
                                 {'Input': '4', 'InputDetails': {'Included': true}, 'Status': 'PENDING'}]"""));
        assertThat(file("manifest.json").at("/ResultFiles/PENDING")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Transformation': 'COMPACT'} | json | [[1],[2,3]]",
                "{'Transformation': 'FLATTEN'} | json | [1,2,3]",
                "{'Transformation': 'COMPACT', 'OutputType': 'JSONL'} | jsonl | [1]~[2,3]~",
                "{'Transformation': 'FLATTEN', 'OutputType': 'JSONL'} | jsonl | 1~2~3~",
            })
    void theWritersFormIsKept(String config, String ending, String content) {
        bench.functions.script("f", ECHO);

        bench.start(standard(files(config) + "'End': true"), "run", "[[1],[2,3]]");

        assertThat(bench.buckets.text(folder() + "SUCCEEDED_0." + ending)).isEqualTo(content.replace('~', '\n'));
    }

    /** WriterConfig alone formats the state's own result, as documented. */
    @Test
    void withoutFilesTheResultHasTheWritersForm() {
        bench.functions.script("f", ECHO);
        StateMachine flat = standard("'ResultWriter': {'WriterConfig': {'Transformation': 'FLATTEN'}}, 'End': true");

        assertThat(output(bench.start(flat, "run", "[[1],[2,3]]"))).isEqualTo("[1,2,3]");
        assertThat(bench.buckets.keys()).isEmpty();
    }

    @Test
    void resultsThatCannotBeWrittenFailTheState() {
        bench.functions.script("f", ECHO);
        bench.buckets.refuseWrites(true);

        ExecutionResult result = bench.start(standard(files("") + "'End': true"), "run", "[1]");

        assertThat(result.error()).isEqualTo("States.ResultWriterFailed");
        assertThat(result.cause()).isEqualTo("the disk is full");

        bench.buckets.refuseWrites(false);
        bench.functions.forget();
        assertThat(bench.redrive("run").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.called()).as("the child had succeeded").isEmpty();
    }

    @Test
    void resultsTooLargeForTheStateAreMadeByAnotherMapRun() {
        bench.functions.script("f", "{\"returnLength\": 200000}", "{\"returnLength\": 200000}", ECHO);

        ExecutionResult result = bench.start(standard("'End': true"), "run", "[1,2]");

        assertThat(result.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(output(bench.redrive("run"))).isEqualTo("[1,2]");
        assertThat(bench.executions.mapRuns("run")).hasSize(2);
    }

    @Test
    void aRedriveListsTheFilesOfBefore() {
        bench.functions.script("f", ECHO, FAIL, ECHO);
        bench.start(standard(files("{'Transformation': 'COMPACT'}") + "'End': true"), "run", "[1,2,3]");

        JsonNode result = JsonText.parse(output(bench.redrive("run")));

        String folder = folder() + "Redrive-1/";
        assertThat(result.at("/ResultWriterDetails/Key").stringValue()).isEqualTo(folder + "manifest.json");
        JsonNode listed = file("Redrive-1/manifest.json").get("ResultFiles");
        assertThat(keys(listed.get("SUCCEEDED")))
                .containsExactly(folder() + "SUCCEEDED_0.json", folder + "SUCCEEDED_0.json");
        assertThat(keys(listed.get("FAILED"))).containsExactly(folder() + "FAILED_0.json");
        assertThat(keys(listed.get("PENDING"))).containsExactly(folder() + "PENDING_0.json");
        assertThat(file("Redrive-1/SUCCEEDED_0.json")).isEqualTo(json("[2,3]"));
    }

    /** A run that is stopped writes no files: what it had done was in nobody's list after the redrive. */
    @Test
    void whatAStoppedRunHadDoneIsInTheFilesOfItsRedrive() {
        bench.functions.script("f", ECHO, "{\"kill\":true}", FAIL, "{\"kill\":true}", ECHO);
        StateMachine machine = standard(files("{'Transformation': 'COMPACT'}") + "'End': true");
        assertThatThrownBy(() -> bench.start(machine, "run", "[1,2,3,4]")).isInstanceOf(ScriptedInvoker.Killed.class);

        assertThat(bench.redrive("run").error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(file("Redrive-1/SUCCEEDED_0.json")).isEqualTo(json("[1]"));
        assertThatThrownBy(() -> bench.redrive("run")).isInstanceOf(ScriptedInvoker.Killed.class);
        assertThat(bench.redrive("run").status()).isEqualTo(ExecutionStatus.SUCCEEDED);

        assertThat(file("Redrive-3/SUCCEEDED_0.json")).isEqualTo(json("[2,3,4]"));
        assertThat(keys(file("Redrive-3/manifest.json").at("/ResultFiles/SUCCEEDED")))
                .containsExactly(folder() + "Redrive-1/SUCCEEDED_0.json", folder() + "Redrive-3/SUCCEEDED_0.json");
    }

    private static List<String> keys(JsonNode files) {
        return files.valueStream().map(file -> file.get("Key").stringValue()).toList();
    }
}
