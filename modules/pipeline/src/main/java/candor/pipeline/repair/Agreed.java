package candor.pipeline.repair;

import java.util.ArrayList;
import java.util.List;

/**
 * Dividends whose amount nothing in the file contradicts, and that may be wrong all the same: beyond the price, or 100
 * times too large or too small beside the stock's own other dividends.
 *
 * <p>Why a repair is proved: the amount is impossible (nine tenths of the price and more) and a hundredth of it, or the
 * amount of before a split on the day, is ordinary (without adjusted closes: fits the stock's other dividends); or the amount is 30 times and more apart from the stock's own other
 * dividends, fits them to a factor of three with another unit, and the fall in price speaks for that unit too. A real
 * special dividend fits no unit, or the price falls by it, that day or within the week.
 */
final class Agreed {

    static final String RULE = "dividend-unit";

    /** A hundredth of an impossible amount must be less of the price than this. */
    private static final double ORDINARY = 0.3;

    private static final double FAR = StrictMath.log(30);

    private final Worksheet sheet;
    private final PriceEvidence prices;

    /** Log-likelihood that the fall in price must give: more where no adjusted close bears witness. */
    private final double clear;

    Agreed(Worksheet sheet, PriceEvidence prices) {
        this.sheet = sheet;
        this.prices = prices;
        this.clear = sheet.adjusted() ? 2 : 3;
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
        for (Payment payment : possible) {
            settleByOthers(payment, Yields.of(others(payment, payments, sure)));
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

    private void settleByOthers(Payment payment, Yields others) {
        payment.leave();
        double yield = payment.share(payment.dividend());
        if (!others.areOwn() || Math.abs(StrictMath.log(yield / others.middle())) < FAR) {
            return;
        }
        double amount = yield > others.middle() ? payment.dividend() / 100 : payment.dividend() * 100;
        double price = prices.favours(payment, amount, payment.dividend());
        boolean early = amount < payment.dividend() && prices.dropFollows(payment, payment.dividend());
        if (others.fits(payment.share(amount)) && price >= clear && !early) {
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

    private static double scaled(double amount, double unit) {
        return unit == 0.01 ? amount / 100 : amount * unit;
    }
}
