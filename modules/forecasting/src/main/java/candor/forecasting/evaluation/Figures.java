package candor.forecasting.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Numbers in English prose, the same on every machine. */
public final class Figures {

    private static final double LEVEL = 0.05;
    private static final double LEAST_P = 0.0001;

    private Figures() {}

    /** As in {@code 90.1 %}. */
    public static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    /** As {@link #percent}, but never 0.0 % for something above it. */
    static String percentOrLess(double share) {
        return share < 0.0005 ? "under 0.1 %" : percent(share);
    }

    /** As in {@code 4,837 outcomes}. */
    public static String count(int count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** As in {@code 4,837}. */
    public static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** As in {@code 1, 5 or 21}, with {@code conjunction} before the last. */
    static String list(List<String> items, String conjunction) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " " + conjunction + " " + items.get(last);
    }

    /** As in {@code p = 0.19}: two decimals, four below 0.1; what is below 0.05 stays below it. */
    public static String p(double p) {
        if (p < LEAST_P) {
            return "p < 0.0001";
        }
        return "p = " + digits(p);
    }

    static String digits(double p) {
        if (p < LEAST_P) {
            return "below 0.0001";
        }
        int decimals = p < 0.1 ? 4 : 2;
        boolean crosses = p < LEVEL && p >= LEVEL - 0.00005;
        return BigDecimal.valueOf(p)
                .setScale(decimals, crosses ? RoundingMode.FLOOR : RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
