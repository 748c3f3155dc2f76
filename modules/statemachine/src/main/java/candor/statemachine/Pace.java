package candor.statemachine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time that an execution sees, and the only way in which it waits. */
public interface Pace extends InstantSource {

    /**
     * Returns when so much of {@link #instant()} has passed. An InterruptedException ends the execution as ABORTED, which a
     * redrive continues. A caller declines a pause that it will not sit through with a {@link Declined}.
     */
    void pause(Duration duration) throws InterruptedException;

    static Pace of(InstantSource clock) {
        return new Pace() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
