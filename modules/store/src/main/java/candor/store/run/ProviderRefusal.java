// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.run;

import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RateLimited;
import candor.store.failure.RequestRefused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run failed because a provider of prices did not serve the caller. Providers refuse the addresses of clouds now
 * and then (status 403, 429 or 999, or a page instead of bars), while the same question succeeds at home.
 */
public final class ProviderRefusal {

    /** What providers' refusals of a caller have in common in their words. */
    private static final String WORDS = "networks";

    private ProviderRefusal() {}

    /**
     * What to do on a deployed stack; empty where the run failed of something else.
     *
     * @param error name of the failure, as in a state machine
     * @param cause its message, or Lambda's JSON around it
     * @param symbol as in STX
     */
    public static Optional<String> advice(@Nullable String error, @Nullable String cause, String symbol) {
        return isOne(error, cause)
                ? Optional.of("Providers refuse the addresses of clouds now and then. Try again later, give the stack"
                        + " a Tiingo token (its parameter TiingoTokenSecret or TiingoTokenParameter; 'sam deploy"
                        + " --guided' asks for it), or put a file of daily bars into its bucket as"
                        + " inbox/" + symbol + ".csv")
                : Optional.empty();
    }

    static boolean isOne(@Nullable String error, @Nullable String cause) {
        return RateLimited.class.getName().equals(error)
                || ProviderUnavailable.class.getName().equals(error)
                || (RequestRefused.class.getName().equals(error) && cause != null && cause.contains(WORDS));
    }
}
