package candor.forecasting.exploration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A series of daily log returns, described.
 *
 * @param returns how many
 * @param mean of a day
 * @param standardDeviation of a day, divisor n - 1
 * @param skewness third standardised moment, divisor n
 * @param excessKurtosis fourth standardised moment less 3, divisor n
 * @param histogram of 50 bins, each a fifth of a standard deviation wide, around 0
 * @param autocorrelation of returns at lags 1 to 20
 * @param autocorrelationOfSquares of squared returns at lags 1 to 20: what volatility clusters look like
 * @param autocorrelationBound half-width of the 95 % band under independence, 1.96/&radic;n
 * @param largestMoves the ten returns largest in size, largest first, the earlier first among equals
 */
public record Exploration(
        int returns,
        double mean,
        double standardDeviation,
        double skewness,
        double excessKurtosis,
        Histogram histogram,
        List<Double> autocorrelation,
        List<Double> autocorrelationOfSquares,
        double autocorrelationBound,
        List<DailyReturn> largestMoves) {

    /** The fewest returns that can be described. */
    public static final int LEAST_RETURNS = 60;

    private static final int LAGS = 20;
    private static final int MOVES = 10;
    private static final int BINS = 50;
    private static final int BINS_PER_STANDARD_DEVIATION = 5;

    public Exploration {
        autocorrelation = List.copyOf(autocorrelation);
        autocorrelationOfSquares = List.copyOf(autocorrelationOfSquares);
        largestMoves = List.copyOf(largestMoves);
    }

    /**
     * Describes a series.
     *
     * @param series in time order, at least {@link #LEAST_RETURNS}, not all the same in size
     */
    public static Exploration of(List<DailyReturn> series) {
        if (series.size() < LEAST_RETURNS) {
            throw new IllegalArgumentException(
                    series.size() + " returns are too few to describe; at least " + LEAST_RETURNS + " are needed");
        }
        double[] returns = series.stream().mapToDouble(DailyReturn::logReturn).toArray();
        double[] squares = Arrays.stream(returns).map(r -> r * r).toArray();
        if (Arrays.stream(squares).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "all " + series.size() + " returns are of the same size: " + returns[0] + "; check the prices");
        }
        Moments moments = Moments.of(returns);
        double width = moments.standardDeviation() / BINS_PER_STANDARD_DEVIATION;
        return new Exploration(
                returns.length,
                moments.mean(),
                moments.standardDeviation(),
                moments.skewness(),
                moments.excessKurtosis(),
                Histogram.of(returns, -width * BINS / 2, width, BINS),
                Autocorrelation.of(returns, LAGS).boxed().toList(),
                Autocorrelation.of(squares, LAGS).boxed().toList(),
                1.96 / Math.sqrt(returns.length),
                series.stream()
                        .sorted(Comparator.comparingDouble((DailyReturn day) -> -Math.abs(day.logReturn()))
                                .thenComparing(DailyReturn::session))
                        .limit(MOVES)
                        .toList());
    }
}
