package candor.pipeline.repair;

/**
 * What the price on an ex-date says about the cash paid: a price falls by it, give or take a day's move. Log-likelihoods
 * are of Student's t with three degrees of freedom, as a single large move must not prove much.
 */
final class PriceEvidence {

    private static final int DEGREES = 3;
    private static final int FOLLOWING = 5;

    private final Worksheet sheet;
    private final Noise noise;

    PriceEvidence(Worksheet sheet) {
        this.sheet = sheet;
        this.noise = Noise.of(sheet);
    }

    /** Of this much cash; 0 for every amount where the price of the day is the one before, repeated. */
    double of(Payment payment, double cash) {
        var row = sheet.row(payment.row());
        if (isRepeated(payment)) {
            return 0;
        }
        boolean byOpen = noise.overnight() < noise.daily() && Column.OPEN.isPrice(row);
        double price = byOpen ? row.open() : row.close();
        double move = StrictMath.log((price + cash) / payment.before()) / (byOpen ? noise.overnight() : noise.daily());
        return -(DEGREES + 1) / 2.0 * StrictMath.log(1 + move * move / DEGREES);
    }

    /** In favour of one amount over another. */
    double favours(Payment payment, double cash, double overCash) {
        return of(payment, cash) - of(payment, overCash);
    }

    /** Whether a drop of half the cash or more follows within a week, as where an ex-date is a few days early. */
    boolean dropFollows(Payment payment, double cash) {
        int last = Math.min(sheet.size() - 1, payment.row() + FOLLOWING);
        for (int i = payment.row() + 1; i <= last; i++) {
            if (sheet.close(i) < sheet.close(i - 1) - cash / 2) {
                return true;
            }
        }
        return false;
    }

    /** Whether the day has no price of its own, but repeats the one before. */
    boolean isRepeated(Payment payment) {
        var row = sheet.row(payment.row());
        return row.close() == payment.before() && (row.open() == payment.before() || !Column.OPEN.isPrice(row));
    }
}
