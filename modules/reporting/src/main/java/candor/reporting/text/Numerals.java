package candor.reporting.text;

import candor.forecasting.market.PriceDigits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as a reader expects them: a true minus sign, commas between thousands, a no-break space before the percent
 * sign. What is not finite or not there is {@link #ABSENT}.
 */
public final class Numerals {

    /** Stands for a value that does not exist: an en dash. */
    public static final String ABSENT = "\u2013";

    private static final String PERCENT_SIGN = "\u00a0%";

    private Numerals() {}

    /** With exactly {@code digits} decimals, rounded half to even. */
    public static String fixed(@Nullable Double value, int digits) {
        double number = orNaN(value);
        return Double.isFinite(number) ? plain(BigDecimal.valueOf(number), digits) : ABSENT;
    }

    /** A fraction as a percentage: 0.123 with one digit is 12.3 %. */
    public static String percent(@Nullable Double fraction, int digits) {
        double number = orNaN(fraction);
        return Double.isFinite(number)
                ? plain(BigDecimal.valueOf(number).movePointRight(2), digits) + PERCENT_SIGN
                : ABSENT;
    }

    /** A nominal level such as 0.9 or 0.975, with no more decimals than it has. */
    public static String level(double fraction) {
        BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2).stripTrailingZeros();
        return plain(percent, Math.max(0, percent.scale())) + PERCENT_SIGN;
    }

    /** A price: two decimals, four significant digits below 1, as {@link PriceDigits} has it. */
    public static String price(@Nullable Double value) {
        double price = orNaN(value);
        if (!Double.isFinite(price)) {
            return ABSENT;
        }
        if (PriceDigits.needsPower(price)) {
            return PriceDigits.text(price).replace('-', '\u2212');
        }
        BigDecimal digits = PriceDigits.of(price);
        return plain(digits, digits.scale());
    }

    /** A p-value: three decimals, and no smaller than can be told. */
    public static String pValue(@Nullable Double p) {
        return orNaN(p) < 0.001 ? "<\u00a00.001" : fixed(p, 3);
    }

    public static String count(long value) {
        return plain(BigDecimal.valueOf(value), 0);
    }

    /** With exactly {@code digits} decimals. */
    public static String plain(BigDecimal value, int digits) {
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_EVEN);
        String text = rounded.abs().toPlainString();
        int point = text.indexOf('.');
        StringBuilder out = new StringBuilder(text);
        for (int i = (point < 0 ? text.length() : point) - 3; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        return (rounded.signum() < 0 ? "\u2212" : "") + out;
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
