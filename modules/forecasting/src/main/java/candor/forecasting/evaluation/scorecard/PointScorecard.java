package candor.forecasting.evaluation.scorecard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The candidates for the mean at one horizon.
 *
 * @param champion key of the candidate in service
 * @param candidates by key, in the order of their table
 * @param skill {@code none} or {@code significant}: whether any candidate beats zero with adjusted p below 0.05
 */
public record PointScorecard(String champion, Map<String, PointScore> candidates, String skill) {

    public static final String NONE = "none";
    public static final String SIGNIFICANT = "significant";

    public PointScorecard {
        candidates = Collections.unmodifiableMap(new LinkedHashMap<>(candidates));
    }
}
