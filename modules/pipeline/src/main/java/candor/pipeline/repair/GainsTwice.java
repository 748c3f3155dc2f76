package candor.pipeline.repair;

import java.util.List;

/**
 * A fund's capital gain that the adjusted close counts twice: the column Dividends holds it already, and the source
 * adjusted for dividend and gain together.
 *
 * <p>Why this is proved: the step of the adjusted close equals dividend plus gain, the dividend is at least as large as the
 * gain on every such day, and over all of them the prices fell by the dividend alone, 20 times likelier than by both.
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
        double clear = twice.stream()
                .mapToDouble(
                        payment -> prices.favours(payment, payment.dividend(), payment.dividend() + payment.gain()))
                .sum();
        if (within && clear >= CLEAR && !twice.isEmpty()) {
            sheet.countFault();
            twice.forEach(payment -> payment.settle(
                    sheet,
                    payment.dividend(),
                    RULE,
                    "adjusted for " + Texts.number(payment.implied()) + ", the dividend "
                            + Texts.number(payment.dividend())
                            + " and the capital gain " + Texts.number(payment.gain())
                            + " that is part of it; the prices fell by the dividend alone, log-likelihood "
                            + Texts.number(clear) + " over " + twice.size() + " days"));
        }
        payments.stream().filter(payment -> payment.gain() > 0).forEach(Payment::leave);
    }
}
