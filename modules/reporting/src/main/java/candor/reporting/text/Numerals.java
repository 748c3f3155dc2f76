// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.text;

import candor.forecasting.text.Dates;
import candor.forecasting.text.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The figures of {@link Figures} set as print has them: a true minus sign, commas between thousands, a no-break space
 * before the percent sign, an en dash where there is none. The digits are those of {@link Figures}.
 */
public final class Numerals {

    /** Stands for a value that does not exist: an en dash. */
    public static final String ABSENT = "\u2013";

    private static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final int GROUP = 3;

    private Numerals() {}

    /** As {@link Figures#percent}. */
    public static String percent(@Nullable Double fraction) {
        return set(Figures.percent(fraction));
    }

    /** As {@link Figures#move}. */
    public static String move(@Nullable Double fraction) {
        return set(Figures.move(fraction));
    }

    /** As {@link Figures#meanMove}. */
    public static String meanMove(@Nullable Double fraction) {
        return set(Figures.meanMove(fraction));
    }

    /** As {@link Figures#rareShare}. */
    public static String rareShare(double fraction) {
        return set(Figures.rareShare(fraction));
    }

    /** As {@link Figures#level}. */
    public static String level(double fraction) {
        return set(Figures.level(fraction));
    }

    /** As {@link Figures#loss}. */
    public static String loss(@Nullable Double loss) {
        return set(Figures.loss(loss));
    }

    /** As {@link Figures#score}. */
    public static String score(@Nullable Double score) {
        return set(Figures.score(score));
    }

    /** As {@link Figures#squaredError}. */
    public static String squaredError(double error) {
        return set(Figures.squaredError(error));
    }

    /** As {@link Figures#statistic}. */
    public static String statistic(@Nullable Double value) {
        return set(Figures.statistic(value));
    }

    /** As {@link Figures#tenth}. */
    public static String tenth(@Nullable Double value) {
        return set(Figures.tenth(value));
    }

    /** As {@link Figures#price}. */
    public static String price(@Nullable Double value) {
        return set(Figures.price(value));
    }

    /** As {@link Figures#p}. */
    public static String pValue(@Nullable Double p) {
        return set(Figures.p(p));
    }

    /** As {@link Figures#count(long)}. */
    public static String count(long value) {
        return set(Figures.count(value));
    }

    /** As {@link Dates#full}. */
    public static String date(LocalDate date) {
        return Dates.full(date).replace(' ', NO_BREAK);
    }

    /** A value of an axis, with exactly {@code digits} decimals, rounded half to even. */
    public static String plain(BigDecimal value, int digits) {
        return set(value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString());
    }

    private static String set(String figure) {
        if (figure.equals(Figures.ABSENT)) {
            return ABSENT;
        }
        String text = figure.replace('-', MINUS).replace(' ', NO_BREAK);
        return text.indexOf('E') >= 0 || text.indexOf(',') >= 0 ? text : grouped(text);
    }

    private static String grouped(String text) {
        int from = 0;
        while (from < text.length() && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        StringBuilder out = new StringBuilder(text);
        for (int i = to - GROUP; i > from; i -= GROUP) {
            out.insert(i, ',');
        }
        return out.toString();
    }
}
