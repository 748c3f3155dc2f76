package candor.pipeline.repair;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A dividend that stands in the file twice, a few days apart.
 *
 * <p>Why this is proved: no company pays the same amount, to a thousandth, twice within ten days while its other dividends
 * lie weeks apart; and either adjusted closes
 * account for one of them alone, or the prices do not clearly fall twice. Which of the two is the real one: the only
 * one that adjusted closes account for; otherwise the one whose ex-date shows the fall in price, and the later one
 * where neither does (a provider that learns of a later ex-date forgets to take the earlier one out).
 */
final class Phantoms {

    static final String RULE = "dividend-phantom";
    private static final long CLOSE_DAYS = 10;
    private static final long APART_DAYS = 20;
    private static final double SAME = 1e-3;

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
                removeOne(payments.get(i - 1), payments.get(i));
            }
        }
    }

    private boolean isTwin(List<Payment> payments, int second) {
        if (days(payments, second) > CLOSE_DAYS) {
            return false;
        }
        double apart = Math.abs(StrictMath.log(
                payments.get(second).dividend() / payments.get(second - 1).dividend()));
        boolean same = apart < SAME || Math.abs(apart - StrictMath.log(100)) < SAME;
        double usualDays = Medians.of(
                IntStream.range(1, payments.size()).filter(i -> i != second).mapToDouble(i -> days(payments, i)));
        return same && !(usualDays < APART_DAYS);
    }

    private long days(List<Payment> payments, int i) {
        return sheet.daysBetween(payments.get(i - 1).row(), payments.get(i).row());
    }

    private void removeOne(Payment first, Payment second) {
        double cash = Math.min(first.dividend(), second.dividend());
        double early = prices.of(first, cash) + prices.of(second, 0);
        double late = prices.of(first, 0) + prices.of(second, cash);
        double both = prices.of(first, cash) + prices.of(second, cash);
        boolean firstCounts = counts(first, cash);
        boolean bothCountAlike = firstCounts == counts(second, cash);
        if (bothCountAlike && both - Math.max(early, late) >= CLEAR) {
            return;
        }
        boolean keepFirst = bothCountAlike ? early - late > EARLIER : firstCounts;
        Payment gone = keepFirst ? second : first;
        Payment kept = keepFirst ? first : second;
        sheet.countFault();
        gone.settle(
                sheet,
                0,
                RULE,
                "the same dividend stands on " + kept.session() + " again: " + Texts.number(gone.dividend()) + " and "
                        + Texts.number(kept.dividend()) + " within " + CLOSE_DAYS
                        + " days, while the others lie weeks apart; log-likelihood of the prices with the first alone "
                        + Texts.number(early) + ", the second alone " + Texts.number(late) + ", both "
                        + Texts.number(both));
    }

    private boolean counts(Payment payment, double cash) {
        return sheet.adjusted() && payment.implied() > 0.005 * cash && !payment.isAdjustedFor(0);
    }
}
