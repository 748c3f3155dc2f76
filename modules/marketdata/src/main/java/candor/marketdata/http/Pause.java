package candor.marketdata.http;

import java.time.Duration;

/** Waiting; a test does not. */
@FunctionalInterface
public interface Pause {

    void pause(Duration duration) throws InterruptedException;
}
