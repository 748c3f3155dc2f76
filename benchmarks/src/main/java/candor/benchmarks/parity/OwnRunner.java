package candor.benchmarks.parity;

import candor.statemachine.HandlerInvoker;
import candor.statemachine.LocalFunction;
import candor.statemachine.Pace;
import candor.statemachine.Runner;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.Executions;
import candor.statemachine.history.HistoryEvent;
import candor.statemachine.history.StartOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Candor's own runner at work on cases, one branch after another, with pauses that are told and not waited for. */
final class OwnRunner {

    private static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(60);
    private static final int MEGABYTES = 256;

    private final Path folder;

    OwnRunner(Path folder) {
        this.folder = folder;
    }

    /** A clock that pauses alone move on. */
    private static final class SkippedPauses implements Pace {
        private Instant now = Instant.parse("2026-01-05T00:00:00Z");

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public synchronized void pause(Duration duration) {
            now = now.plus(duration);
        }
    }

    /** The history in the API's form. */
    ArrayNode history(Case one) {
        Pace pace = new SkippedPauses();
        Executions executions = new Executions(folder.resolve("executions"));
        StateMachine machine = StateMachine.load("parity", JsonText.write(one.definition()), Map.of());
        StartOutcome outcome = executions.start(machine, one.name(), JsonText.write(one.input()), pace.instant());
        try (var journal = ((StartOutcome.Created) outcome).journal()) {
            runner(pace).run(journal);
        }
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        for (HistoryEvent event : executions.find(one.name()).orElseThrow().events()) {
            JsonNode told = JsonText.parse(event.toJson());
            events.add(told);
        }
        return events;
    }

    private Runner runner(Pace pace) {
        LocalFunction function =
                new LocalFunction(Suite.FUNCTION, new ScriptedFunction(calls()), FUNCTION_TIMEOUT, MEGABYTES);
        HandlerInvoker invoker =
                new HandlerInvoker(Map.of(Suite.FUNCTION, function), pace, () -> "request", (name, line) -> {});
        return new Runner(
                invoker,
                (token, time) -> Optional.empty(),
                pace,
                new SplittableRandom(1),
                (execution, event) -> {},
                Runnable::run);
    }

    private Path calls() {
        try {
            return Files.createDirectories(folder.resolve("calls"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }
}
