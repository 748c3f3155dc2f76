package candor.forecasting.evaluation.scorecard;

import java.util.List;

/**
 * Scorecards that know of each other: every p-value is adjusted for all comparisons made.
 *
 * @param horizons as they came, with adjusted p-values and the verdict on skill
 * @param trials how many comparisons were made
 */
public record AdjustedScorecards(List<HorizonScorecard> horizons, int trials) {

    public AdjustedScorecards {
        horizons = List.copyOf(horizons);
    }
}
