package candor.statemachine;

import candor.statemachine.history.ExecutionStatus;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ended.
 *
 * @param output JSON text; null unless it succeeded
 * @param error null where there is none
 * @param cause null where there is none
 */
public record ExecutionResult(
        ExecutionStatus status,
        @Nullable String output,
        @Nullable String error,
        @Nullable String cause) {}
