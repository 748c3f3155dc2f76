package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.ExecutionType;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.EventType;
import candor.statemachine.history.ExecutionJournal;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.HistoryEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs executions. A journal comes from {@link candor.statemachine.history.Executions#start} or
 * {@link candor.statemachine.history.Executions#redrive}; its header says which machine and input.
 */
public final class Runner {

    /** What every run draws on; the generator is shared by branches. */
    record Surroundings(
            Invoker invoker,
            TaskTokens tokens,
            Pace pace,
            RandomGenerator random,
            ExecutionListener listener,
            Executor branches,
            Buckets buckets,
            NestedExecutions nested) {}

    private final Surroundings surroundings;
    private final @Nullable Instant latestEnd;

    /** Without buckets and other machines: a Distributed Map can have its items from its input only. */
    public Runner(
            Invoker invoker,
            TaskTokens tokens,
            Pace pace,
            RandomGenerator random,
            ExecutionListener listener,
            Executor branches) {
        this(invoker, tokens, pace, random, listener, branches, Buckets.none(), NestedExecutions.none());
    }

    /**
     * @param random jitter, task tokens, $random and $uuid
     * @param branches where branches and iterations run; {@code Runnable::run} runs one after another, in order, which
     *     makes the history repeatable
     */
    public Runner(
            Invoker invoker,
            TaskTokens tokens,
            Pace pace,
            RandomGenerator random,
            ExecutionListener listener,
            Executor branches,
            Buckets buckets,
            NestedExecutions nested) {
        this(
                new Surroundings(invoker, tokens, pace, new SharedRandom(random), listener, branches, buckets, nested),
                null);
    }

    Runner(Surroundings surroundings, @Nullable Instant latestEnd) {
        this.surroundings = surroundings;
        this.latestEnd = latestEnd;
    }

    /** Branches side by side, each on a virtual thread of its own. */
    public static Executor concurrentBranches() {
        return branch -> Thread.ofVirtual().name("branch").start(branch);
    }

    /**
     * To the end, or, where the journal has a history, from the state that did not succeed to the end. Interrupting the
     * calling thread aborts the execution; the thread's interrupt status is then set again. What is {@link Declined} aborts it
     * too, and sets none.
     */
    public ExecutionResult run(ExecutionJournal journal) {
        List<HistoryEvent> recorded = journal.recorded();
        StateMachine machine = journal.header().machine();
        int redriveCount = recorded.isEmpty() ? 0 : 1 + redrives(recorded);
        RecordedProgress before = machine.type() == ExecutionType.EXPRESS
                ? RecordedProgress.NOTHING // it keeps no place to continue from
                : HistoryReplay.of(machine, recorded);
        Run run = new Run(journal, surroundings, before, redriveCount, latestEnd);
        String input = journal.header().input();
        FlowRun flow =
                new FlowRun(run, machine.flow(), Place.OUTSIDE, Map.of(), begin(run, recorded, input, redriveCount));
        try {
            JsonNode output = flow.walk(run.recorded(""), JsonText.parse(input));
            String text = JsonText.write(output);
            flow.append(EventType.EXECUTION_SUCCEEDED, EventDetails.output(text));
            return new ExecutionResult(ExecutionStatus.SUCCEEDED, text, null, null);
        } catch (StateFailed failure) {
            flow.append(EventType.EXECUTION_FAILED, failure.eventDetails());
            return ended(ExecutionStatus.FAILED, failure);
        } catch (ExecutionTimedOut late) {
            StateFailed failure = new StateFailed(ErrorNames.TIMEOUT, "");
            flow.append(EventType.EXECUTION_TIMED_OUT, failure.eventDetails());
            return ended(ExecutionStatus.TIMED_OUT, failure);
        } catch (VirtualMachineError | LinkageError broken) {
            // Nothing that a state could catch, and no reason to leave a history without its end.
            StateFailed failure = new StateFailed(ErrorNames.RUNTIME, broken.toString());
            flow.append(EventType.EXECUTION_FAILED, failure.eventDetails());
            return ended(ExecutionStatus.FAILED, failure);
        } catch (InterruptedException stopped) {
            StateFailed failure =
                    new StateFailed("", Objects.requireNonNullElse(stopped.getMessage(), FlowRun.STOPPED));
            flow.append(EventType.EXECUTION_ABORTED, failure.eventDetails());
            if (!(stopped instanceof Declined)) {
                Thread.currentThread().interrupt(); // not before: an interrupted thread cannot write to a file channel
            }
            return ended(ExecutionStatus.ABORTED, failure);
        }
    }

    /** The event that the first state follows; for a start 0, as the API has it. */
    private static long begin(Run run, List<HistoryEvent> recorded, String input, int redriveCount) {
        if (recorded.isEmpty()) {
            run.append(0, EventType.EXECUTION_STARTED, EventDetails.started(input, Run.ROLE));
            return 0;
        }
        return run.append(recorded.getLast().id(), EventType.EXECUTION_REDRIVEN, EventDetails.redriven(redriveCount));
    }

    private static int redrives(List<HistoryEvent> events) {
        return (int) events.stream()
                .filter(event -> event.type() == EventType.EXECUTION_REDRIVEN)
                .count();
    }

    private static ExecutionResult ended(ExecutionStatus status, StateFailed failure) {
        return new ExecutionResult(status, null, presence(failure.error()), presence(failure.errorCause()));
    }

    private static @Nullable String presence(String text) {
        return text.isEmpty() ? null : text;
    }
}
