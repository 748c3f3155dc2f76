package candor.cleaning.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How far prices usually move, as robust standard deviations of log returns: 1.4826 times the median size, which is the
 * standard deviation of a normal distribution and hardly sees the days in question.
 *
 * @param moving from close to close, over the days on which the price changed
 * @param daily the same, smaller by the root of the share of days that had a change: in a series that moves on one day of
 *     twenty, a move on the very ex-date says more
 * @param overnight from close to the next open, like daily; infinite where opens are no prices of their own
 */
record Noise(double moving, double daily, double overnight) {

    /** Larger moves are what is being judged, not the yardstick. */
    static final double ORDINARY = 0.4;

    /** The standard deviation of a normal distribution, by its median size. */
    static final double NORMAL = 1.4826;

    private static final double SMALLEST = 0.005;

    /** With less than a month of returns no smaller scale is believed. */
    private static final int FEW = 20;

    private static final double SMALLEST_OF_FEW = 0.01;

    /** Below this share of opens that differ from the close before, opens are copies. */
    private static final double OWN_OPENS = 0.6;

    static Noise of(Worksheet sheet) {
        int[] priced = sheet.priced();
        double[] closes = moves(sheet, priced, sheet::close);
        double[] opens = moves(sheet, priced, i -> sheet.row(i).open());
        double share = changedShare(opens);
        double overnight = share < OWN_OPENS ? Double.POSITIVE_INFINITY : scale(opens) * StrictMath.sqrt(share);
        double floor = closes.length < FEW ? SMALLEST_OF_FEW : SMALLEST;
        double moving = scale(closes);
        return new Noise(
                Math.max(floor, moving),
                Math.max(floor, moving * StrictMath.sqrt(changedShare(closes))),
                Math.max(floor, overnight));
    }

    private static double[] moves(Worksheet sheet, int[] priced, IntToDoubleFunction price) {
        List<Double> moves = new ArrayList<>();
        for (int j = 1; j < priced.length; j++) {
            double move = Math.abs(StrictMath.log(price.applyAsDouble(priced[j]) / sheet.close(priced[j - 1])));
            if (move < ORDINARY) {
                moves.add(move);
            }
        }
        return moves.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double scale(double[] moves) {
        double median = Medians.of(java.util.Arrays.stream(moves).filter(move -> move > 0));
        return Double.isNaN(median) ? 0 : NORMAL * median;
    }

    private static double changedShare(double[] moves) {
        return moves.length == 0
                ? 0
                : (double) java.util.Arrays.stream(moves)
                                .filter(move -> move > 0)
                                .count()
                        / moves.length;
    }
}
