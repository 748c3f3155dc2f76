package candor.cleaning.repair;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the price on an ex-date says about the cash paid: a price falls by three fifths of it to the whole, by how it is taxed
 * (Elton and Gruber 1970) and alike on all days of a stock, give or take a day's move. Log-likelihoods are of Student's t with three degrees of freedom, as a single large move must not prove much; its scale is that of the
 * whole file, or of the months around where that is larger. The open says more than the close where opens are prices of
 * their own, but some of them are quotes that were not brought up to date: it counts as one of two accounts of which
 * either may be the right one.
 */
final class PriceEvidence {

    private static final int DEGREES = 3;
    private static final double[] FALLS = {1, 0.8, 0.6};

    /** The chance that the open of an ex-date is a fresh price. */
    private static final double FRESH = 0.7;

    /** Rows on each side that show how far prices move at the time. */
    private static final int AROUND = 30;

    private static final int FOLLOWING = 5;

    private final Worksheet sheet;
    private final Noise noise;

    PriceEvidence(Worksheet sheet) {
        this.sheet = sheet;
        this.noise = Noise.of(sheet);
    }

    /** Of this much cash, at most 0; 0 for every amount where the price of the day is the one before, repeated. */
    double of(Payment payment, double cash) {
        return of(List.of(payment), each -> cash);
    }

    /** Of so much cash on each day. */
    double of(List<Payment> payments, ToDoubleFunction<Payment> cash) {
        double[] logs = DoubleStream.of(FALLS)
                .map(fall -> payments.stream()
                        .mapToDouble(payment -> ofFall(payment, fall * cash.applyAsDouble(payment)))
                        .sum())
                .toArray();
        double largest = DoubleStream.of(logs).max().orElseThrow();
        double mean = DoubleStream.of(logs)
                .map(log -> StrictMath.exp(log - largest))
                .average()
                .orElseThrow();
        return largest + StrictMath.log(mean);
    }

    private double ofFall(Payment payment, double cash) {
        if (isRepeated(payment)) {
            return 0;
        }
        var row = sheet.row(payment.row());
        double wider = wider(payment);
        double daily = noise.daily() * wider;
        double overnight = noise.overnight() * wider;
        double byClose = density(payment, row.close() + cash, daily);
        if (!(overnight < daily) || !Column.OPEN.isPrice(row)) {
            return StrictMath.log(byClose * daily);
        }
        double byOpen = density(payment, row.open() + cash, overnight);
        double best = FRESH / overnight + (1 - FRESH) / daily;
        return StrictMath.log((FRESH * byOpen + (1 - FRESH) * byClose) / best);
    }

    private static double density(Payment payment, double price, double scale) {
        double move = StrictMath.log(price / payment.before()) / scale;
        double tail = 1 + move * move / DEGREES;
        return 1 / (tail * tail * scale);
    }

    private double wider(Payment payment) {
        int from = Math.max(1, payment.row() - AROUND);
        int to = Math.min(sheet.size(), payment.row() + AROUND);
        double local = Noise.NORMAL
                * Medians.of(IntStream.range(from, to)
                        .filter(i -> i != payment.row())
                        .mapToDouble(i -> Math.abs(StrictMath.log(sheet.close(i) / sheet.close(i - 1))))
                        .filter(move -> move > 0 && move < Noise.ORDINARY));
        return local > noise.moving() ? local / noise.moving() : 1;
    }

    /** In favour of one amount over another. */
    double favours(Payment payment, double cash, double overCash) {
        return of(payment, cash) - of(payment, overCash);
    }

    /** In favour of one amount on each day over another. */
    double favours(List<Payment> payments, ToDoubleFunction<Payment> cash, ToDoubleFunction<Payment> overCash) {
        return of(payments, cash) - of(payments, overCash);
    }

    /** The same for a fund, whose value falls by all that it pays. */
    double favoursInFull(List<Payment> payments, ToDoubleFunction<Payment> cash, ToDoubleFunction<Payment> overCash) {
        return payments.stream()
                .mapToDouble(payment ->
                        ofFall(payment, cash.applyAsDouble(payment)) - ofFall(payment, overCash.applyAsDouble(payment)))
                .sum();
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
