package candor.forecasting.harp;

import java.time.LocalDate;
import java.util.List;

/**
 * What a panel of symbols said about one horizon up to a date. Nothing after it is in here.
 *
 * @param date last session that it knows
 * @param gram mean Gram matrix per row, lower triangle: row i holds i + 1 numbers
 * @param coefficients pooled, the constant first
 * @param level mean of squared returns over exp of the forecast log variance, &gt; 0
 * @param slopes of the logarithm of the scores on the state of the market, one for each level
 * @param scores quantiles of the scores |y|/&sigma;, ascending, one list for each level
 */
public record PriorVersion(
        LocalDate date,
        List<List<Double>> gram,
        List<Double> coefficients,
        double level,
        List<Double> slopes,
        List<List<Double>> scores) {

    /** Quantiles of the scores in a list. */
    public static final int SCORES = 399;

    public PriorVersion {
        gram = gram.stream().map(List::copyOf).toList();
        coefficients = List.copyOf(coefficients);
        slopes = List.copyOf(slopes);
        scores = scores.stream().map(List::copyOf).toList();
        int width = coefficients.size();
        require(gram.size() == width, "a Gram matrix of " + gram.size() + " rows for " + width + " coefficients");
        for (int i = 0; i < gram.size(); i++) {
            require(
                    gram.get(i).size() == i + 1,
                    "row " + (i + 1) + " of the Gram matrix has " + gram.get(i).size() + " numbers, want " + (i + 1));
            require(gram.get(i).stream().allMatch(Double::isFinite), "row " + (i + 1) + " of the Gram matrix");
        }
        require(coefficients.stream().allMatch(Double::isFinite), "a coefficient is not finite");
        require(level > 0 && level < Double.POSITIVE_INFINITY, "level " + level + ", want a positive number");
        require(slopes.stream().allMatch(Double::isFinite), "a slope is not finite");
        require(scores.size() == slopes.size(), scores.size() + " lists of scores for " + slopes.size() + " slopes");
        scores.forEach(PriorVersion::requireScores);
        require(
                slopes.stream().filter(slope -> slope != 0).distinct().count() <= 1,
                "slopes that differ and are not 0: " + slopes);
    }

    private static void requireScores(List<Double> list) {
        require(list.size() == SCORES, list.size() + " scores, want " + SCORES);
        require(list.getFirst() >= 0 && list.getLast() < Double.POSITIVE_INFINITY, "scores not from 0 up");
        for (int i = 1; i < list.size(); i++) {
            require(list.get(i) >= list.get(i - 1), "scores not ascending at the " + (i + 1) + "th");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("a version of a prior is not usable: " + what);
        }
    }

    /** The scores of one level, as an array of its own. */
    double[] scoresOf(int level) {
        return scores.get(level).stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The Gram matrix as an array of its own, lower triangle. */
    double[][] triangle() {
        return gram.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    /** How wide the interval of a level is over the square root of the variance. */
    double tempering(int level, double wildness) {
        return StrictMath.exp(slopes.get(level) * wildness);
    }

    /** The slope of the levels that are tempered; 0 where none is. */
    double slope() {
        return slopes.stream().filter(slope -> slope != 0).findFirst().orElse(0.0);
    }
}
