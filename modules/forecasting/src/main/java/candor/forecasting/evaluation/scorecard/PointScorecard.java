package candor.forecasting.evaluation.scorecard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The candidates for the mean at one horizon.
 *
 * @param champion key of the candidate in service
 * @param candidates by key, in the order of their table
 * @param skill whether any candidate beats zero
 */
public record PointScorecard(String champion, Map<String, PointScore> candidates, Skill skill) {

    public PointScorecard {
        candidates = Collections.unmodifiableMap(new LinkedHashMap<>(candidates));
    }
}
