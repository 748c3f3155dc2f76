package candor.forecasting.walkforward;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.ExpandingMean;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.LogHarCoefficients;
import org.jspecify.annotations.Nullable;

/**
 * The fitted candidates of one horizon.
 *
 * @param horizon sessions, &ge; 1
 * @param mean moves with every session
 * @param ridge null where it is left out
 * @param boosting null where it is left out
 * @param logHar null where it is left out
 */
public record HorizonModel(
        int horizon,
        ExpandingMean mean,
        @Nullable RidgeCoefficients ridge,
        @Nullable BoostedTrees boosting,
        @Nullable LogHarCoefficients logHar) {

    HorizonModel advancedTo(PriceHistory visible) {
        return new HorizonModel(horizon, mean.advancedTo(visible), ridge, boosting, logHar);
    }

    double ridgeForecast(double[] features) {
        return ridge == null ? Double.NaN : ridge.forecast(features);
    }

    double boostingForecast(double[] features) {
        return boosting == null ? Double.NaN : boosting.forecast(features);
    }

    double logHarSigma(double[] regressors) {
        return logHar == null ? Double.NaN : Math.sqrt(logHar.variance(regressors));
    }
}
