package candor.marketdata.csv;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The double nearest to a decimal number, as {@link Double#parseDouble} has it, at the cost of a product.
 *
 * <p>A quotient of two exact doubles is rounded once (Clinger 1990). Where the digits are too many for that, they are
 * multiplied by the reciprocal of the power of ten, cut off after 64 bits: the upper half of the product is too small by
 * less than two units, which matters only beside the middle between two doubles (Lemire 2021). Those few are computed at
 * full length.
 */
final class NearestDouble {

    /** The most places behind the point. */
    static final int MOST_PLACES = 19;

    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = new double[MOST_PLACES + 1];
    private static final long[] RECIPROCALS = new long[MOST_PLACES + 1];
    private static final int[] LENGTHS = new int[MOST_PLACES + 1];

    static {
        for (int places = 0; places <= MOST_PLACES; places++) {
            BigInteger power = BigInteger.TEN.pow(places);
            POWERS[places] = power.doubleValue();
            LENGTHS[places] = power.bitLength();
            RECIPROCALS[places] = BigInteger.ONE
                    .shiftLeft(63 + power.bitLength())
                    .divide(power)
                    .longValue();
        }
    }

    private NearestDouble() {}

    /**
     * The double nearest to digits · 10^-places.
     *
     * @param digits at least 0
     * @param places from 0 to {@link #MOST_PLACES}
     */
    static double of(long digits, int places) {
        if (digits <= EXACT) {
            return digits / POWERS[places];
        }
        return places == 0 ? (double) digits : product(digits, places);
    }

    private static double product(long digits, int places) {
        int shift = Long.numberOfLeadingZeros(digits);
        long upper = Math.unsignedMultiplyHigh(digits << shift, RECIPROCALS[places]);
        int beyond = 11 - Long.numberOfLeadingZeros(upper); // bits that a double has no room for
        long middle = 1L << (beyond - 1);
        long rest = upper & (2 * middle - 1);
        if (rest == middle || rest == middle - 1) {
            return BigDecimal.valueOf(digits, places).doubleValue();
        }
        long halved = (upper >>> 1) | (upper & 1); // positive, and on the same side of the middle
        return Math.scalb((double) halved, 2 - shift - LENGTHS[places]);
    }
}
