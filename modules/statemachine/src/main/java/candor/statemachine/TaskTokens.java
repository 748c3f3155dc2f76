package candor.statemachine;

import java.time.Duration;
import java.util.Optional;

/** What others send for the tokens of tasks that wait for one. */
@FunctionalInterface
public interface TaskTokens {

    /** What was sent, by the name of the call that sends it in the Step Functions API. */
    sealed interface Sent {

        /** SendTaskSuccess: the task's result. */
        record Success(String output) implements Sent {}

        /** SendTaskFailure: both texts may be empty. */
        record Failure(String error, String cause) implements Sent {}

        /** SendTaskHeartbeat. */
        record Heartbeat() implements Sent {}
    }

    /**
     * What comes next for a token; empty where nothing came in that time.
     *
     * @throws InterruptedException a {@link Declined} where nobody will sit through the time: the execution ends as
     *     ABORTED, and a redrive hands out another token
     */
    Optional<Sent> next(String token, Duration time) throws InterruptedException;
}
