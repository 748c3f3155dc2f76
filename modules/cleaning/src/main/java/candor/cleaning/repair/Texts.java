package candor.cleaning.repair;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as evidence shows them: five significant digits, no exponent, the same in every locale. */
final class Texts {

    private static final MathContext SHORT = new MathContext(5);

    private Texts() {}

    static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(SHORT).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    static String percent(double share) {
        return number(Math.rint(share * 10_000) / 100) + " %";
    }
}
