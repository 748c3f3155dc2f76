package candor.benchmarks.repair;

import java.math.BigDecimal;
import java.math.MathContext;

/** Amounts as companies declare them. */
final class Amounts {

    private static final MathContext DIGITS = new MathContext(4);

    private Amounts() {}

    /** To four significant digits. */
    static double rounded(double amount) {
        return new BigDecimal(amount).round(DIGITS).doubleValue();
    }
}
