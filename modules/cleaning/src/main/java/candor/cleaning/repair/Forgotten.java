package candor.cleaning.repair;

import candor.forecasting.text.Figures;
import java.util.List;

/**
 * Dividends that adjusted closes do not account for at all.
 *
 * <p>Why this is proved: an adjusted close that is the same share of the close before and after an ex-date contradicts the
 * file's own column, and no other dividend beside it could be the one that is meant (phantoms are gone before). Against it
 * stands a dividend that was never paid; the falls in price must not speak for that 20 times over. Where the amount, too,
 * may be in the wrong unit, price and the stock's other dividends have to name one unit 20 times likelier than the next.
 */
final class Forgotten {

    static final String RULE = "dividend-not-in-adjusted";
    static final String NEVER = "dividend-never-paid";
    private static final double CLEAR = 3;

    private static final double CLEAR_OF_UNIT = 4.5;

    /** Log-odds against another unit, and against one in which a small amount would be a large one. */
    private static final double OTHER_UNIT = -2;

    private static final double LARGER_UNIT = -7.5;

    /** Log-odds against the very amount of another dividend being paid out of turn, and forgotten. */
    private static final double OUT_OF_TURN = -4.5;

    private static final double REPEATED = 1e-3;
    private static final double GRAVE = 0.05;

    private final Worksheet sheet;
    private final PriceEvidence prices;
    private final Usual usual;
    private final Rhythm rhythm;

    Forgotten(Worksheet sheet, PriceEvidence prices, List<Payment> known) {
        this.sheet = sheet;
        this.prices = prices;
        this.usual = new Usual(known);
        this.rhythm = new Rhythm(sheet, known);
    }

    void settle(List<Payment> payments) {
        payments.stream()
                .filter(payment -> rhythm.isBroken(payment.row(), payment.dividend()))
                .forEach(this::settleExtra);
        settleExpected(payments.stream()
                .filter(payment -> !rhythm.isBroken(payment.row(), payment.dividend()))
                .toList());
    }

    /** A dividend too many for the rhythm, that the adjusted closes do not know: the price alone says whether it was. */
    private void settleExtra(Payment payment) {
        double paid = prices.favours(payment, payment.dividend(), 0)
                + (usual.isLike(payment, payment.dividend(), REPEATED) ? OUT_OF_TURN : 0);
        if (paid >= CLEAR) {
            settle(payment);
        } else if (paid <= -CLEAR) {
            sheet.countFault();
            payment.settle(
                    sheet,
                    0,
                    NEVER,
                    "a dividend of " + Figures.significant(payment.dividend())
                            + " too soon beside others, that adjusted closes do not know; log-odds that it was paid "
                            + Figures.significant(paid));
        } else {
            doubt(
                    payment,
                    "it comes too soon beside others, and the price does not say whether it was paid, log-odds "
                            + Figures.significant(paid));
        }
    }

    private void settleExpected(List<Payment> payments) {
        double paid = prices.favours(payments, this::best, payment -> 0);
        if (!payments.isEmpty() && paid > -CLEAR) {
            payments.forEach(this::settle);
        } else {
            payments.forEach(payment -> doubt(
                    payment, "the prices do not fall by such dividends, log-likelihood " + Figures.significant(paid)));
        }
    }

    private void settle(Payment payment) {
        double best = best(payment);
        double next = candidates(payment)
                .filter(amount -> amount != best)
                .map(amount -> score(payment, amount))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        boolean clear = best == payment.dividend() || score(payment, best) - next >= CLEAR_OF_UNIT;
        if (clear && Mismatches.isPossible(payment, best)) {
            sheet.countFault();
            payment.settle(
                    sheet,
                    best,
                    RULE,
                    "adjusted closes leave out the dividend of " + payment.session() + ", "
                            + Figures.significant(payment.dividend())
                            + (best == payment.dividend() ? "" : ", by unit " + Figures.significant(best)) + ", "
                            + Figures.significantPercent(payment.share(best))
                            + " of the price; log-likelihood of the price with it "
                            + Figures.significant(prices.of(payment, best)) + ", without "
                            + Figures.significant(prices.of(payment, 0)));
        } else {
            doubt(payment, "in which unit, is not clear");
        }
    }

    private double best(Payment payment) {
        double best = payment.dividend();
        for (double amount : candidates(payment).toArray()) {
            best = score(payment, amount) > score(payment, best) ? amount : best;
        }
        return best;
    }

    private static java.util.stream.DoubleStream candidates(Payment payment) {
        return java.util.stream.DoubleStream.of(
                        payment.dividend(),
                        payment.dividend() / 100,
                        payment.dividend() * 100,
                        payment.dividend() / payment.split())
                .distinct();
    }

    private double score(Payment payment, double amount) {
        return Mismatches.isPossible(payment, amount)
                ? prices.of(payment, amount)
                        + usual.of(payment, amount)
                        + (amount == payment.dividend() ? 0 : amount > payment.dividend() ? LARGER_UNIT : OTHER_UNIT)
                : -1000;
    }

    private void doubt(Payment payment, String why) {
        payment.leave();
        sheet.doubt(
                payment.row(),
                Column.DIVIDEND,
                RULE,
                "adjusted closes leave out the dividend of " + Figures.significant(payment.dividend()) + ": " + why,
                payment.share(payment.dividend()) < GRAVE ? Doubt.Consequence.NOTE : Doubt.Consequence.STOP);
    }
}
