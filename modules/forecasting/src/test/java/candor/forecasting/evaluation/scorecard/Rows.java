package candor.forecasting.evaluation.scorecard;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.walkforward.BacktestRow;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Walk-forward rows for tests: weekdays do for sessions. */
public final class Rows {

    public static final List<Double> NONE = Collections.nCopies(BacktestRow.PROBABILITIES.size(), Double.NaN);

    /** Of the standard normal distribution, to two digits. */
    private static final List<Double> NORMAL =
            List.of(-2.58, -1.96, -1.64, -1.28, -0.67, 0.0, 0.67, 1.28, 1.64, 1.96, 2.58);

    private static final List<Double> NORMAL_TAILS = List.of(-2.33, -1.64, 1.64, 2.33);

    private Rows() {}

    public static LocalDate session(int index) {
        return LocalDate.of(2020, 1, 6).plusWeeks(index / 5).plusDays(index % 5);
    }

    public static List<Double> normal(double standardDeviation) {
        return NORMAL.stream().map(z -> z * standardDeviation).toList();
    }

    public static List<Double> normalTails(double standardDeviation) {
        return NORMAL_TAILS.stream().map(z -> z * standardDeviation).toList();
    }

    /**
     * Outcomes drawn from a normal with standard deviation 0.02 an outcome; ridge's forecasts carry the share
     * {@code knowledge} of the outcome; HAR-P knows the standard deviation, EWMA is off by {@code ewmaError}.
     */
    public static List<BacktestRow> of(
            int horizon, int count, double knowledge, double ewmaError, SplittableRandom random) {
        return IntStream.range(0, count)
                .mapToObj(t -> {
                    double realised = 0.02 * random.nextGaussian();
                    return new BacktestRow(
                            session(t),
                            session(t + horizon),
                            horizon,
                            realised,
                            Forecasts.of(Map.of(
                                    "zero", 0.0,
                                    "mean", 0.0005,
                                    "ridge", knowledge * realised + 0.001 * random.nextGaussian(),
                                    "ewma", 0.02 * (1 + ewmaError * random.nextDouble()),
                                    "harPOwn", 0.02)),
                            0.02,
                            normal(0.02),
                            normalTails(0.02),
                            Double.NaN);
                })
                .toList();
    }

    public static BacktestRow with(BacktestRow row, double realised, double ridge, List<Double> quantiles) {
        return new BacktestRow(
                row.origin(),
                row.target(),
                row.horizon(),
                realised,
                row.candidates().with(Candidates.of("ridge"), ridge),
                row.sigma(),
                quantiles,
                row.tails(),
                row.longMean());
    }

    public static BacktestRow withTails(BacktestRow row, double realised, List<Double> tails) {
        return with(row, realised, 0, row.quantiles()).with(row.sigma(), row.quantiles(), tails);
    }
}
