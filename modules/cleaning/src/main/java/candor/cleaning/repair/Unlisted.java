package candor.cleaning.repair;

import candor.forecasting.text.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Dividends that adjusted closes account for and the column does not list, or lists a few days apart.
 *
 * <p>Why a repair is proved: the ratio of adjusted close to close steps for good, by an amount that the stock usually
 * pays, on a day on which its next dividend is due: it is listed. Where a listed dividend of the same amount, which
 * adjusted closes do not know, stands within a fortnight, one of the two days is wrong: the fall in price has to say which, 20
 * times likelier. Where nothing at all is listed, the falls in price on all of the days together have to say 20 times likelier
 * that they are dividends.
 */
final class Unlisted {

    static final String RULE = "dividend-not-listed";
    static final String DAY = "dividend-day";

    private static final long CLOSE_DAYS = 14;
    private static final double CLEAR = 3;
    private static final double GRAVE = 0.05;

    /**
     * Log-odds that it is the column which has the wrong day: it is joined to the rows by dates that shift with time zones and
     * are now and then those of the register, while adjusted closes are computed where the amounts are.
     */
    private static final double COLUMN = 2;

    /** As a logarithm, from one of the dividends beside it. */
    private static final double LIKE = 0.7;

    /** A repaired amount is right to so much. */
    private static final double EXACT = 0.002;

    /** Of the price: to so much is an amount right that belongs to many. */
    private static final double IMMATERIAL = 5e-4;

    /** An amount that is listed elsewhere is met to so much. */
    private static final double REPEATED = 1e-3;

    private static final MathContext DECLARED = new MathContext(4);

    private final Worksheet sheet;
    private final PriceEvidence prices;
    private final Usual usual;
    private final Rhythm rhythm;

    Unlisted(Worksheet sheet, PriceEvidence prices, List<Payment> known) {
        this.sheet = sheet;
        this.prices = prices;
        this.usual = new Usual(known);
        this.rhythm = new Rhythm(sheet, known);
    }

    /**
     * @param steps payments that are not listed
     * @param missing payments that are listed and not adjusted for
     */
    void settle(List<Payment> steps, List<Payment> missing) {
        for (Payment step : steps) {
            Optional<Payment> other = missing.stream()
                    .filter(payment -> !payment.isSettled() && step.isAdjustedFor(payment.dividend()))
                    .filter(payment -> Math.abs(sheet.daysBetween(step.row(), payment.row())) <= CLOSE_DAYS)
                    .findFirst();
            other.ifPresentOrElse(payment -> settleDay(step, payment), () -> list(step, steps.size() == 1));
        }
    }

    /**
     * Where nothing is listed, the source has lost its list: all steps are dividends, or none is, and the falls in price on
     * all of these days say which.
     */
    void settleTogether(List<Payment> steps) {
        if (steps.isEmpty()) {
            return;
        }
        double fall = prices.favours(steps, Unlisted::declared, step -> 0);
        double share =
                steps.stream().mapToDouble(step -> step.share(declared(step))).sum();
        boolean proved = fall >= CLEAR && steps.stream().allMatch(step -> step.precision() < IMMATERIAL);
        String together =
                ", one of " + steps.size() + " of which none is listed; log-likelihood of the falls in price for all"
                        + " of them " + Figures.significant(fall);
        if (proved) {
            sheet.countFault();
        }
        for (Payment step : steps) {
            String why = "adjusted closes account for a dividend of " + Figures.significant(declared(step)) + " on "
                    + step.session() + together;
            if (proved) {
                step.settle(sheet, declared(step), RULE, why);
            } else {
                doubt(step, RULE, why, share);
            }
        }
    }

    private void settleDay(Payment step, Payment listed) {
        double cash = listed.dividend();
        double odds = prices.favours(step, cash, 0) - prices.favours(listed, cash, 0);
        String why = "a dividend of " + Figures.significant(cash) + " is listed on " + listed.session()
                + ", and adjusted closes have it on " + step.session()
                + "; log-likelihood of the prices for the latter "
                + Figures.significant(odds);
        if (odds + COLUMN < CLEAR && odds + COLUMN > -CLEAR) {
            listed.leave();
            doubt(listed, DAY, why, listed.share(cash));
            return;
        }
        sheet.countFault();
        listed.settle(sheet, odds + COLUMN > 0 ? 0 : cash, DAY, why);
        step.settle(sheet, odds + COLUMN > 0 ? cash : 0, DAY, why);
    }

    /** A step that is the only one of its kind is an omission rather than an invention. */
    private void list(Payment step, boolean only) {
        double cash = declared(step);
        boolean exact = step.precision() < EXACT * step.share(cash);
        String why = "adjusted closes account for a dividend of " + Figures.significant(cash) + " on " + step.session()
                + " that is not listed";
        double fall = prices.favours(step, cash, 0);
        if (exact
                && (fall >= CLEAR
                        || (fall > -CLEAR && (isExpected(step, cash) || (only && step.share(cash) < GRAVE))))) {
            sheet.countFault();
            step.settle(
                    sheet,
                    cash,
                    RULE,
                    why + "; log-likelihood of the fall in price for it " + Figures.significant(fall)
                            + (isExpected(step, cash)
                                    ? ", and the stock usually pays as much, on about such a day"
                                    : ""));
        } else {
            doubt(step, RULE, why, 0);
        }
    }

    private boolean isExpected(Payment step, double cash) {
        return (usual.isLike(step, cash, LIKE) || isListedElsewhere(cash)) && !rhythm.isBroken(step.row(), cash);
    }

    /** Whether another row, with a price or without, lists that very amount. */
    private boolean isListedElsewhere(double cash) {
        return IntStream.range(0, sheet.size())
                .anyMatch(i -> Math.abs(sheet.row(i).dividend() / cash - 1) <= REPEATED);
    }

    /** As companies declare amounts, where that lies within the precision of the adjusted closes. */
    private static double declared(Payment step) {
        double rounded = new BigDecimal(step.implied()).round(DECLARED).doubleValue();
        return Math.abs(rounded - step.implied()) <= step.precision() * step.before() ? rounded : step.implied();
    }

    private void doubt(Payment payment, String rule, String why, double share) {
        sheet.doubt(
                payment.row(),
                Column.DIVIDEND,
                rule,
                why,
                share < GRAVE ? Doubt.Consequence.NOTE : Doubt.Consequence.STOP);
    }
}
