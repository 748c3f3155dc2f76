package candor.cleaning.repair;

import candor.forecasting.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A dividend that stands in the file twice, a few days apart.
 *
 * <p>Why this is proved: no company pays the same amount, to the digit, twice within ten days while its other dividends
 * lie weeks apart; and either adjusted closes account for one of them alone, or the prices do not clearly fall twice. Which
 * of the two is the real one: the only one that adjusted closes account for; otherwise the one whose ex-date shows the fall
 * in price, and the later one where neither does (a provider that learns of a later ex-date forgets to take the earlier one
 * out). Amounts that differ by less than a seventh within four days, as where they were converted on different days,
 * are one dividend where prices fall once 20 times likelier than twice, or where the stock otherwise pays once a year; the
 * one that fits price and other dividends better stays.
 */
final class Phantoms {

    static final String RULE = "dividend-phantom";
    private static final long CLOSE_DAYS = 10;
    private static final long APART_DAYS = 20;
    private static final double SAME = 2e-4;
    private static final double SAME_IN_UNITS = 1e-5;

    /** Amounts converted on different days differ by less, as a logarithm; and stand next to each other. */
    private static final double LIKE = 0.15;

    private static final long NEXT_DAYS = 4;
    private static final long QUARTERLY = 55;

    /** The log-likelihood that it takes where a payer of once a year would have paid twice in a few days. */
    private static final double CLEAR_OF_YEAR = 1;

    /** The same where column and adjusted closes both have two amounts. */
    private static final double CLEAR_OF_TWO = 4.5;

    /** Log-odds by which one of two amounts is kept: the loss is small, as they differ by less than a seventh. */
    private static final double ONE_OF_TWO = 0.7;

    /** Log-likelihood by which two falls in price speak for two dividends. */
    private static final double CLEAR = 3;

    /** Log-likelihood that the price must give for the earlier one. */
    private static final double EARLIER = 3;

    private final Worksheet sheet;
    private final PriceEvidence prices;

    Phantoms(Worksheet sheet, PriceEvidence prices) {
        this.sheet = sheet;
        this.prices = prices;
    }

    void remove(List<Payment> payments) {
        for (int i = 1; i < payments.size(); i++) {
            if (isTwin(payments, i)) {
                removeOne(payments.get(i - 1), payments.get(i), payments);
            }
        }
    }

    private boolean isTwin(List<Payment> payments, int second) {
        if (payments.get(second).gain() + payments.get(second - 1).gain() > 0) {
            return false;
        }
        long days = days(payments, second);
        double apart = Math.abs(StrictMath.log(
                payments.get(second).dividend() / payments.get(second - 1).dividend()));
        boolean same = days <= CLOSE_DAYS && (apart < SAME || Math.abs(apart - StrictMath.log(100)) < SAME_IN_UNITS);
        boolean like = days <= NEXT_DAYS && apart < LIKE;
        double usualDays = Medians.of(
                IntStream.range(1, payments.size()).filter(i -> i != second).mapToDouble(i -> days(payments, i)));
        return same ? !(usualDays < APART_DAYS) : like && usualDays >= QUARTERLY;
    }

    /** Whether none of the stock's other dividends lie so near each other, other twins apart. */
    private boolean othersLieApart(List<Payment> payments, int second, long days) {
        return IntStream.range(1, payments.size())
                .filter(i -> Math.abs(i - second) > 1)
                .allMatch(i -> days(payments, i) > days || isSame(payments.get(i - 1), payments.get(i)));
    }

    private static boolean isSame(Payment one, Payment other) {
        return Math.abs(StrictMath.log(one.dividend() / other.dividend())) < SAME;
    }

    private long days(List<Payment> payments, int i) {
        return sheet.daysBetween(payments.get(i - 1).row(), payments.get(i).row());
    }

    private static Usual others(List<Payment> payments, int second) {
        List<Payment> others = new ArrayList<>(payments);
        others.subList(second - 1, second + 1).clear();
        return new Usual(others);
    }

    private void removeOne(Payment first, Payment second, List<Payment> payments) {
        int position = payments.indexOf(second);
        Usual usual = others(payments, position);
        boolean same = isSame(first, second);
        double unit = Math.min(first.dividend(), second.dividend());
        boolean units = !same && unit * 50 < Math.max(first.dividend(), second.dividend());
        double cash = units ? unit : first.dividend();
        double later = units ? unit : second.dividend();
        double early = prices.of(first, cash) + prices.of(second, 0);
        double late = prices.of(first, 0) + prices.of(second, later);
        double both = prices.of(first, cash) + prices.of(second, later);
        boolean firstCounts = counts(first, cash);
        boolean bothCountAlike = firstCounts == counts(second, later);
        String why = Figures.significant(first.dividend()) + " on " + first.session() + " and "
                + Figures.significant(second.dividend())
                + " on " + second.session()
                + "; log-likelihood of the prices with the"
                + " first alone " + Figures.significant(early) + ", the second alone " + Figures.significant(late)
                + ", both "
                + Figures.significant(both);
        double once = Math.max(early, late) - both;
        if (bothCountAlike && once <= -1) {
            return;
        }
        boolean alone = othersLieApart(payments, position, same ? CLOSE_DAYS : APART_DAYS);
        if (bothCountAlike && !alone) {
            doubtBoth(second, same ? CLEAR : once, why);
            return;
        }
        if (!bothCountAlike && !same && !units && once < CLEAR) {
            doubtBoth(second, once, why);
            (firstCounts ? second : first).leave();
            return;
        }
        if (bothCountAlike && !same && !units && once < (usual.isYearly(sheet) ? CLEAR_OF_YEAR : CLEAR_OF_TWO)) {
            doubtBoth(second, once, why);
            return;
        }
        double forFirst = early - late + (same || units ? 0 : usual.of(first, cash) - usual.of(second, later));
        if (bothCountAlike && !same && !units && Math.abs(forFirst) < ONE_OF_TWO) {
            sheet.doubt(
                    second.row(),
                    Column.DIVIDEND,
                    RULE,
                    "which of two is the dividend is not clear: " + why,
                    Doubt.Consequence.STOP);
            return;
        }
        boolean keepFirst = !bothCountAlike ? firstCounts : forFirst > (same || units ? EARLIER : 0);
        Payment gone = keepFirst ? second : first;
        sheet.countFault();
        gone.settle(sheet, 0, RULE, "one dividend stands there twice: " + why);
    }

    /** A special dividend beside the regular one may be of about its size: that is to be known where the price doubts it. */
    private void doubtBoth(Payment second, double once, String why) {
        if (once > 1) {
            sheet.doubt(
                    second.row(),
                    Column.DIVIDEND,
                    RULE,
                    "two dividends of about one size: " + why,
                    Doubt.Consequence.NOTE);
        }
    }

    private boolean counts(Payment payment, double cash) {
        return sheet.adjusted() && payment.implied() > 0.005 * cash && !payment.isAdjustedFor(0);
    }
}
