package candor.forecasting.walkforward;

import candor.forecasting.calibration.TailState;
import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import java.time.LocalDate;
import java.util.List;

/**
 * One forecast of the walk-forward, and its outcome. All numbers are log returns over the horizon; NaN stands for what
 * is not there yet.
 *
 * @param origin last session visible
 * @param target last session of the horizon
 * @param horizon sessions after the origin, &ge; 1
 * @param realised sum of the log returns after the origin up to the target; NaN while the target is in the future, and
 *     where the history breaks off before it
 * @param candidates what each candidate forecast
 * @param sigma standard deviation of the h-session return by the champion
 * @param quantiles calibrated quantiles at {@link #PROBABILITIES}; NaN before calibration starts
 * @param tails one-sided quantiles at {@link TailState#PROBABILITIES}; NaN before calibration starts
 * @param longMean mean of the logarithm of the range variance of a session from the first return to the origin; NaN where
 *     it is not known
 */
public record BacktestRow(
        LocalDate origin,
        LocalDate target,
        int horizon,
        double realised,
        Forecasts candidates,
        double sigma,
        List<Double> quantiles,
        List<Double> tails,
        double longMean) {

    /** The probabilities of {@link #quantiles}, ascending. */
    public static final List<Double> PROBABILITIES =
            List.of(0.005, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.995);

    public BacktestRow {
        quantiles = List.copyOf(quantiles);
        if (quantiles.size() != PROBABILITIES.size()) {
            throw new IllegalArgumentException("quantiles: want " + PROBABILITIES.size() + ", got " + quantiles.size());
        }
        tails = List.copyOf(tails);
        if (tails.size() != TailState.PROBABILITIES.size()) {
            throw new IllegalArgumentException(
                    "tails: want " + TailState.PROBABILITIES.size() + ", got " + tails.size());
        }
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon below 1: " + horizon);
        }
    }

    /** A row whose tails are not calibrated, of a symbol about whose volatility nothing more is known. */
    public BacktestRow(
            LocalDate origin,
            LocalDate target,
            int horizon,
            double realised,
            Forecasts candidates,
            double sigma,
            List<Double> quantiles) {
        this(origin, target, horizon, realised, candidates, sigma, quantiles, Recalibration.NO_TAILS, Double.NaN);
    }

    /** The forecast of a candidate: log return, or its standard deviation; NaN where there is none. */
    public double forecast(Candidate candidate) {
        return candidates.of(candidate);
    }

    /** Whether it is from before the first fit of all candidates: only those that wait for no rows have a forecast. */
    public boolean isEarly() {
        return Candidates.ALL.stream()
                .noneMatch(
                        candidate -> candidate.earliestOrigin().isEmpty() && Double.isFinite(candidates.of(candidate)));
    }

    /** The forecast variance of a candidate for the scale; NaN where there is none. */
    public double variance(Candidate candidate) {
        double standardDeviation = candidates.of(candidate);
        return standardDeviation * standardDeviation;
    }

    /** The same row with other numbers of the champion. */
    public BacktestRow with(double ownSigma, List<Double> ownQuantiles, List<Double> ownTails) {
        return new BacktestRow(
                origin, target, horizon, realised, candidates, ownSigma, ownQuantiles, ownTails, longMean);
    }
}
