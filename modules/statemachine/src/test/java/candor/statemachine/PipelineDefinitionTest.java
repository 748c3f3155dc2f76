package candor.statemachine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.pipeline.stage.StageName;
import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.Flow;
import candor.statemachine.definition.Retrier;
import candor.statemachine.definition.State;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.ExecutionStatus;
import candor.store.failure.PipelineFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The shipped pipeline.asl.json, its functions scripted. */
class PipelineDefinitionTest {

    private static final String FAILURES = "candor.store.failure.";
    private static final List<String> ALL_STAGES = List.of(
            "ingest", "clean", "features", "explore", "train", "evaluate", "promote", "forecast", "report", "monitor");

    /** As long as no line for a person is. */
    private static final String LONGEST_SUMMARY = "summary ".repeat(128);

    /** Step Functions takes 256 KiB between states, and data have no place there: a quarter of it is far more than needed. */
    private static final int MOST_BYTES = 64 * 1024;

    @TempDir
    Path home;

    private Bench bench;
    private final StateMachine machine = pipeline(false);

    private static StateMachine pipeline(boolean requireApproval) {
        Path file =
                Path.of(Objects.requireNonNull(System.getProperty("candor.root")), "statemachine", "pipeline.asl.json");
        Map<String, String> functions = Arrays.stream(StageName.values())
                .collect(Collectors.toMap(PipelineDefinitionTest::substitution, StageName::key));
        functions.put("RequireApproval", Boolean.toString(requireApproval));
        return StateMachine.load("pipeline", file, functions);
    }

    private static String substitution(StageName stage) {
        return stage.name().charAt(0) + stage.name().substring(1).toLowerCase(Locale.ROOT) + "FunctionArn";
    }

    @BeforeEach
    void setUp() {
        bench = new Bench(home);
        ALL_STAGES.forEach(stage -> bench.functions.script(stage, done(stage)));
    }

    private static String done(String stage) {
        return "{\"return\":{\"stage\":\"" + stage + "\",\"runId\":\"r1\",\"symbol\":\"STX\",\"asOf\":\"2026-04-24\","
                + "\"checkpoint\":{\"key\":\"work/" + stage + "\",\"sha256\":\"" + stage + "\"},\"reused\":false,"
                + "\"awaitsApproval\":false,\"summary\":\"" + LONGEST_SUMMARY + "\"}}";
    }

    /** Whatever way a scenario took: what every state was given and gave, and every function's payload. */
    @AfterEach
    void onlyReferencesTravelBetweenStates() {
        assertThat(bench.events("run-1"))
                .allSatisfy(event -> assertThat(event.toJson().getBytes(UTF_8)).hasSizeLessThan(MOST_BYTES));
        assertThat(bench.functions.payloads())
                .allSatisfy(payload ->
                        assertThat(JsonText.write(payload).getBytes(UTF_8)).hasSizeLessThan(MOST_BYTES));
    }

    private static String thrown(String failure, String message) {
        return "{\"throw\":{\"error\":\"" + FAILURES + failure + "\",\"cause\":"
                + "\"{\\\"errorMessage\\\":\\\"" + message + "\\\",\\\"errorType\\\":\\\"" + FAILURES + failure
                + "\\\",\\\"stackTrace\\\":[]}\"}}";
    }

    private ExecutionResult run() {
        return bench.start(machine, "run-1", "{\"symbol\":\"STX\"}");
    }

    private JsonNode payloadOf(String stage) {
        return bench.functions.payloads().get(bench.functions.called().lastIndexOf(stage));
    }

    private List<String> keys(JsonNode checkpoints) {
        return List.copyOf(checkpoints.propertyNames());
    }

    @Test
    void runsTheStagesInOrderAndHandsOnTheirCheckpoints() {
        ExecutionResult result = run();

        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.called()).containsExactlyElementsOf(ALL_STAGES);
        assertThat(JsonText.write(payloadOf("ingest")))
                .isEqualTo(
                        "{\"execution\":\"run-1\",\"symbol\":\"STX\",\"asOf\":null,\"source\":null,"
                                + "\"refreshFrom\":null,\"attempt\":0,\"without\":[],\"checkpoints\":{},\"scheduledTime\":null}");
        assertThat(payloadOf("clean").get("asOf").stringValue()).isEqualTo("2026-04-24");
        assertThat(JsonText.write(payloadOf("clean").get("checkpoints")))
                .isEqualTo("{\"ingest\":{\"key\":\"work/ingest\",\"sha256\":\"ingest\"}}");
        assertThat(keys(payloadOf("train").get("checkpoints")))
                .containsExactly("ingest", "clean", "features", "explore");
        assertThat(keys(payloadOf("monitor").get("checkpoints")))
                .containsExactlyElementsOf(ALL_STAGES.subList(0, ALL_STAGES.size() - 2));
        JsonNode output = JsonText.parse(Objects.requireNonNull(result.output()));
        assertThat(keys(output.get("checkpoints"))).containsExactlyElementsOf(ALL_STAGES);
        assertThat(output.get("runId").stringValue()).isEqualTo("r1");
        assertThat(output.get("notes")).isEmpty();
    }

    @Test
    void handsOnWhatTheInputAsksFor() {
        bench.start(
                machine,
                "run-1",
                "{\"symbol\":\"STX\",\"asOf\":\"2026-01-02\",\"source\":\"synthetic\",\"refreshFrom\":\"train\"}");

        assertThat(payloadOf("ingest").get("asOf").stringValue()).isEqualTo("2026-01-02");
        assertThat(payloadOf("report").get("source").stringValue()).isEqualTo("synthetic");
        assertThat(payloadOf("report").get("refreshFrom").stringValue()).isEqualTo("train");
    }

    @Test
    void aDayWithoutASessionSucceedsAtOnceAndSaysWhy() {
        bench.functions.script(
                "ingest", "{\"return\":{\"stage\":\"ingest\",\"symbol\":\"STX\",\"nothingToDo\":\"a holiday\"}}");
        ExecutionResult result =
                bench.start(machine, "run-1", "{\"symbol\":\"STX\",\"scheduledTime\":\"2026-07-03T22:30:00Z\"}");

        assertThat(payloadOf("ingest").get("scheduledTime").stringValue()).isEqualTo("2026-07-03T22:30:00Z");
        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.called()).containsExactly("ingest");
        assertThat(result.output()).isEqualTo("{\"symbol\":\"STX\",\"nothingToDo\":\"a holiday\"}");
    }

    @Test
    void aRateLimitIsWaitedForAsLongAsTheProviderAsksAndAQuarterOfAnHourAtLeast() {
        bench.functions.script(
                "ingest",
                thrown("RateLimited", "slow down; retryAfterSeconds=60"),
                thrown("RateLimited", "slow down; retryAfterSeconds=4000"),
                done("ingest"));

        assertThat(run().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.pace.pauses()).containsExactly(Duration.ofMinutes(15), Duration.ofSeconds(4000));
        assertThat(bench.functions.called()).startsWith("ingest", "ingest", "ingest", "clean");
    }

    @Test
    void aThirdRateLimitFailsATaskThatARedriveContinues() {
        String limited = thrown("RateLimited", "slow down; retryAfterSeconds=0");
        bench.functions.script("ingest", limited, limited, limited, done("ingest"));

        assertThat(run().error()).isEqualTo(FAILURES + "RateLimited");
        assertThat(bench.functions.called()).containsExactly("ingest", "ingest", "ingest");
        assertThat(bench.redrive("run-1").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.called()).hasSize(13);
    }

    @Test
    void trainGoesOnWithOtherHyperParametersAndThenWithoutTheCandidate() {
        String failure = thrown("ConvergenceFailure", "no unique solution; candidate=ridge, attempt 0");
        bench.functions.script("train", failure, failure, failure, failure, done("train"));

        assertThat(run().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        List<JsonNode> attempts = Stream.iterate(0, i -> i + 1)
                .limit(bench.functions.called().size())
                .filter(i -> bench.functions.called().get(i).equals("train"))
                .map(i -> bench.functions.payloads().get(i))
                .toList();
        assertThat(attempts)
                .extracting(payload -> payload.get("attempt").intValue())
                .containsExactly(0, 1, 2, 3, 3);
        assertThat(attempts)
                .extracting(payload -> JsonText.write(payload.get("without")))
                .containsExactly("[]", "[]", "[]", "[]", "[\"ridge\"]");
        assertThat(keys(payloadOf("evaluate").get("checkpoints"))).endsWith("train");
        assertThat(JsonText.write(payloadOf("evaluate").get("without"))).isEqualTo("[\"ridge\"]");
    }

    @Test
    void aTrainThatNeverConvergesFailsInATask() {
        bench.functions.script("train", thrown("ConvergenceFailure", "without a name"));

        assertThat(run().error()).isEqualTo(FAILURES + "ConvergenceFailure");
        assertThat(bench.functions.called().stream().filter("train"::equals)).hasSize(5);
        assertThat(bench.history("run-1")).contains("TaskStateEntered TrainWithout");
    }

    @Test
    void whateverHappensInExploreIsNotedAndStopsNothing() {
        bench.functions.script("explore", thrown("NotEnoughHistory", "no plots"));

        ExecutionResult result = run();

        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(keys(payloadOf("report").get("checkpoints")))
                .contains("features")
                .doesNotContain("explore");
        assertThat(JsonText.parse(Objects.requireNonNull(result.output()))
                        .get("notes")
                        .get(0)
                        .stringValue())
                .contains("Explore")
                .contains(FAILURES + "NotEnoughHistory");
    }

    /** A font that was missing once kept scores and alarms from being made: Monitor came after Report. */
    @Test
    void aReportThatCannotBeDrawnStopsNoScoresAndThenFailsTheRun() {
        String fault = thrown("CorruptCheckpoint", "digest");
        bench.functions.script("report", fault, fault, done("report"));

        assertThat(run().error()).isEqualTo(FAILURES + "CorruptCheckpoint");
        assertThat(bench.functions.called()).endsWith("forecast", "report", "monitor", "report");
        assertThat(bench.history("run-1")).contains("PassStateEntered ReportFailed", "TaskStateEntered ReportLastTime");
        bench.functions.forget();

        ExecutionResult redriven = bench.redrive("run-1");
        assertThat(redriven.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.called()).containsExactly("report");
        JsonNode output = JsonText.parse(Objects.requireNonNull(redriven.output()));
        assertThat(keys(output.get("checkpoints"))).contains("monitor", "report");
        assertThat(output.get("runId").stringValue()).isEqualTo("r1");
    }

    @Test
    void aFailedMonitorIsRedrivenWithoutTheReport() {
        bench.functions.script("monitor", thrown("CorruptCheckpoint", "digest"), done("monitor"));
        assertThat(run().error()).isEqualTo(FAILURES + "CorruptCheckpoint");
        bench.functions.forget();

        assertThat(bench.redrive("run-1").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.called()).containsExactly("monitor");
    }

    @Test
    void aStoreThatComesBackIsTriedAgain() {
        String unavailable = thrown("StoreUnavailable", "throttled");
        bench.functions.script("train", unavailable, unavailable, done("train"));

        assertThat(run().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.pace.pauses()).hasSize(2).allMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) <= 0);
    }

    @Test
    void aFailedEvaluateIsRedrivenWithoutTheStagesBefore() {
        bench.functions.script("evaluate", thrown("CorruptCheckpoint", "digest"), done("evaluate"));
        assertThat(run().error()).isEqualTo(FAILURES + "CorruptCheckpoint");
        bench.functions.forget();

        assertThat(bench.redrive("run-1").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.called()).containsExactly("evaluate", "promote", "forecast", "report", "monitor");
        assertThat(keys(payloadOf("evaluate").get("checkpoints")))
                .containsExactly("ingest", "clean", "features", "explore", "train");
    }

    @Test
    void withoutAProposalNobodyIsAsked() {
        bench.start(pipeline(true), "run-1", "{\"symbol\":\"STX\"}");

        assertThat(bench.functions.called()).containsExactlyElementsOf(ALL_STAGES);
        assertThat(JsonText.write(payloadOf("promote").get("approval"))).isEqualTo("{\"decision\":\"required\"}");
    }

    @Test
    void aProposalWaitsForAnAnswerThatPromoteIsHanded() {
        String answer = "{\"decision\":\"approved\",\"by\":\"Ann\",\"decided\":\"2026-04-25T08:00:00Z\"}";
        propose();
        bench.tokens.script("{\"after\":57000,\"success\":" + answer + "}");

        ExecutionResult result = bench.start(pipeline(true), "run-1", "{\"symbol\":\"STX\"}");

        assertThat(result.status()).as(result.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
        List<JsonNode> payloads = payloadsOf("promote");
        assertThat(payloads).hasSize(3);
        assertThat(payloads.get(1).get("approval").get("token").stringValue())
                .isEqualTo(bench.tokens.awaited().getFirst());
        assertThat(JsonText.write(payloads.get(2).get("approval"))).isEqualTo(answer);
        assertThat(payloads.get(2).at("/checkpoints/promote/sha256").stringValue())
                .isEqualTo("proposal");
        assertThat(payloadOf("forecast").at("/checkpoints/promote/sha256").stringValue())
                .as("the verdict, not the proposal")
                .isEqualTo("promote");
    }

    @Test
    void withoutAnAnswerInTimePromoteIsToldSoAndTheRunGoesOn() {
        propose();

        assertThat(bench.start(pipeline(true), "run-1", "{\"symbol\":\"STX\"}").status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(JsonText.write(payloadsOf("promote").get(2).get("approval")))
                .isEqualTo("{\"decision\":\"unanswered\"}");
        assertThat(bench.history("run-1")).contains("TaskTimedOut");
    }

    @Test
    void anAnswerOfAnotherFormFailsTheTaskThatWaitedAndARedriveAsksAgain() {
        propose();
        bench.tokens.script(
                "{\"success\":{\"decision\":\"perhaps\",\"by\":\"Ann\"}}",
                "{\"success\":{\"decision\":\"rejected\",\"by\":\"Ann\",\"decided\":\"2026-04-25T08:00:00Z\"}}");
        ExecutionResult result = bench.start(pipeline(true), "run-1", "{\"symbol\":\"STX\"}");
        assertThat(result.error()).isEqualTo(ErrorNames.QUERY_EVALUATION);
        assertThat(result.cause()).contains("./candor approve");
        bench.functions.forget();
        bench.functions.script("promote", proposed(), done("promote"));

        assertThat(bench.redrive("run-1").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.called()).containsExactly("promote", "promote", "forecast", "report", "monitor");
        assertThat(bench.tokens.awaited()).hasSize(2).doesNotHaveDuplicates();
    }

    /** What is done with the answer is done once: a redrive goes on behind the task that waited. */
    @Test
    void aFailureBehindTheAnswerAsksNobodyAgain() {
        bench.functions.script(
                "promote", proposed(), proposed(), thrown("CorruptCheckpoint", "digest"), done("promote"));
        bench.tokens.script(
                "{\"success\":{\"decision\":\"approved\",\"by\":\"Ann\",\"decided\":\"2026-04-25T08:00:00Z\"}}");
        assertThat(bench.start(pipeline(true), "run-1", "{\"symbol\":\"STX\"}").error())
                .isEqualTo(FAILURES + "CorruptCheckpoint");
        bench.functions.forget();

        assertThat(bench.redrive("run-1").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.called()).containsExactly("promote", "forecast", "report", "monitor");
        assertThat(payloadsOf("promote").getFirst().at("/approval/by").stringValue())
                .isEqualTo("Ann");
    }

    private void propose() {
        bench.functions.script("promote", proposed(), proposed(), done("promote"));
    }

    private static String proposed() {
        return done("promote")
                .replace("\"awaitsApproval\":false", "\"awaitsApproval\":true")
                .replace("\"sha256\":\"promote\"", "\"sha256\":\"proposal\"");
    }

    private List<JsonNode> payloadsOf(String stage) {
        return Stream.iterate(0, i -> i + 1)
                .limit(bench.functions.called().size())
                .filter(i -> bench.functions.called().get(i).equals(stage))
                .map(i -> bench.functions.payloads().get(i))
                .toList();
    }

    /** All detours in one run, each failure with as much to say as Lambda lets it. */
    @Test
    void theLongestWayOfAllCarriesReferencesOnly() {
        String longest = "words ".repeat(1000);
        String limited = thrown("RateLimited", longest + "; retryAfterSeconds=1");
        String diverged = thrown("ConvergenceFailure", longest + "; candidate=ridge, attempt 0");
        bench.functions.script("ingest", limited, limited, done("ingest"));
        bench.functions.script("explore", thrown("NotEnoughHistory", longest));
        bench.functions.script("train", diverged, diverged, diverged, diverged, done("train"));
        propose();
        bench.tokens.script("{\"success\":{\"decision\":\"approved\",\"by\":\"Ann\",\"reason\":\"" + longest
                + "\",\"decided\":\"2026-04-25T08:00:00Z\"}}");

        ExecutionResult result = bench.start(pipeline(true), "run-1", "{\"symbol\":\"STX\"}");

        assertThat(result.status()).as(result.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.history("run-1"))
                .contains(
                        "TaskStateEntered IngestLastTime",
                        "PassStateEntered ExploreFailed",
                        "TaskStateEntered TrainWithout",
                        "TaskStateEntered AwaitApproval",
                        "TaskStateEntered PromoteAnswered");
    }

    @Test
    void everyTaskIsBoundedInTimeAndEveryRetryInNumberAndDelay() {
        assertThat(machine.timeout()).isNotNull();
        assertThat(tasks(machine.flow())).hasSize(15).allSatisfy(task -> {
            assertThat(task.timeoutSeconds()).as(task.name()).isNotNull();
            assertThat(task.retriers()).as(task.name()).isNotEmpty().allSatisfy(PipelineDefinitionTest::isBounded);
        });
    }

    private static void isBounded(Retrier retrier) {
        assertThat(retrier.maxAttempts()).isLessThanOrEqualTo(3);
        assertThat(retrier.maxDelay()).isNotNull();
        assertThat(retrier.fullJitter()).isTrue();
    }

    @Test
    void everyErrorThatItNamesIsOneOfOursOrOfLambda() {
        Stream<String> retried = tasks(machine.flow()).stream()
                .flatMap(task -> task.retriers().stream())
                .flatMap(retrier -> retrier.errors().stream());
        Stream<String> caught = tasks(machine.flow()).stream()
                .flatMap(task -> task.catchers().stream())
                .flatMap(catcher -> catcher.errors().stream());

        assertThat(Stream.concat(retried, caught).distinct()).isNotEmpty().allSatisfy(name -> {
            if (!name.startsWith("Lambda.") && !name.equals(ErrorNames.ALL) && !name.equals(ErrorNames.TIMEOUT)) {
                assertThat(PipelineFailure.class).isAssignableFrom(Class.forName(name));
            }
        });
    }

    private static List<State.Task> tasks(Flow flow) {
        return flow.states().values().stream()
                .flatMap(state -> switch (state) {
                    case State.Task task -> Stream.of(task);
                    case State.Parallel parallel ->
                        parallel.branches().stream().flatMap(branch -> tasks(branch).stream());
                    default -> Stream.empty();
                })
                .toList();
    }
}
