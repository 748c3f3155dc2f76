package candor.statemachine.definition;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a state's Retry.
 *
 * @param errors the names that it matches
 * @param interval before the first retry, &gt; 0
 * @param maxAttempts retries, &ge; 0
 * @param backoffRate factor from one retry to the next, &ge; 1
 * @param maxDelay bound on every pause; null for none
 * @param fullJitter whether a pause is drawn evenly from zero up to the computed one
 */
public record Retrier(
        List<String> errors,
        Duration interval,
        int maxAttempts,
        double backoffRate,
        @Nullable Duration maxDelay,
        boolean fullJitter) {

    /** One year, which no pause exceeds: the language's own bound on MaxDelaySeconds. */
    private static final double LONGEST_MILLIS = 31_622_400_000.0;

    public Retrier {
        errors = List.copyOf(errors);
    }

    /** @param retries how often this rule was used before, from 0 */
    public Duration pause(int retries, RandomGenerator random) {
        double bound = maxDelay == null ? LONGEST_MILLIS : Math.min(LONGEST_MILLIS, (double) maxDelay.toMillis());
        double millis = Math.min(bound, interval.toMillis() * StrictMath.pow(backoffRate, retries));
        return Duration.ofMillis((long) (fullJitter ? millis * random.nextDouble() : millis));
    }
}
