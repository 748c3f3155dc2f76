package candor.local.wiring;

import candor.statemachine.Declined;
import candor.statemachine.Pace;
import java.time.Duration;
import java.time.Instant;

/** The pace of a person at a terminal: short pauses are sat through, a quarter of an hour is not. */
record Impatience(Pace pace) implements Pace {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Override
    public Instant instant() {
        return pace.instant();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (duration.compareTo(LONGEST) > 0) {
            throw new Declined("the provider asks to come back in " + duration.toSeconds() + " seconds, at "
                    + pace.instant().plus(duration) + "; continue then");
        }
        pace.pause(duration);
    }
}
