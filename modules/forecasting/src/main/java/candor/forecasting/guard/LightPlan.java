package candor.forecasting.guard;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import java.util.Map;
import java.util.TreeMap;

/** A shorter history and less to fit, so that a system can be asked again and again within a second. */
final class LightPlan {

    private static final int MINIMUM_ROWS = 250;
    private static final int WARM_UP = 60;

    /** Complete rows in the recent history: enough for calibrated intervals of the longest horizon, and cuts among them. */
    private static final int ROWS = 450;

    /** Sessions before the first complete row. */
    private static final int LOOK_BACK = Candidates.LOOK_BACK_OF_FEATURES + 1;

    private LightPlan() {}

    /**
     * The plan with an early beginning. Its champions follow from prices by arithmetic; others are compared as the
     * candidates that they are.
     */
    static ForecastPlan of(ForecastPlan plan) {
        ForecastSettings whole = plan.settings();
        ForecastSettings settings = whole.withBeginning(
                        Math.min(whole.minimumRows(), MINIMUM_ROWS), Math.min(whole.calibrationWarmUp(), WARM_UP))
                .withCandidates(whole.candidates().light());
        Map<Integer, Champion> champions = new TreeMap<>();
        for (int horizon : settings.horizons()) {
            Champion first = Champion.first(horizon);
            champions.put(horizon, new Champion(first.mean(), Candidates.standIn(first.scale(), plan.without())));
        }
        return ForecastPlan.of(settings).withChampions(champions).withoutCandidates(plan.without());
    }

    /** The last sessions, so many that the light plan has its forecasts; all where there are fewer. */
    static PriceHistory recent(Made made) {
        FeatureTable features = made.features();
        int first = features.size();
        for (int rows = 0; rows < ROWS && first > 0; ) {
            first--;
            rows += features.complete(first) ? 1 : 0;
        }
        return AlteredHistory.from(made.history(), Math.max(first - LOOK_BACK, 0));
    }
}
