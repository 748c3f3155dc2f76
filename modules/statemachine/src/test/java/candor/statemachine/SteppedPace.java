package candor.statemachine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that only pauses move on, at once; it remembers them. */
final class SteppedPace implements Pace {

    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;
    private boolean declines;
    private Duration longest = Duration.ofDays(1000);

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        if (declines) {
            throw new InterruptedException("come back later");
        }
        if (duration.compareTo(longest) > 0) {
            throw new Declined("come back later");
        }
        pauses.add(duration);
        now = now.plus(duration);
    }

    synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    synchronized void declinePauses(boolean yes) {
        declines = yes;
    }

    synchronized void declineLongerThan(long seconds) {
        longest = Duration.ofSeconds(seconds);
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
