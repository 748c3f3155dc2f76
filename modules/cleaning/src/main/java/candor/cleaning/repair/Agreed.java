package candor.cleaning.repair;

import candor.forecasting.text.Figures;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Dividends whose amount nothing in the file contradicts, and that may be wrong all the same: beyond the price, or in
 * another unit than the stock's own other dividends. Column and adjusted close are two witnesses here, though of one list.
 *
 * <p>Why a repair is proved: the amount is impossible (nine tenths of the price and more) and a hundredth of it, or the
 * amount of before a split on the day, is ordinary (without adjusted closes: fits the stock's other dividends); or all are
 * a twentieth of the price and more, and no price falls by such; or the odds of another unit, multiplied out of how rare
 * such a fault is, how usual both amounts are and by which of them the price fell, are 90 to 1. That an amount is a
 * hundredth of the others is much likelier to be true than to be a fault, as funds pay out what little is left: there the
 * fall in price has to be seen, or the amount to repeat another to the digit.
 */
final class Agreed {

    static final String RULE = "dividend-unit";

    /** A hundredth of an impossible amount must be less of the price than this. */
    private static final double ORDINARY = 0.3;

    /** Log-likelihood that the falls in price must give where all dividends are in one wrong unit. */
    private static final double CLEAR_OF_ALL = 8;

    /** Logarithms of how rare it is that an amount is given in hundredths, or in hundreds, in both columns. */
    private static final double TOO_LARGE = -6;

    private static final double TOO_SMALL = -10.5;

    /** The same where a payer would otherwise have paid a hundredth of its very rate once, in turn, and then gone on. */
    private static final double TOO_SMALL_IN_TURN = -1;

    /** The same for the unit of all dividends, where half of them and more are impossible. */
    private static final double SHARED = 7;

    /** Logarithm of the odds that a repair takes. */
    private static final double MARGIN = 4.5;

    private static final double UNITS_APART = 50;

    private static final double GRAVE = 0.05;

    private final Worksheet sheet;
    private final PriceEvidence prices;

    Agreed(Worksheet sheet, PriceEvidence prices) {
        this.sheet = sheet;
        this.prices = prices;
    }

    /**
     * @param payments unsettled, not contradicted
     * @param sure settled by better evidence
     */
    void settle(List<Payment> payments, List<Payment> sure) {
        List<Payment> possible = new ArrayList<>();
        long impossible = payments.stream()
                .filter(payment -> !Mismatches.isPossible(payment, payment.dividend()))
                .count();
        boolean shared = impossible > 1
                && (2 * impossible >= payments.size()
                        || payments.stream().allMatch(payment -> payment.share(payment.dividend()) >= GRAVE));
        for (Payment payment : payments) {
            if (shared
                    ? payment.share(payment.dividend()) < GRAVE
                    : Mismatches.isPossible(payment, payment.dividend())) {
                possible.add(payment);
            } else {
                settleImpossible(
                        payment, new Usual(others(payment, payments, sure)), shared ? Mismatches.IMPOSSIBLE : ORDINARY);
            }
        }
        settleTogether(payments);
        possible.removeIf(Payment::isSettled);
        for (Payment payment : possible) {
            weigh(payment, others(payment, payments, sure), shared);
        }
    }

    private static List<Payment> others(Payment payment, List<Payment> payments, List<Payment> sure) {
        List<Payment> others = new ArrayList<>(sure);
        payments.stream()
                .filter(other -> other != payment && Mismatches.isPossible(other, other.cash()))
                .forEach(others::add);
        return others;
    }

    private void settleImpossible(Payment payment, Usual others, double largest) {
        for (double unit : new double[] {0.01, 1 / payment.split(), payment.split()}) {
            double amount = scaled(payment.dividend(), unit);
            boolean ordinary = sheet.adjusted() ? payment.share(amount) < largest : others.fits(payment, amount);
            if (ordinary) {
                sheet.countFault();
                payment.settle(
                        sheet,
                        amount,
                        RULE,
                        "a dividend of " + Figures.significant(payment.dividend()) + " is "
                                + (Mismatches.isPossible(payment, payment.dividend())
                                        ? "of one unit with others that are impossible"
                                        : "impossible")
                                + " beside a close of " + Figures.significant(payment.before()) + ", "
                                + Figures.significant(amount)
                                + " is "
                                + Figures.significantPercent(payment.share(amount)) + " of it");
                return;
            }
        }
        payment.leave();
        sheet.doubt(
                payment.row(),
                Column.DIVIDEND,
                RULE,
                "a dividend of " + Figures.significant(payment.dividend()) + " is impossible beside a close of "
                        + Figures.significant(payment.before()) + " before it",
                Doubt.Consequence.STOP);
    }

    /** All dividends of a file may be in one wrong unit: then none of them can bear witness, and the prices have to. */
    private void settleTogether(List<Payment> payments) {
        List<Payment> open =
                payments.stream().filter(payment -> !payment.isSettled()).toList();
        double price = prices.favours(open, payment -> payment.dividend() / 100, Payment::dividend);
        boolean none = open.stream()
                .noneMatch(payment -> prices.of(payment, payment.dividend()) > -1
                        && !prices.isRepeated(payment)
                        && payment.share(payment.dividend()) > ORDINARY / 6);
        double typical = Medians.of(open.stream().mapToDouble(payment -> payment.share(payment.dividend())));
        if (open.size() > 1 && none && price >= CLEAR_OF_ALL && typical > ORDINARY / 6 && isOfOneUnit(open)) {
            sheet.countFault();
            open.forEach(payment -> payment.settle(
                    sheet,
                    payment.dividend() / 100,
                    RULE,
                    open.size() + " dividends of " + Figures.significantPercent(typical)
                            + " of the price, and no price falls by such; log-likelihood for a hundredth of them "
                            + Figures.significant(price)));
        }
    }

    /** Of amounts as far apart as units are, some may be right. */
    private static boolean isOfOneUnit(List<Payment> payments) {
        DoubleSummaryStatistics shares = payments.stream()
                .mapToDouble(payment -> payment.share(payment.dividend()))
                .summaryStatistics();
        return shares.getMax() < UNITS_APART * shares.getMin();
    }

    private void weigh(Payment payment, List<Payment> known, boolean shared) {
        payment.leave();
        Usual others = new Usual(known);
        boolean instead = isInstead(payment, payment.dividend() * 100, known)
                && !new Rhythm(sheet, known).isBroken(payment.row(), payment.dividend() * 100);
        double large = odds(
                payment,
                payment.dividend() / 100,
                others,
                shared ? SHARED : isExtraordinary(payment, others) ? TOO_LARGE : TOO_SMALL);
        double small = odds(payment, payment.dividend() * 100, others, instead ? TOO_SMALL_IN_TURN : TOO_SMALL);
        double amount = large > small ? payment.dividend() / 100 : payment.dividend() * 100;
        double odds = Math.max(large, small);
        if (odds <= 0 || (large > small && prices.dropFollows(payment, payment.dividend()))) {
            return;
        }
        String why = "a dividend of " + Figures.significant(payment.dividend()) + " is "
                + Figures.significantPercent(payment.share(payment.dividend())) + " of the price"
                + (others.isKnown() ? ", the others are " + Figures.significantPercent(others.middle()) : "")
                + "; a unit of 100 puts that right, log-odds " + Figures.significant(odds)
                + ", of which the fall in price gives "
                + Figures.significant(prices.favours(payment, amount, payment.dividend()));
        if (odds >= MARGIN) {
            sheet.countFault();
            payment.settle(sheet, amount, RULE, why);
        } else {
            boolean grave = payment.share(Math.max(amount, payment.dividend())) >= GRAVE;
            sheet.doubt(
                    payment.row(),
                    Column.DIVIDEND,
                    RULE,
                    why + ", too little for a repair",
                    grave ? Doubt.Consequence.STOP : Doubt.Consequence.NOTE);
        }
    }

    /** Whether the amount would be the payer's very rate, or differ from the steady ones beside it as they do. */
    private static boolean isInstead(Payment payment, double amount, List<Payment> known) {
        Usual others = new Usual(known);
        Habit habit = new Habit(known);
        return others.isRate(payment, amount)
                || (others.isSteady(payment, amount) && habit.isKnown() && habit.isLike(payment, amount));
    }

    /** Whether the amount is no ordinary one: a large share of the price, or one among many of a hundredth. */
    private static boolean isExtraordinary(Payment payment, Usual others) {
        return payment.share(payment.dividend()) >= GRAVE || others.isSteady(payment, payment.dividend() / 100);
    }

    private double odds(Payment payment, double amount, Usual others, double rare) {
        return Mismatches.isPossible(payment, amount)
                ? rare
                        + others.favours(payment, amount, payment.dividend())
                        + prices.favours(payment, amount, payment.dividend())
                : Double.NEGATIVE_INFINITY;
    }

    private static double scaled(double amount, double unit) {
        return unit == 0.01 ? amount / 100 : amount * unit;
    }
}
