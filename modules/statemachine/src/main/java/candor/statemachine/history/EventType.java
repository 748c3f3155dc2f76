package candor.statemachine.history;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of events, named as in the Step Functions API (HistoryEvent), with the key of each kind's details. Three
 * details are ours, because a redrive needs them: {@code next} where a state is exited, the {@code name} of a Parallel or
 * Map state that is started or whose Map run is, and the {@code iteration} in which a state of a Map's processor is
 * started, entered or exited.
 */
public enum EventType {
    EXECUTION_STARTED("ExecutionStarted", "executionStartedEventDetails"),
    EXECUTION_SUCCEEDED("ExecutionSucceeded", "executionSucceededEventDetails"),
    EXECUTION_FAILED("ExecutionFailed", "executionFailedEventDetails"),
    EXECUTION_TIMED_OUT("ExecutionTimedOut", "executionTimedOutEventDetails"),
    EXECUTION_ABORTED("ExecutionAborted", "executionAbortedEventDetails"),
    EXECUTION_REDRIVEN("ExecutionRedriven", "executionRedrivenEventDetails"),
    EVALUATION_FAILED("EvaluationFailed", "evaluationFailedEventDetails"),
    TASK_STATE_ENTERED("TaskStateEntered", Details.ENTERED),
    TASK_SCHEDULED("TaskScheduled", "taskScheduledEventDetails"),
    TASK_STARTED("TaskStarted", "taskStartedEventDetails"),
    TASK_SUBMITTED("TaskSubmitted", "taskSubmittedEventDetails"),
    TASK_SUCCEEDED("TaskSucceeded", "taskSucceededEventDetails"),
    TASK_FAILED("TaskFailed", "taskFailedEventDetails"),
    TASK_TIMED_OUT("TaskTimedOut", "taskTimedOutEventDetails"),
    TASK_STATE_ABORTED("TaskStateAborted", Details.NONE),
    TASK_STATE_EXITED("TaskStateExited", Details.EXITED),
    PARALLEL_STATE_ENTERED("ParallelStateEntered", Details.ENTERED),
    PARALLEL_STATE_STARTED("ParallelStateStarted", "parallelStateStartedEventDetails"),
    PARALLEL_STATE_SUCCEEDED("ParallelStateSucceeded", Details.NONE),
    PARALLEL_STATE_FAILED("ParallelStateFailed", Details.NONE),
    PARALLEL_STATE_ABORTED("ParallelStateAborted", Details.NONE),
    PARALLEL_STATE_EXITED("ParallelStateExited", Details.EXITED),
    MAP_STATE_ENTERED("MapStateEntered", Details.ENTERED),
    MAP_STATE_STARTED("MapStateStarted", "mapStateStartedEventDetails"),
    MAP_ITERATION_STARTED("MapIterationStarted", "mapIterationStartedEventDetails"),
    MAP_ITERATION_SUCCEEDED("MapIterationSucceeded", "mapIterationSucceededEventDetails"),
    MAP_ITERATION_FAILED("MapIterationFailed", "mapIterationFailedEventDetails"),
    MAP_ITERATION_ABORTED("MapIterationAborted", "mapIterationAbortedEventDetails"),
    MAP_STATE_SUCCEEDED("MapStateSucceeded", Details.NONE),
    MAP_STATE_FAILED("MapStateFailed", Details.NONE),
    MAP_STATE_ABORTED("MapStateAborted", Details.NONE),
    MAP_RUN_STARTED("MapRunStarted", "mapRunStartedEventDetails"),
    MAP_RUN_REDRIVEN("MapRunRedriven", "mapRunRedrivenEventDetails"),
    MAP_RUN_SUCCEEDED("MapRunSucceeded", Details.NONE),
    MAP_RUN_FAILED("MapRunFailed", "mapRunFailedEventDetails"),
    MAP_RUN_ABORTED("MapRunAborted", Details.NONE),
    MAP_STATE_EXITED("MapStateExited", Details.EXITED),
    CHOICE_STATE_ENTERED("ChoiceStateEntered", Details.ENTERED),
    CHOICE_STATE_EXITED("ChoiceStateExited", Details.EXITED),
    PASS_STATE_ENTERED("PassStateEntered", Details.ENTERED),
    PASS_STATE_EXITED("PassStateExited", Details.EXITED),
    WAIT_STATE_ENTERED("WaitStateEntered", Details.ENTERED),
    WAIT_STATE_ABORTED("WaitStateAborted", Details.NONE),
    WAIT_STATE_EXITED("WaitStateExited", Details.EXITED),
    SUCCEED_STATE_ENTERED("SucceedStateEntered", Details.ENTERED),
    SUCCEED_STATE_EXITED("SucceedStateExited", Details.EXITED),
    FAIL_STATE_ENTERED("FailStateEntered", Details.ENTERED);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::apiName, Function.identity()));

    private final String apiName;
    private final String detailsKey;

    EventType(String apiName, String detailsKey) {
        this.apiName = apiName;
        this.detailsKey = detailsKey;
    }

    /** As in {@code TaskStateEntered}. */
    public String apiName() {
        return apiName;
    }

    /** As in {@code stateEnteredEventDetails}; empty for a kind without details. */
    public String detailsKey() {
        return detailsKey;
    }

    public boolean entersState() {
        return detailsKey.equals(Details.ENTERED);
    }

    public boolean exitsState() {
        return detailsKey.equals(Details.EXITED);
    }

    /** What the execution is after this event, where the event ends it; null otherwise. */
    public @Nullable ExecutionStatus endStatus() {
        return switch (this) {
            case EXECUTION_SUCCEEDED -> ExecutionStatus.SUCCEEDED;
            case EXECUTION_FAILED -> ExecutionStatus.FAILED;
            case EXECUTION_TIMED_OUT -> ExecutionStatus.TIMED_OUT;
            case EXECUTION_ABORTED -> ExecutionStatus.ABORTED;
            default -> null;
        };
    }

    static EventType of(String apiName) {
        EventType type = BY_NAME.get(apiName);
        if (type == null) {
            throw new IllegalArgumentException("unknown type of event: '" + apiName + "'");
        }
        return type;
    }

    /** Keys that several kinds share; constants of the enum itself are not yet there when its values are made. */
    private static final class Details {
        static final String NONE = "";
        static final String ENTERED = "stateEnteredEventDetails";
        static final String EXITED = "stateExitedEventDetails";
    }
}
