package candor.local.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the console shows of executions. */
public interface RunsView {

    /** The runs that started last, the latest first; at most {@code limit}. */
    List<RunLine> latest(int limit);

    /** The run of that name; any text may be asked for. */
    Optional<RunDetail> find(String execution);

    /** As Step Functions names it. */
    enum RunStatus {
        RUNNING,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** How a state stands. CAUGHT: it failed, and the run went on by its Catch rule. ABORTED: its process was killed. */
    enum StateStatus {
        RUNNING,
        SUCCEEDED,
        CAUGHT,
        FAILED,
        ABORTED;

        String words() {
            return this == CAUGHT ? "failed, run continued" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param execution the execution's name
     * @param symbol from its input; empty where that has none
     * @param asOf from its input; null where that has none
     * @param end null while it runs
     */
    record RunLine(
            String execution,
            String symbol,
            @Nullable String asOf,
            RunStatus status,
            Instant start,
            @Nullable Instant end) {}

    /**
     * @param failure null unless the run did not succeed
     * @param states in the order in which they were entered, those of branches included
     */
    record RunDetail(RunLine run, @Nullable Failure failure, List<StateLine> states) {}

    /**
     * One visit of a state.
     *
     * @param end null while it runs
     * @param attempts tasks started, &ge; 1; 1 for states that are no tasks
     * @param reused whether a checkpoint of earlier work served
     * @param summary what the stage says it did; empty for states that say nothing
     * @param failure of the last attempt that failed; null where none did
     */
    record StateLine(
            String name,
            StateStatus status,
            Instant start,
            @Nullable Instant end,
            int attempts,
            boolean reused,
            String summary,
            @Nullable Failure failure) {}

    /**
     * @param error error name, as in {@code candor.store.failure.InputRefused}
     * @param cause for a person: what is wrong and what to do; empty where nothing is known
     */
    record Failure(String error, String cause) {}
}
