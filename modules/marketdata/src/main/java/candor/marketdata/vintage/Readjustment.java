package candor.marketdata.vintage;

import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * By what the provider's adjusted closes of held sessions have changed. Every later dividend or split restates them all by
 * one factor, which follows from it; nothing else may.
 *
 * <p>With C the close before a dividend D, and s a split's ratio, the factor is the product of (1 - D/C) / s over the
 * actions since: the proportional method of CRSP and Yahoo, on bars as traded.
 */
sealed interface Readjustment {

    /** Providers round adjusted closes; the fifth digit moves from day to day. */
    double ROUNDING = 1e-4;

    /** As dividends and splits are rounded too. */
    double TOLERANCE = 1e-3;

    /** Adjusted closes stand as they were, or there are none to compare. */
    record None() implements Readjustment {}

    /** All by the factor that the actions since ask for. */
    record Explained(double factor) implements Readjustment {}

    /** By factors that differ, or by another than the actions ask for; one line for each session. */
    record Unexplained(double expected, List<String> rows) implements Readjustment {}

    /** @param fresh all rows of one answer, ascending; those without held prices carry the actions since */
    static Readjustment of(HeldBars held, List<RawBar> fresh) {
        List<RawBar> common = commonOfOneVintage(held, fresh);
        if (common.isEmpty()) {
            return new None();
        }
        double mean =
                common.stream().mapToDouble(bar -> factor(held, bar)).average().orElseThrow();
        double expected = nearest(possible(held, fresh), mean);
        List<String> odd = common.stream()
                .filter(bar -> Math.abs(factor(held, bar) / expected - 1) > TOLERANCE)
                .map(bar -> bar.session() + " adjusted close " + bar.adjustedClose() + ", was "
                        + before(held, bar).adjustedClose() + ": factor " + factor(held, bar))
                .toList();
        if (!odd.isEmpty()) {
            return new Unexplained(expected, odd);
        }
        return Math.abs(mean - 1) <= ROUNDING ? new None() : new Explained(mean);
    }

    private static double factor(HeldBars held, RawBar bar) {
        return bar.adjustedClose() / before(held, bar).adjustedClose();
    }

    private static RawBar before(HeldBars held, RawBar bar) {
        return held.find(bar.session()).orElseThrow().bar();
    }

    private static double nearest(List<Double> possible, double mean) {
        return possible.stream()
                .min(Comparator.comparingDouble(factor -> Math.abs(mean / factor - 1)))
                .orElse(1.0);
    }

    /** Levels of adjusted closes are comparable within one vintage only. */
    private static List<RawBar> commonOfOneVintage(HeldBars held, List<RawBar> fresh) {
        List<RawBar> common = fresh.stream()
                .filter(bar -> bar.adjustedClose() > 0 && bar.adjustedClose() < Double.POSITIVE_INFINITY)
                .filter(bar -> held.find(bar.session())
                        .filter(before -> before.isFinal() && before.bar().adjustedClose() > 0)
                        .isPresent())
                .toList();
        int newest = common.stream()
                .mapToInt(bar -> held.find(bar.session()).orElseThrow().vintage())
                .max()
                .orElse(0);
        return common.stream()
                .filter(bar -> held.find(bar.session()).orElseThrow().vintage() == newest)
                .toList();
    }

    /**
     * The factors that the actions of sessions without held prices can ask for. The held adjusted closes may have counted
     * the first of these already: an answer on the morning of an ex-date knows of it, though the session is not over.
     */
    private static List<Double> possible(HeldBars held, List<RawBar> fresh) {
        List<Double> factors = new ArrayList<>();
        double closeBefore = Double.NaN;
        for (RawBar bar : fresh) {
            if (!held.hasFinal(bar.session())) {
                double cash = bar.dividend() + bar.capitalGain();
                double paid = cash > 0 && closeBefore > cash ? 1 - cash / closeBefore : 1;
                factors.add(bar.split() > 0 ? paid / bar.split() : paid);
            }
            closeBefore = Double.isNaN(bar.close()) ? closeBefore : bar.close();
        }
        List<Double> products = new ArrayList<>(List.of(1.0));
        factors.reversed().forEach(factor -> products.add(products.getLast() * factor));
        return products.reversed();
    }
}
