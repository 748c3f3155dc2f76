package candor.local.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.local.store.FolderObjectStore;
import candor.statemachine.InvocationFailed;
import candor.statemachine.NestedExecutions;
import candor.statemachine.Pace;
import candor.statemachine.Runner;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.StartOutcome;
import candor.store.port.ObjectStore;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The shipped universe.asl.json on a folder, with a small machine in the pipeline's place. */
class LocalUniverseTest {

    private static final String LIST = "universe/lists/us.json";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-25T08:00:00Z"), ZoneOffset.UTC);

    private static final StateMachine PIPELINE = StateMachine.load("pipeline", """
            {"QueryLanguage": "JSONata", "StartAt": "Only", "States": {"Only": {"Type": "Task",
             "Resource": "arn:aws:states:::lambda:invoke",
             "Arguments": {"FunctionName": "only", "Payload": "{% $states.input.symbol %}"}, "End": true}}}""", Map.of());

    @TempDir
    private Path home;

    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final AtomicInteger started = new AtomicInteger();
    private ObjectStore store;
    private Executions executions;
    private LocalUniverse universe;

    @BeforeEach
    void setUp() {
        store = new FolderObjectStore(home.resolve("store"));
        executions = new Executions(home.resolve("executions"));
        universe = new LocalUniverse(
                executions,
                surroundings(),
                store,
                (function, payload, timeout) -> {
                    throw new InvocationFailed("Lambda.ResourceNotFoundException", function);
                },
                pipelines(),
                (name, event) -> {});
        put(LIST, "[{\"symbol\":\"A\"},{\"symbol\":\"B\"},{\"symbol\":\"C\"},{\"symbol\":\"D\"}]");
    }

    private void put(String key, String text) {
        store.putIfAbsent(key, text.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private Surroundings surroundings() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Surroundings(
                Path.of(Objects.requireNonNull(System.getProperty("candor.root"))),
                home,
                home,
                Map.of(),
                CLOCK,
                Pace.of(CLOCK),
                ZoneOffset.UTC,
                false,
                nowhere,
                nowhere);
    }

    private NestedExecutions pipelines() {
        return (machine, name, input, timeout, began) -> {
            assertThat(machine).isEqualTo(LocalUniverse.PIPELINE);
            String own = "pipeline-" + started.incrementAndGet();
            var outcome = (StartOutcome.Created) executions.start(PIPELINE, own, input, CLOCK.instant());
            try (var journal = outcome.journal()) {
                began.accept(journal.header());
                new Runner(
                                (function, symbol, time) -> answer(symbol),
                                (token, time) -> Optional.empty(),
                                Pace.of(CLOCK),
                                new SplittableRandom(1),
                                (execution, event) -> {},
                                Runner.concurrentBranches())
                        .run(journal);
            }
            return executions.find(own).orElseThrow();
        };
    }

    private String answer(String symbol) throws InvocationFailed {
        if (failing.contains(symbol)) {
            throw new InvocationFailed("candor.store.failure.NoData", "{}");
        }
        done.add(symbol);
        return "{}";
    }

    private static String input(int tolerated) {
        return "{\"list\": \"" + LIST + "\", \"asOf\": \"2026-04-24\", \"atOnce\": 2, \"toleratedFailurePercentage\": "
                + tolerated + "}";
    }

    private JsonNode results(Execution execution, String file) {
        String manifest = Payloads.parse(execution.output().orElseThrow())
                .at("/ResultWriterDetails/Key")
                .stringValue();
        String key = manifest.substring(0, manifest.lastIndexOf('/') + 1) + file;
        return Payloads.parse(new String(store.find(key).orElseThrow().bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void oneBadSymbolStopsNoOther() {
        failing.add("\"B\"");

        Execution execution = universe.start("daily", input(25));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(done).containsExactlyInAnyOrder("\"A\"", "\"C\"", "\"D\"");
        assertThat(results(execution, "SUCCEEDED_0.json")
                        .valueStream()
                        .map(child -> child.get("symbol").stringValue()))
                .containsExactly("A", "C", "D");
        assertThat(results(execution, "FAILED_0.json")).hasSize(1);
        assertThat(executions.list().executions()).hasSize(5);
    }

    @Test
    void whereMoreFailThanMayARedriveRunsTheRest() {
        failing.addAll(List.of("\"A\"", "\"B\""));
        Execution stopped = universe.start("daily", input(25));
        assertThat(stopped.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(stopped.error()).contains("States.ExceedToleratedFailureThreshold");
        failing.clear();

        Execution redriven = universe.redrive("daily");

        assertThat(redriven.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(done).containsExactlyInAnyOrder("\"A\"", "\"B\"", "\"C\"", "\"D\"");
    }

    @Test
    void aListThatIsNotThereIsNamed() {
        Execution execution = universe.start("daily", input(25).replace("us.json", "none.json"));

        assertThat(execution.error()).contains("States.ItemReaderFailed");
        assertThat(execution.cause()).contains("There is no object 'universe/lists/none.json' in the bucket 'local'.");
    }

    @Test
    void aNameIsTakenOnce() {
        universe.start("daily", input(25));

        assertThatThrownBy(() -> universe.start("daily", input(25)))
                .isInstanceOf(CommandRejected.class)
                .hasMessageContaining("take another name");
        assertThatThrownBy(() -> universe.redrive("daily")).hasMessageContaining("is SUCCEEDED");
        assertThatThrownBy(() -> universe.redrive("nightly")).hasMessageContaining("no execution 'nightly'");
    }
}
