package candor.pipeline.repair;

import java.util.Collection;
import java.util.List;

/**
 * How usual it is to pay a share of the price at once, as a log-density up to a constant. Around the stock's own other
 * dividends where two or more are sure: they seldom differ by more than a factor of two. Otherwise around one percent,
 * give or take a factor of three: quarterly and yearly payers lie between a twentieth of a percent and a fifth of the
 * price, with few exceptions. Never worth more than 6, a factor of 400.
 */
final class Yields {

    private static final double USUAL = 0.01;
    private static final double SPREAD = 1.1;
    private static final double OWN_SPREAD = 0.7;
    private static final double LIMIT = -6;

    private final double middle;
    private final double spread;
    private final int known;

    private Yields(double middle, double spread, int known) {
        this.middle = middle;
        this.spread = spread;
        this.known = known;
    }

    /** From payments whose cash is sure. */
    static Yields of(Collection<Payment> sure) {
        List<Double> yields = sure.stream()
                .filter(payment -> payment.cash() > 0)
                .map(payment -> payment.share(payment.cash()))
                .toList();
        return yields.size() < 2
                ? new Yields(USUAL, SPREAD, 0)
                : new Yields(Medians.of(yields.stream().mapToDouble(Double::doubleValue)), OWN_SPREAD, yields.size());
    }

    /** Whether the stock's own dividends are known. */
    boolean areOwn() {
        return known > 0;
    }

    double of(double yield) {
        double distance = StrictMath.log(yield / middle) / spread;
        return Math.max(LIMIT, -distance * distance / 2);
    }

    /** Whether a yield lies within a factor of three of the stock's own. */
    boolean fits(double yield) {
        return areOwn() && Math.abs(StrictMath.log(yield / middle)) <= StrictMath.log(3);
    }

    double middle() {
        return middle;
    }
}
