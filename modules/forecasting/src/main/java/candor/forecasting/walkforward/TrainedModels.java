package candor.forecasting.walkforward;

import candor.forecasting.learning.LastSeen;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Ewma;
import candor.forecasting.volatility.Garch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All candidates, fitted at one refit origin. Coefficients stay until the next refit; the expanding means and the EWMA
 * move with every session.
 *
 * @param fittedAt the refit origin: the last session that any coefficient has seen
 * @param ewma one for all horizons
 * @param garch one for all horizons; null where it is left out or has no fit yet
 * @param horizons ascending by horizon
 */
public record TrainedModels(
        LocalDate fittedAt, Ewma ewma, @Nullable Garch garch, List<HorizonModel> horizons) {

    private static final double RANDOM_WALK = 0;

    public TrainedModels {
        horizons = List.copyOf(horizons);
    }

    /**
     * The same coefficients with means and EWMA moved on to the end of the view.
     *
     * @throws IllegalArgumentException if the models have seen a session that the view does not hold
     */
    public TrainedModels advancedTo(PriceHistory visible) {
        LastSeen.indexIn(visible, fittedAt);
        return new TrainedModels(
                fittedAt,
                ewma.advancedTo(visible),
                garch == null ? null : garch.advancedTo(visible),
                horizons.stream().map(model -> model.advancedTo(visible)).toList());
    }

    /** Whether the boosted trees of all horizons were grown at a session. */
    boolean hasTreesOf(LocalDate session) {
        return horizons.stream()
                .map(HorizonModel::boosting)
                .allMatch(trees -> trees != null && trees.fittedAt().equals(session));
    }

    /** What every candidate forecasts at the end of the view that these models were moved on to. */
    CandidateForecasts candidates(HorizonModel model, OriginView view) {
        double mean = model.mean().forecast();
        double ridge = model.ridgeForecast(view.features());
        double boosting = model.boostingForecast(view.features());
        return new CandidateForecasts(
                mean,
                ridge,
                boosting,
                (RANDOM_WALK + mean + ridge + boosting) / 4,
                ewma.sigma(model.horizon()),
                garch == null ? Double.NaN : garch.sigma(model.horizon()),
                model.logHarSigma(view.regressors()));
    }
}
