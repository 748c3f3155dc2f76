package candor.store.port;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.stream.DoubleStream;

/**
 * How a past forecast did.
 *
 * @param checkpoint key of the forecast's checkpoint.json
 * @param realised the h-session log return that came
 * @param inside90 whether it fell in the 90 % interval
 * @param intervalScore90 of log returns (Gneiting &amp; Raftery 2007)
 * @param qlike ln(sigma squared) + realised squared / sigma squared
 * @param qlikeBaseline the same for EWMA
 * @param squaredError of the mean forecast
 * @param squaredErrorZero of the random walk
 */
public record ScoreEntry(
        Symbol symbol,
        LocalDate origin,
        int horizon,
        LocalDate target,
        String checkpoint,
        double realised,
        boolean inside90,
        double intervalScore90,
        double qlike,
        double qlikeBaseline,
        double squaredError,
        double squaredErrorZero) {

    public ScoreEntry {
        if (!DoubleStream.of(realised, intervalScore90, qlike, qlikeBaseline, squaredError, squaredErrorZero)
                .allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("score of " + symbol + " at " + origin + ", horizon " + horizon
                    + ": all numbers must be finite: realised " + realised + ", interval score " + intervalScore90
                    + ", qlike " + qlike + " and " + qlikeBaseline + ", squared errors " + squaredError + " and "
                    + squaredErrorZero);
        }
    }
}
