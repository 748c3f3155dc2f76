// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The digits with which a price is written, wherever a person reads it: two decimals, as shares of a dollar and more are
 * quoted; four significant digits below 1, where cents say too little; no decimals from ten million up, where they say
 * nothing. What is written is within 0.05 % of the price or within half a cent, rounded half to even.
 */
public final class PriceDigits {

    private static final int CENTS = 2;
    private static final int SIGNIFICANT = 4;
    private static final double WITHOUT_CENTS = 1e7;
    private static final double SMALLEST_PLAIN = 1e-9;
    private static final double LARGEST_PLAIN = 1e15;

    private PriceDigits() {}

    /** The price rounded to the digits that are written; throws NumberFormatException where it is not finite. */
    public static BigDecimal of(double price) {
        BigDecimal exact = BigDecimal.valueOf(price);
        double size = Math.abs(price);
        int decimals = size >= WITHOUT_CENTS ? 0 : CENTS;
        if (size > 0 && size < 1) {
            decimals = exact.scale() - exact.precision() + SIGNIFICANT;
        }
        return exact.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** Whether the price is so small or so large that zeros would hide it; then {@link #text} has a power of ten. */
    public static boolean needsPower(double price) {
        double size = Math.abs(price);
        return size >= LARGEST_PLAIN || (size > 0 && size < SMALLEST_PLAIN);
    }

    /** As in 74.22, 0.002237, 74220000000 and 2.237E-12: without separators, so that a program can read it, too. */
    public static String text(double price) {
        if (!Double.isFinite(price)) {
            return Double.toString(price);
        }
        return needsPower(price)
                ? BigDecimal.valueOf(price)
                        .round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN))
                        .toString()
                : of(price).toPlainString();
    }
}
