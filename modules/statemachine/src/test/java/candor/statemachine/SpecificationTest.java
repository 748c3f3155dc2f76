package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.Execution;
import candor.statemachine.history.Executions;
import candor.statemachine.history.HistoryEvent;
import candor.statemachine.history.StartOutcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Small definitions with the histories that the language's specification demands of them, one file each under
 * {@code src/test/resources/statemachine}. An expected event is its type, with the state's name where it has one; further
 * keys are details, with those that hold JSON text written as JSON.
 */
class SpecificationTest {

    @TempDir
    Path home;

    static Stream<Path> cases() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(SpecificationTest.class.getResource("/statemachine"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).hasSizeGreaterThanOrEqualTo(60);
            return sorted.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheHistoryThatTheLanguageDemands(Path file) throws IOException {
        JsonNode demanded = JsonText.parse(Files.readString(file));
        SteppedPace pace = new SteppedPace();
        ScriptedInvoker functions = new ScriptedInvoker(pace);
        demanded.path("tasks").properties().forEach(task -> functions.script(task.getKey(), task.getValue()));
        ScriptedTokens tokens = new ScriptedTokens(pace).script(demanded.path("tokens"));
        StateMachine machine = StateMachine.load("case", JsonText.write(demanded.get("definition")), Map.of());
        Executions executions = new Executions(home);
        StartOutcome outcome = executions.start(machine, "run", JsonText.write(demanded.get("input")), pace.instant());

        ExecutionResult result;
        try (var journal = ((StartOutcome.Created) outcome).journal()) {
            result = new Runner(functions, tokens, pace, new SplittableRandom(7), (name, event) -> {}, Runnable::run)
                    .run(journal);
        }

        Execution execution = executions.find("run").orElseThrow();
        assertThat(execution.events().stream().map(SpecificationTest::label))
                .containsExactlyElementsOf(demanded.get("events")
                        .valueStream()
                        .map(SpecificationTest::demandedLabel)
                        .toList());
        checkDetails(demanded.get("events"), execution.events());
        checkEnd(demanded, result);
        assertThat(execution.status()).isEqualTo(result.status());
        checkPauses(demanded, pace.pauses());
    }

    private static String label(HistoryEvent event) {
        return event.type().apiName()
                + event.state()
                        .filter(name -> !event.type().detailsKey().startsWith("parallel"))
                        .map(name -> " " + name)
                        .orElse("");
    }

    private static String demandedLabel(JsonNode event) {
        return event.isString() ? event.stringValue() : event.get("event").stringValue();
    }

    private static void checkDetails(JsonNode demanded, List<HistoryEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            HistoryEvent event = events.get(i);
            for (var detail : demanded.get(i).properties()) {
                JsonNode actual = event.details().path(detail.getKey());
                switch (detail.getKey()) {
                    case "event" -> {}
                    case "previous" ->
                        assertThat(event.previousEventId())
                                .isEqualTo(detail.getValue().longValue());
                    case "input", "output", "parameters" ->
                        assertThat(JsonText.parse(actual.stringValue()))
                                .as("%s of event %s", detail.getKey(), event.id())
                                .isEqualTo(detail.getValue());
                    default ->
                        assertThat(JsonText.write(actual))
                                .as("%s of event %s", detail.getKey(), event.id())
                                .isEqualTo(JsonText.write(detail.getValue()));
                }
            }
        }
    }

    private static void checkEnd(JsonNode demanded, ExecutionResult result) {
        assertThat(result.status().name()).isEqualTo(demanded.get("status").stringValue());
        if (demanded.has("output")) {
            assertThat(JsonText.parse(Objects.requireNonNull(result.output())))
                    .isEqualTo(JsonText.parse(JsonText.write(demanded.get("output"))));
        }
        assertThat(result.error()).isEqualTo(demanded.path("error").asString(null));
        if (demanded.has("cause")) {
            assertThat(result.cause()).isEqualTo(demanded.get("cause").stringValue());
        }
    }

    private static void checkPauses(JsonNode demanded, List<Duration> pauses) {
        if (demanded.has("pauses")) {
            assertThat(pauses)
                    .containsExactlyElementsOf(demanded.get("pauses")
                            .valueStream()
                            .map(seconds -> Duration.ofSeconds(seconds.longValue()))
                            .toList());
        }
        if (demanded.has("pausesAtMost")) {
            List<Duration> bounds = demanded.get("pausesAtMost")
                    .valueStream()
                    .map(seconds -> Duration.ofSeconds(seconds.longValue()))
                    .toList();
            assertThat(pauses).hasSameSizeAs(bounds);
            for (int i = 0; i < bounds.size(); i++) {
                assertThat(pauses.get(i)).isBetween(Duration.ZERO, bounds.get(i));
            }
        }
    }
}
