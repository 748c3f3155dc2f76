package candor.cleaning.repair;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How usual an amount is for a stock, as a log-density over the logarithm of amounts.
 *
 * <p>Beside the nearest of the stock's other dividends, two before and two after: a fifth of all repeat one of them to the
 * digit, as most companies keep their rate for years; two fifths are of that size, give or take a twelfth; three tenths
 * differ by a factor of two as a rule; and a tenth lie anywhere, as the little that a fund pays out beside its income of
 * half a year, or a special dividend. A small payment beside large ones is thus unusual and nothing more. Where no other
 * is known, one percent of the price, give or take a factor of three, with a fiftieth anywhere.
 */
final class Usual {

    private static final double EXACT = 5e-4;
    private static final double NEAR = 0.08;
    private static final double LIKE = 0.7;
    private static final double ANYWHERE = 2.5;
    private static final double FIRST = 0.012;
    private static final double FIRST_SPREAD = 1.1;
    private static final double SMALL = 0.001;
    private static final double ODD = 0.02;

    /** Fewer companies keep their yield than their rate. */
    private static final double BY_YIELD = 0.7;

    private static final double TO_THE_DIGIT = 1e-6;
    private static final int BESIDE = 2;
    private static final long YEARLY = 250;
    private static final double STEADY = 0.35;
    private static final double FACTOR_OF_THREE = StrictMath.log(3);

    private final List<Payment> known;

    /** @param known payments whose cash is sure, in any order */
    Usual(Collection<Payment> known) {
        this.known = known.stream()
                .filter(payment -> payment.cash() > 0)
                .sorted(Comparator.comparingInt(Payment::row))
                .toList();
    }

    /** Whether two or more of the stock's own dividends are known. */
    boolean isKnown() {
        return known.size() > 1;
    }

    double of(Payment payment, double amount) {
        double yield = payment.share(amount);
        return beside(payment)
                .mapToDouble(other -> Math.max(
                        besideOne(StrictMath.log(amount / other.cash())),
                        besideOne(StrictMath.log(yield / other.share(other.cash()))) - BY_YIELD))
                .max()
                .orElseGet(() -> StrictMath.log((1 - ODD) * normal(StrictMath.log(yield / FIRST), FIRST_SPREAD)
                        + ODD * normal(StrictMath.log(yield / SMALL), ANYWHERE)));
    }

    /** In favour of one amount over another. */
    double favours(Payment payment, double amount, double overAmount) {
        return of(payment, amount) - of(payment, overAmount);
    }

    /** Whether an amount lies within a factor of three of the nearest ones. */
    boolean fits(Payment payment, double amount) {
        return isLike(payment, amount, FACTOR_OF_THREE);
    }

    /** Whether an amount lies within so much, as a logarithm, of one of the nearest ones. */
    boolean isLike(Payment payment, double amount, double apart) {
        return isKnown() && beside(payment).anyMatch(other -> Math.abs(StrictMath.log(amount / other.cash())) <= apart);
    }

    /** Whether the nearest ones, before and after, are all of about that amount. */
    boolean isSteady(Payment payment, double amount) {
        return beside(payment).count() > BESIDE
                && beside(payment).anyMatch(other -> other.row() < payment.row())
                && beside(payment).anyMatch(other -> other.row() > payment.row())
                && beside(payment).allMatch(other -> Math.abs(StrictMath.log(amount / other.cash())) <= STEADY);
    }

    /** Whether two or more of the nearest ones are of that amount to the digit. */
    boolean isRate(Payment payment, double amount) {
        return beside(payment)
                        .filter(other -> Math.abs(amount / other.cash() - 1) <= TO_THE_DIGIT)
                        .count()
                > 1;
    }

    /** Whether no two of the stock's dividends lie less than two thirds of a year apart. */
    boolean isYearly(Worksheet sheet) {
        return isKnown()
                && IntStream.range(1, known.size())
                        .allMatch(k -> sheet.daysBetween(
                                        known.get(k - 1).row(), known.get(k).row())
                                >= YEARLY);
    }

    /** The middle share of the price that is paid, NaN where none is known. */
    double middle() {
        return Medians.of(known.stream().mapToDouble(payment -> payment.share(payment.cash())));
    }

    private Stream<Payment> beside(Payment payment) {
        List<Payment> before =
                known.stream().filter(other -> other.row() < payment.row()).toList();
        return Stream.concat(
                before.stream().skip(Math.max(0, before.size() - BESIDE)),
                known.stream().filter(other -> other.row() > payment.row()).limit(BESIDE));
    }

    private static double besideOne(double apart) {
        return StrictMath.log(0.2 * normal(apart, EXACT)
                + 0.4 * normal(apart, NEAR)
                + 0.3 * normal(apart, LIKE)
                + 0.1 * normal(apart, ANYWHERE));
    }

    private static double normal(double apart, double spread) {
        double distance = apart / spread;
        return StrictMath.exp(-distance * distance / 2) / spread;
    }
}
