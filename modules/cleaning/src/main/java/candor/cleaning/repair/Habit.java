// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning.repair;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * By how much the amounts of one payer differ from those beside them: nothing for a rate that is kept, a tenth for a fund.
 * Of each dividend the distance to the nearest of the four beside it is taken, two before and two after, so that interim and final
 * dividends, and a rate that is raised once a year, are habits too.
 */
final class Habit {

    /** Fewer dividends make no habit. */
    private static final int FEWEST = 5;

    /** Amounts that are the same are so to this, as a logarithm. */
    private static final double EXACT = 5e-4;

    /** Share of the distances that the spread is read off, and its standard deviations in a normal distribution. */
    private static final double MOST = 0.8;

    private static final double STANDARD_DEVIATIONS = 1.28;

    /** An amount further away than so many spreads is out of habit, and may lie anywhere. */
    private static final double BEYOND = 4;

    private static final double ANYWHERE = 2.5;
    private static final int BESIDE = 2;

    private final List<Payment> known;
    private final double spread;
    private final double odd;

    /** @param known payments whose cash is sure, in any order */
    Habit(Collection<Payment> known) {
        this.known = known.stream()
                .filter(payment -> payment.cash() > 0)
                .sorted(Comparator.comparingInt(Payment::row))
                .toList();
        double[] apart = this.known.stream()
                .mapToDouble(payment -> apart(payment, payment.cash()))
                .sorted()
                .toArray();
        double most = apart.length == 0 ? ANYWHERE : apart[(int) Math.ceil(MOST * apart.length) - 1];
        this.spread = Math.clamp(most / STANDARD_DEVIATIONS, EXACT, ANYWHERE);
        long beyond =
                DoubleStream.of(apart).filter(each -> each > BEYOND * spread).count();
        this.odd = (1.0 + beyond) / (apart.length + 2);
    }

    /** Whether enough dividends are known. */
    boolean isKnown() {
        return known.size() >= FEWEST;
    }

    /** Whether an amount differs from those beside it no more than those of the payer do from each other. */
    boolean isLike(Payment payment, double amount) {
        return apart(payment, amount) <= BEYOND * spread;
    }

    /** In favour of one amount on that day over another, as a logarithm of odds. */
    double favours(Payment payment, double amount, double overAmount) {
        return of(payment, amount) - of(payment, overAmount);
    }

    private double of(Payment payment, double amount) {
        double apart = apart(payment, amount);
        return StrictMath.log((1 - odd) * normal(apart, spread) + odd * normal(apart, ANYWHERE));
    }

    /** Log distance of an amount to the nearest of those beside the payment; infinite for the only one. */
    private double apart(Payment payment, double amount) {
        int first = firstAfter(payment);
        int next = first < known.size() && known.get(first).row() == payment.row() ? first + 1 : first;
        return IntStream.concat(
                        IntStream.range(Math.max(0, first - BESIDE), first),
                        IntStream.range(next, Math.min(known.size(), next + BESIDE)))
                .mapToDouble(k -> Math.abs(StrictMath.log(amount / known.get(k).cash())))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The first known payment on that day or later. */
    private int firstAfter(Payment payment) {
        int first = 0;
        while (first < known.size() && known.get(first).row() < payment.row()) {
            first++;
        }
        return first;
    }

    private static double normal(double apart, double spread) {
        double distance = apart / spread;
        return StrictMath.exp(-distance * distance / 2) / spread;
    }
}
