package candor.cleaning.repair;

import candor.forecasting.text.Figures;
import java.util.List;

/**
 * A fund's capital gain that the adjusted close counts twice: the column Dividends holds it already, and the source
 * adjusted for dividend and gain together.
 *
 * <p>Why this is proved: the step of the adjusted close equals dividend plus gain, the dividend is at least as large as the
 * gain on every such day, and it is 20 times likelier that the prices fell by the dividend alone and that what it holds
 * beside the gain is the fund's usual income than that both were paid.
 */
final class GainsTwice {

    static final String RULE = "capital-gain-twice";
    private static final double CLEAR = 3;

    private final Worksheet sheet;
    private final PriceEvidence prices;

    GainsTwice(Worksheet sheet, PriceEvidence prices) {
        this.sheet = sheet;
        this.prices = prices;
    }

    void settle(List<Payment> payments) {
        List<Payment> twice = payments.stream()
                .filter(payment -> payment.gain() > 0 && sheet.adjusted())
                .filter(payment -> payment.isAdjustedFor(payment.dividend() + payment.gain()))
                .toList();
        boolean within = twice.stream().allMatch(payment -> payment.dividend() >= payment.gain() * 0.999);
        if (within && !twice.isEmpty()) {
            weigh(
                    twice,
                    new Usual(payments.stream()
                            .filter(payment -> payment.gain() == 0)
                            .toList()));
        }
        payments.stream().filter(payment -> payment.gain() > 0).forEach(Payment::leave);
    }

    private void weigh(List<Payment> twice, Usual usual) {
        double price = prices.favoursInFull(twice, Payment::dividend, payment -> payment.dividend() + payment.gain());
        double income = Medians.of(twice.stream()
                .filter(payment -> payment.dividend() > payment.gain())
                .mapToDouble(
                        payment -> usual.favours(payment, payment.dividend() - payment.gain(), payment.dividend())));
        double odds = price + (usual.isKnown() && Math.abs(income) > 0 ? Math.clamp(income, -CLEAR, CLEAR) : 0);
        for (Payment payment : twice) {
            String why = "adjusted for " + Figures.significant(payment.implied()) + ", the dividend "
                    + Figures.significant(payment.dividend()) + " and the capital gain "
                    + Figures.significant(payment.gain())
                    + " that may be part of it; log-odds that it is " + Figures.significant(odds)
                    + ", of which the falls in"
                    + " price give " + Figures.significant(price) + ", over " + twice.size() + " days";
            if (odds >= CLEAR) {
                payment.settle(sheet, payment.dividend(), RULE, why);
            } else if (odds > 0) {
                sheet.doubt(payment.row(), Column.DIVIDEND, RULE, why, Doubt.Consequence.STOP);
            }
        }
        if (odds >= CLEAR) {
            sheet.countFault();
        }
    }
}
