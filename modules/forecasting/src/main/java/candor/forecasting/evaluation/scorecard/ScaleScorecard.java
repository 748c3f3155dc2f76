package candor.forecasting.evaluation.scorecard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The candidates for the variance at one horizon.
 *
 * @param candidates by key, in the order of their table; none where every outcome is one of a {@link Standstill}
 * @param standstill outcomes that are left out because the price stood still; null where there are none
 */
public record ScaleScorecard(
        String champion,
        Map<String, ScaleScore> candidates,
        @Nullable Integer standstill) {

    public ScaleScorecard {
        candidates = Collections.unmodifiableMap(new LinkedHashMap<>(candidates));
    }

    /** The candidates where the price moved throughout. */
    public ScaleScorecard(String champion, Map<String, ScaleScore> candidates) {
        this(champion, candidates, null);
    }
}
