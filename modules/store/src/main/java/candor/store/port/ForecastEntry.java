package candor.store.port;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * A forecast that waits for its outcome.
 *
 * @param origin last session visible
 * @param horizon sessions, &ge; 1
 * @param target session at whose close the outcome is known
 * @param checkpoint key of the forecast's checkpoint.json
 * @param mean of the h-session log return
 * @param sigma standard deviation of the h-session log return
 * @param sigmaBaseline the same by EWMA, for comparison
 * @param quantiles of the h-session log return by probability
 */
public record ForecastEntry(
        Symbol symbol,
        LocalDate origin,
        int horizon,
        LocalDate target,
        String checkpoint,
        double mean,
        double sigma,
        double sigmaBaseline,
        SortedMap<Double, Double> quantiles) {

    public ForecastEntry {
        if (!Double.isFinite(mean) || !Double.isFinite(sigma) || !Double.isFinite(sigmaBaseline)) {
            throw new IllegalArgumentException("forecast of " + symbol + " at " + origin + ", horizon " + horizon
                    + ": mean " + mean + ", sigma " + sigma + ", baseline " + sigmaBaseline + " must all be finite");
        }
        quantiles.values().forEach(value -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("forecast of " + symbol + " at " + origin + ", horizon " + horizon
                        + ": a quantile is not finite: " + quantiles);
            }
        });
    }
}
