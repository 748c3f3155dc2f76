package candor.forecasting.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The candidates for the variance at one horizon, by name: ewma, logHarL. */
public record ScaleScorecard(String champion, Map<String, ScaleScore> candidates) {

    public ScaleScorecard {
        candidates = Collections.unmodifiableMap(new LinkedHashMap<>(candidates));
    }
}
