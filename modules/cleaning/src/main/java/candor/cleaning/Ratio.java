// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import java.math.BigDecimal;

/** Ratios of splits as people write them: {@code 4:1} for four shares after one, {@code 1:4} for one after four. */
public final class Ratio {

    private static final int LARGEST_DENOMINATOR = 20;
    private static final double EXACT = 1e-9;

    private Ratio() {}

    /** In the smallest whole numbers, where the denominator is at most 20; else as a decimal number to one. */
    public static String text(double ratio) {
        for (int below = 1; below <= LARGEST_DENOMINATOR; below++) {
            double above = ratio * below;
            if (above >= 1 && Math.abs(above - Math.rint(above)) <= EXACT * above) {
                return (long) Math.rint(above) + ":" + below;
            }
        }
        double inverse = 1 / ratio;
        return Math.abs(inverse - Math.rint(inverse)) <= EXACT * inverse
                ? "1:" + (long) Math.rint(inverse)
                : new BigDecimal(Double.toString(ratio)).toPlainString() + ":1";
    }

    /**
     * Shares after for one before.
     *
     * @throws IllegalArgumentException where the text is no ratio
     */
    public static double of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length == 2 && isNumber(parts[0]) && isNumber(parts[1])) {
            double below = Double.parseDouble(parts[1]);
            double ratio = Double.parseDouble(parts[0]) / below;
            if (ratio > 0 && ratio < Double.POSITIVE_INFINITY) {
                return ratio;
            }
        }
        throw new IllegalArgumentException("bad ratio: '" + text + "'; write it as 4:1, shares after to shares before");
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,6}(\\.[0-9]{1,9})?");
    }
}
