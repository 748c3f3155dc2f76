package candor.store.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution of the state machine as a whole.
 *
 * @param status RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED; Step Functions has PENDING_REDRIVE too
 * @param stopped null while it runs
 * @param input JSON text
 * @param error null where there is none
 * @param cause null where there is none
 */
public record ExecutionSummary(
        String name,
        String status,
        Instant started,
        @Nullable Instant stopped,
        String input,
        @Nullable String error,
        @Nullable String cause,
        int redriveCount) {

    /** Whether it has come to an end, be it a good one or not. */
    public boolean isOver() {
        return switch (status) {
            case "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED" -> true;
            default -> false;
        };
    }
}
