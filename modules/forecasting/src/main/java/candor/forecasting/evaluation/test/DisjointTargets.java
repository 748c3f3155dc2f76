package candor.forecasting.evaluation.test;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Outcomes in time order, sorted into the series in which targets h sessions long do not overlap: series i holds the
 * outcomes i, i + h, i + 2h, ... Most tests want independent outcomes.
 *
 * @param horizon h, in sessions
 * @param outcomes how many, at least one
 */
public record DisjointTargets(int horizon, int outcomes) {

    /**
     * The median of a figure over the series; NaN where one of them has none.
     *
     * @param figure of the outcomes at these indices; NaN for none
     */
    public double median(ToDoubleFunction<int[]> figure) {
        double[] figures = IntStream.range(0, Math.min(horizon, outcomes))
                .mapToDouble(offset -> figure.applyAsDouble(series(offset)))
                .sorted()
                .toArray();
        int half = figures.length / 2;
        if (Double.isNaN(figures[figures.length - 1])) {
            return Double.NaN;
        }
        return figures.length % 2 == 1 ? figures[half] : (figures[half - 1] + figures[half]) / 2;
    }

    private int[] series(int offset) {
        return IntStream.iterate(offset, t -> t < outcomes, t -> t + horizon).toArray();
    }

    /** The values at the indices. */
    public static double[] pick(double[] values, int[] at) {
        return Arrays.stream(at).mapToDouble(t -> values[t]).toArray();
    }

    /** The values at the indices. */
    static boolean[] pick(boolean[] values, int[] at) {
        boolean[] picked = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            picked[i] = values[at[i]];
        }
        return picked;
    }
}
