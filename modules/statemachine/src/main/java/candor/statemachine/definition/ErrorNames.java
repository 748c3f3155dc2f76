package candor.statemachine.definition;

import java.util.List;
import java.util.Set;

/** The error names of the language and what each matches in ErrorEquals. */
public final class ErrorNames {

    public static final String ALL = "States.ALL";
    public static final String TASK_FAILED = "States.TaskFailed";
    public static final String TIMEOUT = "States.Timeout";
    public static final String QUERY_EVALUATION = "States.QueryEvaluationError";
    public static final String DATA_LIMIT = "States.DataLimitExceeded";
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    public static final String RUNTIME = "States.Runtime";
    public static final String ITEM_READER = "States.ItemReaderFailed";
    public static final String RESULT_WRITER = "States.ResultWriterFailed";
    public static final String TOLERANCE = "States.ExceedToleratedFailureThreshold";

    /** What a rule may name; States.Runtime is not among them because no rule catches it. */
    static final Set<String> CATCHABLE = Set.of(
            ALL,
            TASK_FAILED,
            TIMEOUT,
            QUERY_EVALUATION,
            DATA_LIMIT,
            NO_CHOICE_MATCHED,
            ITEM_READER,
            RESULT_WRITER,
            TOLERANCE,
            "States.Permissions");

    private ErrorNames() {}

    /**
     * Names match exactly, without hierarchies. States.ALL matches all but States.DataLimitExceeded and States.Runtime,
     * States.TaskFailed all of those but States.Timeout.
     */
    public static boolean match(List<String> rule, String error) {
        if (error.equals(RUNTIME)) {
            return false;
        }
        if (rule.contains(error)) {
            return true;
        }
        boolean terminal = error.equals(DATA_LIMIT);
        return !terminal && (rule.contains(ALL) || (rule.contains(TASK_FAILED) && !error.equals(TIMEOUT)));
    }
}
