package candor.forecasting.evaluation;

import java.util.Map;

/** The candidates for the variance at one horizon, by name: ewma, logHarL. */
public record ScaleScorecard(String champion, Map<String, ScaleScore> candidates) {}
