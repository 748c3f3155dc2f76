// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Logarithms of prices one after the other, and what a move between two of them says: whether it is one of the market, by
 * the moves of the quarter on either side, or has the size of a split.
 */
final class LogPrices {

    /** Ratios in which companies split shares, and join them the other way; nearer to 1 a move says nothing. */
    static final List<Double> CUSTOMARY =
            List.of(1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0);

    /** Ratios so near to 1 that a step alone is no evidence of them. */
    static final List<Double> SMALL = List.of(6 / 5.0, 5 / 4.0, 4 / 3.0);

    /** As logarithm: smaller moves can be a day's, even of a quiet stock. */
    static final double SMALLEST = 0.3;

    private static final int QUARTER = 63;
    private static final int MONTH = 21;
    private static final int FEW = 10;

    /** The standard deviation of a normal distribution, by its median size. */
    private static final double NORMAL = 1.4826;

    /** No stock is believed to move less; with few moves to judge by, not less than the second. */
    private static final double SMALLEST_NOISE = 0.005;

    private static final double SMALLEST_NOISE_OF_FEW = 0.02;

    /** A move has to be so many standard deviations, or nothing about it is odd. */
    private static final double BEYOND = 8;

    /** By which a step may miss the ratio: a day's own move, in standard deviations, within a share of the ratio. */
    private static final double MISS = 5;

    private static final double SMALLEST_MISS = 0.03;
    private static final double LARGEST_SHARE = 1 / 3.0;

    /** Where no ratio is listed, the step itself is the only evidence of one. */
    private static final double CLEARLY_BEYOND = 10;

    private static final double CLOSE_MISS = 3;
    private static final double CLOSE_SHARE = 1 / 6.0;

    private final double[] logs;

    /** @param logs ascending by session */
    LogPrices(double[] logs) {
        this.logs = logs;
    }

    static LogPrices of(List<Double> prices) {
        return new LogPrices(prices.stream().mapToDouble(StrictMath::log).toArray());
    }

    /** From t − 1 to t. */
    double step(int t) {
        return logs[t] - logs[t - 1];
    }

    /** From one to a later. */
    double between(int one, int later) {
        return logs[later] - logs[one];
    }

    /** The robust standard deviation of the moves around t, without those before and at t − 1, t and t + 1. */
    double noise(int t) {
        double[] moves = IntStream.rangeClosed(Math.max(1, t - QUARTER), Math.min(logs.length - 1, t + QUARTER))
                .filter(k -> Math.abs(k - t) > 1)
                .mapToDouble(k -> Math.abs(step(k)))
                .sorted()
                .toArray();
        double median = moves.length == 0 ? 0 : moves[moves.length / 2];
        return Math.max(moves.length < FEW ? SMALLEST_NOISE_OF_FEW : SMALLEST_NOISE, NORMAL * median);
    }

    /** Whether the market cannot be thought to have moved the price so far at t. */
    boolean isBeyondNoise(int t) {
        return Math.abs(step(t)) >= SMALLEST && Math.abs(step(t)) >= BEYOND * noise(t);
    }

    /** Whether the step at t is clearly beyond the moves around it, so many times over, however small those are. */
    boolean isClear(int t, double times) {
        return Math.abs(step(t)) >= times * CLEARLY_BEYOND * noise(t);
    }

    /** Whether the step at t is so many times as large as any of the month before, in which the price moved on most days. */
    boolean exceedsTheMonth(int t, double times) {
        int moves = 0;
        double largest = 0;
        for (int k = Math.max(1, t - MONTH); k < t; k++) {
            moves += step(k) == 0 ? 0 : 1;
            largest = Math.max(largest, Math.abs(step(k)));
        }
        return 2 * moves > MONTH && Math.abs(step(t)) >= times * largest;
    }

    /** Whether a step has the size of a wanted one, to within what a day moves. */
    boolean fits(int t, double step, double wanted) {
        return isClear(t, wanted, BEYOND) && misses(t, step - wanted) <= LARGEST_SHARE * Math.abs(wanted);
    }

    /** The miss itself, or infinite where a day does not move so far. */
    private double misses(int t, double miss) {
        return Math.abs(miss) <= Math.max(SMALLEST_MISS, MISS * noise(t)) ? Math.abs(miss) : Double.POSITIVE_INFINITY;
    }

    private boolean isClear(int t, double size, double deviations) {
        return Math.abs(size) >= SMALLEST && Math.abs(size) >= deviations * noise(t);
    }

    /**
     * The customary ratio, shares after for one before, that the step at t fits, where it fits one more closely than
     * {@link #fits} asks of a ratio that is listed.
     */
    OptionalDouble customary(int t) {
        return nearest(t, CUSTOMARY, SMALLEST);
    }

    /** The same of ratios near to 1. */
    OptionalDouble small(int t) {
        return nearest(t, SMALL, 0);
    }

    private OptionalDouble nearest(int t, List<Double> ratios, double smallest) {
        double noise = noise(t);
        return ratios.stream()
                .map(ratio -> step(t) < 0 ? ratio : 1 / ratio)
                .filter(ratio -> Math.abs(StrictMath.log(ratio)) >= Math.max(smallest, CLEARLY_BEYOND * noise)
                        && miss(t, ratio) <= Math.max(SMALLEST_MISS, CLOSE_MISS * noise)
                        && miss(t, ratio) <= CLOSE_SHARE * Math.abs(StrictMath.log(ratio)))
                .min((one, other) -> Double.compare(miss(t, one), miss(t, other)))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private double miss(int t, double ratio) {
        return Math.abs(step(t) + StrictMath.log(ratio));
    }

    /** Whether the level before t is apart from that after it by the same step, by the middles of a fortnight. */
    boolean stays(int t, double wanted) {
        double before = middle(Math.max(0, t - FEW), t);
        double after = middle(t, Math.min(logs.length, t + FEW));
        return Math.abs(after - before - wanted) <= Math.max(Math.abs(wanted) / 2, SMALLEST_MISS);
    }

    private double middle(int from, int to) {
        double[] sorted = Arrays.copyOfRange(logs, from, to);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
