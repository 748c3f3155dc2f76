package candor.pipeline.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Dividends whose amount nothing in the file contradicts, and that may be wrong all the same: beyond the price, or 100
 * times too large or too small beside the stock's own other dividends.
 *
 * <p>Why a repair is proved: the amount is impossible (nine tenths of the price and more) and a hundredth of it, or the
 * amount of before a split on the day, is ordinary (without adjusted closes: fits the stock's other dividends); or the
 * amount is 30 times and more apart from the stock's own other dividends, fits them to a factor of three with another
 * unit, and the fall in price speaks for that unit too, or the dividends before and after are of that very amount; or
 * all are a twentieth of the price and more, and no price falls by such. A real special dividend fits no unit, or the
 * price falls by it, that day or within the week.
 */
final class Agreed {

    static final String RULE = "dividend-unit";

    /** A hundredth of an impossible amount must be less of the price than this. */
    private static final double ORDINARY = 0.3;

    /** Log-likelihood that the falls in price must give where all dividends are in one wrong unit. */
    private static final double CLEAR_OF_ALL = 8;

    private static final long APART_DAYS = 20;
    private static final double FAR = StrictMath.log(30);

    private final Worksheet sheet;
    private final PriceEvidence prices;

    /** Log-likelihood that the fall in price must give: more where no adjusted close bears witness. */
    private final double clear;

    /** What is enough between dividends of the very amount: that the price does not clearly speak against it. */
    private final double amongLikes;

    Agreed(Worksheet sheet, PriceEvidence prices) {
        this.sheet = sheet;
        this.prices = prices;
        this.clear = sheet.adjusted() ? 2 : 3;
        this.amongLikes = sheet.adjusted() ? -3 : -1;
    }

    /**
     * @param payments unsettled, not contradicted
     * @param sure settled by better evidence
     */
    void settle(List<Payment> payments, List<Payment> sure) {
        List<Payment> possible = new ArrayList<>();
        for (Payment payment : payments) {
            if (Mismatches.isPossible(payment, payment.dividend())) {
                possible.add(payment);
            } else {
                settleImpossible(payment, Yields.of(others(payment, payments, sure)));
            }
        }
        settleTogether(payments);
        possible.removeIf(Payment::isSettled);
        for (Payment payment : possible) {
            settleByOthers(payment, others(payment, payments, sure));
        }
    }

    private static List<Payment> others(Payment payment, List<Payment> payments, List<Payment> sure) {
        List<Payment> others = new ArrayList<>(sure);
        payments.stream()
                .filter(other -> other != payment && Mismatches.isPossible(other, other.cash()))
                .forEach(others::add);
        return others;
    }

    private void settleImpossible(Payment payment, Yields others) {
        for (double unit : new double[] {0.01, 1 / payment.split(), payment.split()}) {
            double amount = scaled(payment.dividend(), unit);
            boolean ordinary = sheet.adjusted() ? payment.share(amount) < ORDINARY : others.fits(payment.share(amount));
            if (ordinary) {
                sheet.countFault();
                payment.settle(
                        sheet,
                        amount,
                        RULE,
                        "a dividend of " + Texts.number(payment.dividend()) + " is impossible beside a close of "
                                + Texts.number(payment.before()) + ", " + Texts.number(amount) + " is "
                                + Texts.percent(payment.share(amount)) + " of it");
                return;
            }
        }
        payment.leave();
        sheet.doubt(
                payment.row(),
                Column.DIVIDEND,
                RULE,
                "a dividend of " + Texts.number(payment.dividend()) + " is impossible beside a close of "
                        + Texts.number(payment.before()) + " before it",
                Doubt.Consequence.STOP);
    }

    /** All dividends of a file may be in one wrong unit: then none of them can bear witness, and the prices have to. */
    private void settleTogether(List<Payment> payments) {
        List<Payment> open =
                payments.stream().filter(payment -> !payment.isSettled()).toList();
        double price = open.stream()
                .mapToDouble(payment -> prices.favours(payment, payment.dividend() / 100, payment.dividend()))
                .sum();
        boolean none = open.stream()
                .noneMatch(payment -> prices.of(payment, payment.dividend()) > -1
                        && !prices.isRepeated(payment)
                        && payment.share(payment.dividend()) > ORDINARY / 6);
        double typical = Medians.of(open.stream().mapToDouble(payment -> payment.share(payment.dividend())));
        if (open.size() > 1 && none && price >= CLEAR_OF_ALL && typical > ORDINARY / 6) {
            sheet.countFault();
            open.forEach(payment -> payment.settle(
                    sheet,
                    payment.dividend() / 100,
                    RULE,
                    open.size() + " dividends of " + Texts.percent(typical)
                            + " of the price, and no price falls by such; log-likelihood for a hundredth of them "
                            + Texts.number(price)));
        }
    }

    private void settleByOthers(Payment payment, List<Payment> all) {
        Yields others = Yields.of(all);
        payment.leave();
        double yield = payment.share(payment.dividend());
        if (!others.areOwn() || Math.abs(StrictMath.log(yield / others.middle())) < FAR) {
            return;
        }
        double amount = yield > others.middle() ? payment.dividend() / 100 : payment.dividend() * 100;
        double price = prices.favours(payment, amount, payment.dividend());
        boolean early = amount < payment.dividend() && prices.dropFollows(payment, payment.dividend());
        double needed = isBetweenLikes(payment, amount, all) ? amongLikes : clear;
        if (others.fits(payment.share(amount)) && price >= needed && !early) {
            sheet.countFault();
            payment.settle(
                    sheet,
                    amount,
                    RULE,
                    "a dividend of " + Texts.number(payment.dividend()) + " is " + Texts.percent(yield)
                            + " of the price, the others are " + Texts.percent(others.middle())
                            + "; a unit of 100 puts that right, and the fall in price speaks for it, log-likelihood "
                            + Texts.number(price));
        }
    }

    /** Whether the dividend before and the one after, weeks apart, are of that amount. */
    private boolean isBetweenLikes(Payment payment, double amount, List<Payment> all) {
        List<Payment> ascending =
                all.stream().sorted(Comparator.comparingInt(Payment::row)).toList();
        long before =
                ascending.stream().filter(other -> other.row() < payment.row()).count();
        boolean likes = true;
        for (long i : new long[] {before - 1, before}) {
            if (i >= 0 && i < ascending.size()) {
                Payment other = ascending.get((int) i);
                likes &= Payment.isLike(amount, other.cash())
                        && Math.abs(sheet.daysBetween(payment.row(), other.row())) >= APART_DAYS;
            }
        }
        return likes;
    }

    private static double scaled(double amount, double unit) {
        return unit == 0.01 ? amount / 100 : amount * unit;
    }
}
