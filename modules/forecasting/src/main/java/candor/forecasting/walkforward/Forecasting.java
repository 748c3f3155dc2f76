package candor.forecasting.walkforward;

import candor.forecasting.calibration.AdaptiveConformal;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.calibration.Multipliers;
import candor.forecasting.calibration.Occasion;
import candor.forecasting.calibration.Pool;
import candor.forecasting.calibration.PredictiveDistribution;
import candor.forecasting.calibration.TailRisk;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.candidate.OriginView;
import candor.forecasting.candidate.Outlook;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From fitted models and calibration to forecasts at an origin: mean &times; scale &times; shape. */
public final class Forecasting {

    private Forecasting() {}

    /**
     * The forecasts at the last session of the view, one for each horizon of the plan.
     *
     * @param visible ends at the origin
     * @param features a row for each session at least up to the origin
     * @param models fitted at or before the origin
     * @param calibration one state for each horizon, at the origin
     * @throws IllegalArgumentException if the models have seen a session that the view does not hold
     */
    public static List<HorizonForecast> at(
            PriceHistory visible,
            FeatureTable features,
            TrainedModels models,
            List<ConformalState> calibration,
            ForecastPlan plan) {
        OriginView view =
                new OriginView(visible, features.select(plan.settings().features()));
        TrainedModels advanced = models.advancedTo(visible);
        List<HorizonForecast> forecasts = new ArrayList<>();
        for (int horizon : plan.settings().horizons()) {
            ConformalState state = calibration.stream()
                    .filter(each -> each.horizon() == horizon)
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("no calibration for the horizon of " + horizon + " sessions"));
            Pool pool =
                    plan.champion(horizon).scale().pool(horizon, plan.settings().levels());
            forecasts.add(horizon(advanced.outlook(view, horizon), new AdaptiveConformal(state, pool), plan));
        }
        return forecasts;
    }

    private static HorizonForecast horizon(Outlook outlook, AdaptiveConformal conformal, ForecastPlan plan) {
        Forecasts candidates = outlook.forecasts();
        Champion champion = plan.champion(outlook.horizon());
        double centre = candidates.of(champion.mean());
        double sigma = candidates.of(champion.scale());
        LocalDate origin =
                outlook.view().visible().session(outlook.view().visible().size() - 1);
        Occasion occasion = occasion(origin, outlook.horizon(), sigma, outlook.longMean());
        Multipliers multipliers = conformal.multipliers(occasion);
        boolean complete = isComplete(centre, sigma, multipliers);
        Optional<PredictiveDistribution> distribution =
                complete ? Optional.of(conformal.distribution(centre, sigma, multipliers, occasion)) : Optional.empty();
        Optional<TailRisk> tails =
                complete ? Optional.of(conformal.tailRisk(centre, sigma, multipliers, occasion)) : Optional.empty();
        Drivers drivers = complete ? Drivers.of(champion, outlook) : Drivers.NONE;
        return new HorizonForecast(
                outlook.horizon(), champion, candidates, centre, sigma, multipliers, distribution, tails, drivers);
    }

    /**
     * When an interval is issued.
     *
     * @param longMean mean of the logarithm of a session's variance so far; NaN where it is not known
     */
    static Occasion occasion(LocalDate origin, int horizon, double sigma, double longMean) {
        return new Occasion(origin, StrictMath.log(sigma * sigma / horizon) - longMean);
    }

    /** Whether there is all that a distribution needs: the champion's forecasts and calibrated multipliers. */
    static boolean isComplete(double centre, double sigma, Multipliers multipliers) {
        return Double.isFinite(centre) && sigma > 0 && !multipliers.isEmpty();
    }
}
