package candor.forecasting.evaluation.loss;

/** A sample's quantile of type 7 (Hyndman &amp; Fan 1996): linear between the order statistics, as R and numpy have it. */
public final class SampleQuantile {

    private SampleQuantile() {}

    /**
     * The quantile at a probability.
     *
     * @param sorted ascending, at least one value
     * @param probability 0 to 1
     */
    public static double of(double[] sorted, double probability) {
        if (sorted.length == 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("quantile " + probability + " of " + sorted.length + " values");
        }
        double position = (sorted.length - 1) * probability;
        int below = (int) Math.floor(position);
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }
}
