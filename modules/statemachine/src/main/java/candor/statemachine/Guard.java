package candor.statemachine;

import candor.statemachine.definition.Catcher;
import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.Retrier;
import candor.statemachine.definition.State;
import candor.statemachine.history.EventType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Retry and Catch around a Task, Parallel or Map state: first the retriers, each with its own count, then the catchers. */
final class Guard {

    /** One attempt at the state's work; its result. */
    interface Attempt {
        JsonNode run() throws StateFailed, InterruptedException;
    }

    private final State.Guarded state;
    private final int[] retries;

    private Guard(State.Guarded state) {
        this.state = state;
        this.retries = new int[state.retriers().size()];
    }

    static Outcome run(Visit visit, State.Guarded state, Attempt attempt) throws StateFailed, InterruptedException {
        Guard guard = new Guard(state);
        while (true) {
            try {
                JsonNode result = attempt.run();
                return visit.leave(state.assign(), state.output(), result, Map.of("result", result), state.next());
            } catch (StateFailed failure) {
                visit.run().checkDeadline();
                Optional<Duration> pause =
                        guard.retry(failure.error(), visit.run().random());
                if (pause.isEmpty()) {
                    return guard.caught(visit, failure);
                }
                guard.pauseBeforeRetry(visit, pause.get());
            }
        }
    }

    /** The pause before the next attempt; empty where no rule grants one. */
    private Optional<Duration> retry(String error, RandomGenerator random) {
        for (int i = 0; i < retries.length; i++) {
            Retrier retrier = state.retriers().get(i);
            if (ErrorNames.match(retrier.errors(), error)) {
                return retries[i] < retrier.maxAttempts()
                        ? Optional.of(retrier.pause(retries[i]++, random))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void pauseBeforeRetry(Visit visit, Duration pause) throws InterruptedException {
        try {
            visit.run().pause(pause);
        } catch (InterruptedException e) {
            visit.record(
                    switch (state) {
                        case State.Task _, State.StartExecution _ -> EventType.TASK_STATE_ABORTED;
                        case State.Parallel _ -> EventType.PARALLEL_STATE_ABORTED;
                        case State.Map _, State.DistributedMap _ -> EventType.MAP_STATE_ABORTED;
                    },
                    EventDetails.none());
            throw e;
        }
        visit.countRetry();
    }

    private Outcome caught(Visit visit, StateFailed failure) throws StateFailed {
        for (Catcher catcher : state.catchers()) {
            if (ErrorNames.match(catcher.errors(), failure.error())) {
                JsonNode errorOutput = failure.errorOutput();
                return visit.leave(
                        catcher.assign(),
                        catcher.output(),
                        errorOutput,
                        Map.of("errorOutput", errorOutput),
                        catcher.next());
            }
        }
        throw failure;
    }
}
