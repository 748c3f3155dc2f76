// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of numbers in English, the same on every machine. Each kind of quantity has its own number of decimals;
 * all are rounded half to even, from the shortest decimal that reads back as the double. What is not finite or not there
 * is {@link #ABSENT}.
 */
public final class Figures {

    /** Written where there is no number. */
    public static final String ABSENT = "-";

    private static final String PERCENT = " %";

    /** At this level tests are read; what lies below it must not be rounded to it. */
    private static final double LEVEL = 0.05;

    /** In milliseconds; from here on, tenths of a second would be rounded up to a minute. */
    private static final long LONGEST_IN_TENTHS = 59_950;

    private static final long HALF_A_SECOND = 500;

    private static final MathContext SIGNIFICANT = new MathContext(5, RoundingMode.HALF_EVEN);

    private static final double LEAST_P = 0.0001;
    private static final double LEAST_SHARE = 0.0005;

    private Figures() {}

    /** A share of cases, a probability or a volatility a year, from a fraction: as in 90.1 %. */
    public static String percent(@Nullable Double fraction) {
        return percent(fraction, 1);
    }

    /** As {@link #percent}, but never 0.0 % for something above it. */
    public static String percentOrLess(double fraction) {
        return fraction < LEAST_SHARE ? "under 0.1 %" : percent(fraction);
    }

    /** A return, a volatility over a horizon, a value at risk or a skill, from a fraction: as in 2.35 %. */
    public static String move(@Nullable Double fraction) {
        return percent(fraction, 2);
    }

    /** A mean daily return or the error of one, from a fraction: as in 0.035 %. */
    public static String meanMove(@Nullable Double fraction) {
        return percent(fraction, 3);
    }

    /** A share of rare cases, such as losses beyond a value at risk, from a fraction: as in 1.03 %. */
    public static String rareShare(double fraction) {
        return percent(fraction, 2);
    }

    /** A nominal level such as 0.9 or 0.975, with no more decimals than it has: 90 % and 97.5 %. */
    public static String level(double fraction) {
        return level(BigDecimal.valueOf(fraction));
    }

    private static String level(BigDecimal fraction) {
        BigDecimal percent = fraction.movePointRight(2).stripTrailingZeros();
        return rounded(percent, Math.max(0, percent.scale())) + PERCENT;
    }

    /** The share beyond a nominal level: 5 % for 0.95, exactly. */
    public static String beyond(double level) {
        return level(BigDecimal.ONE.subtract(BigDecimal.valueOf(level)));
    }

    /** A mean loss of volatility forecasts (QLIKE), or a ratio of two errors: four decimals. */
    public static String loss(@Nullable Double loss) {
        return fixed(loss, 4);
    }

    /** A score of intervals or distributions in log returns, times 100: three decimals. */
    public static String score(@Nullable Double score) {
        return score == null ? ABSENT : scaled(score, 2, 3);
    }

    /** A mean squared error of log returns, times 10,000: three decimals. */
    public static String squaredError(double error) {
        return scaled(error, 4, 3);
    }

    /** A test's statistic, a skewness, a factor, an index of drift: two decimals. */
    public static String statistic(@Nullable Double value) {
        return fixed(value, 2);
    }

    /** An expected number of cases, or an excess kurtosis: one decimal. */
    public static String tenth(@Nullable Double value) {
        return fixed(value, 1);
    }

    /** A ratio, an amount or a log-likelihood as evidence of a repair: five significant digits, without an exponent. */
    public static String significant(double value) {
        return Double.isFinite(value) ? significant(BigDecimal.valueOf(value)) : ABSENT;
    }

    /** A share as evidence of a repair, from a fraction: two decimals at most, as in 2.5 % and 2.35 %. */
    public static String significantPercent(double fraction) {
        return Double.isFinite(fraction)
                ? significant(BigDecimal.valueOf(fraction).movePointRight(2).setScale(2, RoundingMode.HALF_EVEN))
                        + PERCENT
                : ABSENT;
    }

    private static String significant(BigDecimal value) {
        return value.round(SIGNIFICANT).stripTrailingZeros().toPlainString();
    }

    /**
     * A p-value: two decimals, four below 0.1, without zeros at the end; {@code < 0.0001} below that, so that none is
     * written as 0. What is below 0.05 stays below it.
     */
    public static String p(@Nullable Double p) {
        if (p == null || !Double.isFinite(p)) {
            return ABSENT;
        }
        return p < LEAST_P ? "< 0.0001" : digits(p);
    }

    /** A p-value in a sentence: as in {@code p = 0.19} and {@code p < 0.0001}. */
    public static String pIs(double p) {
        return p < LEAST_P ? "p " + p(p) : "p = " + p(p);
    }

    /** A p-value at the end of a sentence that has named it: as in 0.19 and {@code below 0.0001}. */
    public static String pInWords(double p) {
        return p < LEAST_P ? "below 0.0001" : p(p);
    }

    private static String digits(double p) {
        int decimals = p < 0.1 ? 4 : 2;
        boolean crosses = p < LEVEL && p >= LEVEL - 0.00005;
        return BigDecimal.valueOf(p)
                .setScale(decimals, crosses ? RoundingMode.FLOOR : RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A price, without separators: as {@link PriceDigits} has it. */
    public static String price(@Nullable Double price) {
        return price == null || !Double.isFinite(price) ? ABSENT : PriceDigits.text(price);
    }

    /** As in {@code 4,837 outcomes}, from the noun's singular, of those that take an s. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** The same with its verb, as in {@code 1 session has} and {@code 2 sessions have}. */
    public static String count(long count, String noun, String one, String many) {
        return count(count, noun) + " " + (count == 1 ? one : many);
    }

    /** As in {@code 4,837}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A time that something took: 2.1 s, from a minute on 3 min 7 s, from an hour on 1 h 3 min 7 s. */
    public static String duration(Duration duration) {
        if (duration.toMillis() < LONGEST_IN_TENTHS) {
            return tenth(duration.toMillis() / 1000.0) + " s";
        }
        Duration whole = Duration.ofSeconds(duration.plusMillis(HALF_A_SECOND).toSeconds());
        String minutes = whole.toMinutesPart() + " min " + whole.toSecondsPart() + " s";
        return whole.toHours() == 0 ? minutes : whole.toHours() + " h " + minutes;
    }

    /** A place in time since a start, to the millisecond: 12.345 s. */
    public static String seconds(Duration since) {
        return scaled((double) since.toMillis(), -3, 3) + " s";
    }

    /** As in {@code 1, 5 or 21}, with {@code conjunction} before the last. */
    public static String list(List<String> items, String conjunction) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " " + conjunction + " " + items.get(last);
    }

    private static String percent(@Nullable Double fraction, int decimals) {
        String digits = fraction == null ? ABSENT : scaled(fraction, 2, decimals);
        return digits.equals(ABSENT) ? ABSENT : digits + PERCENT;
    }

    private static String fixed(@Nullable Double value, int decimals) {
        return value == null ? ABSENT : scaled(value, 0, decimals);
    }

    private static String scaled(double value, int powerOfTen, int decimals) {
        return Double.isFinite(value)
                ? rounded(BigDecimal.valueOf(value).movePointRight(powerOfTen), decimals)
                : ABSENT;
    }

    /** Never a minus sign before nothing but zeros. */
    private static String rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
