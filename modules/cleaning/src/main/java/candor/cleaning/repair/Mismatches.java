package candor.cleaning.repair;

import candor.forecasting.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Dividends for which the adjusted close was made with another amount than the column says: one of the two is wrong.
 *
 * <p>Which, is decided for all dividends with one ratio between the two amounts together, as a provider's fault is one
 * fault. Proved is a side where the other is impossible (cash of nine tenths of the price and more, an adjusted close that
 * is negative or infinite), or where the amounts differ by a unit of 100 or by the ratio of a split on the day, and the
 * falls in price together with the yield speak for it 20 times over, or where they speak for it 400 times over whatever
 * the ratio (another currency). Amounts that differ by less than half a percent of the price and by no unit are left: no
 * price tells them apart; nor amounts of no name within the share of the cash by which prices fall, nor those whose ratio is a
 * later split's.
 */
final class Mismatches {

    static final String COLUMN = "dividend-amount";
    static final String ADJUSTMENT = "adjusted-close-amount";

    /** From this share of the price on no dividend is paid out of a stock that goes on trading. */
    static final double IMPOSSIBLE = 0.9;

    /** Units; and what was counted twice, in the adjusted closes or in the column. */
    private static final double[] NAMED = {0.01, 100, 2, 0.5};

    /** Log-odds, of two amounts of which one is double, that it is the double one that is wrong. */
    private static final double DOUBLED = 1;

    private static final double CLEAR = 3;

    /** For one or two dividends of a stock that has no sure ones. */
    private static final double CLEAR_OF_FEW = 5;

    /** For amounts of which one is double. */
    private static final double CLEAR_OF_TWO = 4;

    private static final double VERY_CLEAR = 6;

    /** For three and more with one ratio that is none of the named ones. */
    private static final double CLEAR_OF_MANY = 4.5;

    private static final double IMMATERIAL = 0.005;

    /** Prices fall by this share of the cash, or by more: nearer amounts of no name they cannot tell apart. */
    private static final double FALL = 0.6;

    private static final double GRAVE = 0.05;

    private final Worksheet sheet;
    private final PriceEvidence prices;
    private final Usual usual;
    private final Habit habit;

    /** @param agreed payments of which column and adjusted closes say the same */
    Mismatches(Worksheet sheet, PriceEvidence prices, List<Payment> agreed) {
        this.sheet = sheet;
        this.prices = prices;
        this.usual = new Usual(agreed);
        this.habit = new Habit(agreed);
    }

    /**
     * @param payments unsettled ones, adjusted for another amount than the column's, not for none
     * @param missing unsettled ones, adjusted for none as far as the precision of adjusted closes goes
     */
    void settle(List<Payment> payments, List<Payment> missing) {
        List<Payment> open = new ArrayList<>(payments);
        for (double named : NAMED) {
            List<Payment> group = new ArrayList<>(open.stream()
                    .filter(payment -> payment.isAdjustedInRatio(named))
                    .toList());
            open.removeAll(group);
            if (!group.isEmpty()) {
                missing.stream()
                        .filter(payment -> payment.isAdjustedInRatio(named))
                        .forEach(group::add);
                settleGroup(group);
            }
        }
        open.sort(Comparator.comparingDouble(Mismatches::ratio));
        int from = 0;
        for (int i = 1; i <= open.size(); i++) {
            if (i == open.size() || !isSameRatio(open.get(i - 1), open.get(i))) {
                settleGroup(new ArrayList<>(open.subList(from, i)));
                from = i;
            }
        }
    }

    private static boolean isLarge(double ratio) {
        return ratio >= 5 || ratio <= 0.2;
    }

    private static boolean isSameRatio(Payment one, Payment other) {
        boolean bothUnknown = !Double.isFinite(ratio(one)) && !Double.isFinite(ratio(other));
        return bothUnknown || other.isAdjustedInRatio(ratio(one)) || one.isAdjustedInRatio(ratio(other));
    }

    private static double ratio(Payment payment) {
        return payment.implied() / payment.dividend();
    }

    private void settleGroup(List<Payment> group) {
        boolean columnPossible = group.stream().allMatch(payment -> isPossible(payment, payment.dividend()));
        boolean adjustmentPossible = group.stream().allMatch(payment -> isPossible(payment, payment.implied()));
        double typical = Medians.of(
                group.stream().filter(payment -> !payment.isAdjustedFor(0)).mapToDouble(Mismatches::ratio));
        double exact = exact(group);
        String ratio =
                group.size() + " dividends adjusted for with " + Figures.significant(typical) + " times their amount";
        boolean shifted =
                group.stream().anyMatch(payment -> payment.implied() < 0 && payment.implied() > -payment.dividend());
        if (columnPossible && shifted) {
            group.forEach(payment -> doubt(payment, consequence(payment), ratio + ", which is less than none"));
        } else if (columnPossible && !adjustmentPossible) {
            keepColumn(group, ratio + ", which leaves nothing of the price");
        } else if (adjustmentPossible && !columnPossible) {
            keepAdjustment(group, exact, ratio + ", and an amount beyond the price before it");
        } else if (columnPossible) {
            weigh(group, exact, ratio);
        } else {
            group.forEach(payment -> doubt(payment, Doubt.Consequence.STOP, "neither amount is possible"));
        }
    }

    private void weigh(List<Payment> group, double exact, String ratio) {
        ToDoubleFunction<Payment> adjusted = payment -> adjustedAmount(payment, exact);
        double price = prices.favours(group, Payment::dividend, adjusted);
        double yield = Medians.of(group.stream()
                .mapToDouble(payment -> usual(payment, payment.dividend(), adjusted.applyAsDouble(payment))));
        boolean named = !Double.isNaN(exact);
        boolean doubled = exact == 2 || exact == 0.5;
        double prior = exact == 2 ? DOUBLED : exact == 0.5 ? -DOUBLED : 0;
        boolean material = group.stream().anyMatch(Mismatches::isMaterial);
        double clear = group.size() > 2 || usual.isKnown() ? CLEAR : CLEAR_OF_FEW;
        boolean slight = group.stream().anyMatch(payment -> ratio(payment) > FALL && ratio(payment) < 1 / FALL);
        double unnamed = slight ? Double.POSITIVE_INFINITY : group.size() > 2 ? CLEAR_OF_MANY : VERY_CLEAR;
        double needed = isOfSplit(group)
                ? Double.POSITIVE_INFINITY
                : !named ? unnamed : doubled ? Math.max(CLEAR_OF_TWO, clear) : clear;
        String why = ratio + "; log-likelihood for the column " + Figures.significant(price)
                + " by the falls in price and " + Figures.significant(yield) + " by what is usual";
        boolean left = doubled && !material;
        if (!left && prior + price + yield >= needed) {
            keepColumn(group, why);
        } else if (prior + price + yield <= -needed) {
            keepAdjustment(group, exact, why);
        } else {
            group.stream()
                    .filter(payment -> material || exact == 2 || isLarge(ratio(payment)))
                    .forEach(payment -> doubt(payment, consequence(payment), why));
            group.forEach(Payment::leave);
        }
    }

    private double usual(Payment payment, double amount, double overAmount) {
        return habit.isKnown()
                ? habit.favours(payment, amount, overAmount)
                : usual.favours(payment, amount, overAmount);
    }

    /** Whether the ratio is that of a later split: then it is the split that was counted wrongly, in one of the columns. */
    private boolean isOfSplit(List<Payment> group) {
        return IntStream.range(group.getFirst().row() + 1, sheet.size())
                .mapToDouble(sheet::split)
                .filter(split -> split != 1)
                .anyMatch(split -> group.stream().allMatch(payment -> payment.isAdjustedInRatio(split))
                        || group.stream().allMatch(payment -> payment.isAdjustedInRatio(1 / split)));
    }

    private void keepColumn(List<Payment> group, String why) {
        sheet.countFault();
        group.forEach(payment -> payment.settle(sheet, payment.dividend(), ADJUSTMENT, why));
    }

    private void keepAdjustment(List<Payment> group, double exact, String why) {
        sheet.countFault();
        group.forEach(payment -> payment.settle(sheet, adjustedAmount(payment, exact), COLUMN, why));
    }

    /** What the source adjusted for: to the digit where the ratio has a name. */
    private static double adjustedAmount(Payment payment, double exact) {
        if (Double.isNaN(exact)) {
            return payment.implied();
        }
        boolean whole = exact < 1 && Math.abs(1 / exact - Math.rint(1 / exact)) < 1e-9;
        return whole ? payment.dividend() / Math.rint(1 / exact) : payment.dividend() * exact;
    }

    /** 100, the ratio of a split on the day, 2, or one of their inverses; NaN where it is none of them. */
    private static double exact(List<Payment> group) {
        double split = group.getFirst().split();
        for (double named : new double[] {100, 0.01, split, 1 / split, 2, 0.5}) {
            if (named != 1 && group.stream().allMatch(payment -> payment.isAdjustedInRatio(named))) {
                return named;
            }
        }
        return Double.NaN;
    }

    static boolean isPossible(Payment payment, double amount) {
        return amount >= 0 && payment.share(amount) < IMPOSSIBLE;
    }

    private static boolean isMaterial(Payment payment) {
        return payment.share(Math.abs(payment.dividend() - payment.implied())) >= IMMATERIAL;
    }

    private static Doubt.Consequence consequence(Payment payment) {
        return payment.share(Math.abs(payment.dividend() - payment.implied())) < GRAVE
                ? Doubt.Consequence.NOTE
                : Doubt.Consequence.STOP;
    }

    private void doubt(Payment payment, Doubt.Consequence then, String why) {
        payment.leave();
        sheet.doubt(
                payment.row(),
                Column.DIVIDEND,
                COLUMN,
                "dividend " + Figures.significant(payment.dividend()) + ", but adjusted closes with "
                        + Figures.significant(payment.implied()) + ": " + why,
                then);
    }
}
