package candor.forecasting.walkforward;

import candor.forecasting.learning.LastSeen;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Ewma;
import java.time.LocalDate;
import java.util.List;

/**
 * All candidates, fitted at one refit origin. Coefficients stay until the next refit; the expanding means and the EWMA
 * move with every session.
 *
 * @param fittedAt the refit origin: the last session that any coefficient has seen
 * @param ewma one for all horizons
 * @param horizons ascending by horizon
 */
public record TrainedModels(LocalDate fittedAt, Ewma ewma, List<HorizonModel> horizons) {

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
                horizons.stream().map(model -> model.advancedTo(visible)).toList());
    }

    /** What every candidate forecasts at the end of the view that these models were moved on to. */
    CandidateForecasts candidates(HorizonModel model, OriginView view) {
        double mean = model.mean().forecast();
        double ridge = model.ridgeForecast(view.features());
        return new CandidateForecasts(
                mean,
                ridge,
                Double.NaN,
                Double.NaN,
                ewma.sigma(model.horizon()),
                Double.NaN,
                model.logHarSigma(view.regressors()));
    }
}
