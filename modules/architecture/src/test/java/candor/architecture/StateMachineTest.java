package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.PipelineFailure;
import candor.store.failure.TransientFailure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the pipeline's definition must keep to, so that a failure is retried, caught or fatal as the design says. */
class StateMachineTest {

    private static final int MOST_RETRIES = 3;

    private final Definition definition = Definition.pipeline();
    private final Map<String, JsonNode> tasks = definition.tasks();

    @Test
    void expressionsAreJsonata() {
        assertThat(Tree.json("statemachine/pipeline.asl.json")
                        .path("QueryLanguage")
                        .asString())
                .isEqualTo("JSONata");
    }

    @Test
    void everyTaskEndsInTime() {
        Template template = Template.read();
        assertThat(tasks).isNotEmpty().allSatisfy((name, task) -> {
            String function = Definition.function(task).replaceAll("\\$\\{(\\w+)Arn}", "$1");
            assertThat(task.path("TimeoutSeconds").asInt(0))
                    .as("TimeoutSeconds of %s, which calls %s", name, function)
                    .isGreaterThanOrEqualTo(template.timeoutSeconds(function));
        });
    }

    /** What the machine for many symbols waits for may take as long as it is allowed to. */
    @Test
    void theUniverseWaitsForItsPipelines() {
        int pipeline = Tree.json("statemachine/pipeline.asl.json")
                .path("TimeoutSeconds")
                .asInt();
        int waits = universe("RunPipeline").path("TimeoutSeconds").asInt();
        assertThat(waits).isGreaterThan(pipeline);
        assertThat(Tree.json("statemachine/universe.asl.json")
                        .path("TimeoutSeconds")
                        .asInt())
                .isGreaterThan(waits);
    }

    @Test
    void oneBadSymbolStopsNoOther() {
        JsonNode map = universe("EachSymbol");
        assertThat(map.path("ItemProcessor")
                        .path("ProcessorConfig")
                        .path("Mode")
                        .asString())
                .isEqualTo("DISTRIBUTED");
        assertThat(map.path("ToleratedFailurePercentage").asString()).contains("toleratedFailurePercentage : 25");
        assertThat(map.path("MaxConcurrency").asString()).contains("atOnce : 4");
        assertThat(map.has("ResultWriter")).isTrue();
    }

    @Test
    void everyRetryIsBoundedAndSpread() {
        assertThat(tasks)
                .allSatisfy((name, task) -> assertThat(task.path("Retry"))
                        .as("Retry of %s", name)
                        .isNotEmpty()
                        .allSatisfy(retry -> {
                            assertThat(retry.path("MaxDelaySeconds").asInt(0)).isPositive();
                            assertThat(retry.path("JitterStrategy").asString(""))
                                    .isEqualTo("FULL");
                            assertThat(retry.path("MaxAttempts").asInt(MOST_RETRIES))
                                    .isLessThanOrEqualTo(MOST_RETRIES);
                        }));
    }

    @Test
    void whatIsRetriedMayPass() {
        assertThat(tasks)
                .allSatisfy((name, task) -> assertThat(ours(Definition.errors(task, "Retry")))
                        .as("errors that %s retries", name)
                        .allSatisfy(
                                error -> assertThat(TransientFailure.class).isAssignableFrom(Class.forName(error))));
    }

    @Test
    void whatIsCaughtExists() {
        assertThat(definition.states())
                .allSatisfy((name, state) -> assertThat(ours(Definition.errors(state, "Catch")))
                        .as("errors that %s catches", name)
                        .allSatisfy(error -> assertThat(PipelineFailure.class).isAssignableFrom(Class.forName(error))));
    }

    /** Retried, caught or raised, in both definitions: a name that does not exist matches nothing, and says nothing. */
    @Test
    void everyErrorNameExists() {
        for (Definition machine : List.of(definition, Definition.universe())) {
            assertThat(machine.states()).allSatisfy((name, state) -> {
                List<String> named = Stream.of("Retry", "Catch")
                        .flatMap(rule -> Definition.errors(state, rule).stream())
                        .toList();
                assertThat(named).as("errors of %s", name).allMatch(StateMachineTest::exists);
            });
        }
        assertThat(Definition.errors(universe("RunPipeline"), "Retry")).isNotEmpty();
    }

    private static boolean exists(String error) {
        if (!error.startsWith(PipelineFailure.class.getPackageName() + ".")) {
            return AwsErrorNames.contains(error);
        }
        try {
            return PipelineFailure.class.isAssignableFrom(Class.forName(error));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void aMisspeltErrorNameIsNoticed() {
        assertThat(List.of(
                        "Lambda.ServiceExeption",
                        "States.Timedout",
                        "StepFunctions.ExecutionLimitExceeded",
                        "candor.store.failure.RateLimit"))
                .noneMatch(StateMachineTest::exists);
    }

    @Test
    void onlyWhatNothingElseNeedsMayFailBesideTheRun() {
        assertThat(definition.states()).allSatisfy((name, state) -> {
            if (Definition.errors(state, "Catch").contains("States.ALL")) {
                assertThat(name).isIn("Explore", "Report");
            }
        });
    }

    /** What Report's Catch let pass fails the run afterwards, in a state that catches nothing. */
    @Test
    void aRunWithoutItsReportFails() {
        JsonNode last = Objects.requireNonNull(definition.states().get("ReportLastTime"));
        assertThat(Definition.errors(last, "Catch")).isEmpty();
        assertThat(Objects.requireNonNull(definition.states().get("Reported"))
                        .path("Default")
                        .stringValue())
                .isEqualTo("ReportLastTime");
    }

    private static JsonNode universe(String state) {
        return Objects.requireNonNull(Definition.universe().states().get(state));
    }

    /** Error names that are not Step Functions' or Lambda's own. */
    private static List<String> ours(List<String> errors) {
        return errors.stream()
                .filter(error -> !error.startsWith("States.")
                        && !error.startsWith("Lambda.")
                        && !error.equals("Sandbox.Timedout"))
                .toList();
    }
}
