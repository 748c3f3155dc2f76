package candor.pipeline.vintage;

import candor.pipeline.port.RawBar;
import java.util.ArrayList;
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

    /** @param fresh rows of one answer, ascending; those after the last held one carry the actions since */
    static Readjustment of(HeldBars held, List<RawBar> fresh) {
        List<RawBar> common = commonOfOneVintage(held, fresh);
        if (common.isEmpty()) {
            return new None();
        }
        double expected = expected(held, fresh);
        List<String> odd = new ArrayList<>();
        double sum = 0;
        for (RawBar bar : common) {
            double before = held.find(bar.session()).orElseThrow().bar().adjustedClose();
            double factor = bar.adjustedClose() / before;
            sum += factor;
            if (Math.abs(factor / expected - 1) > TOLERANCE) {
                odd.add(bar.session() + " adjusted close " + bar.adjustedClose() + ", was " + before + ": factor "
                        + factor);
            }
        }
        if (!odd.isEmpty()) {
            return new Unexplained(expected, odd);
        }
        double mean = sum / common.size();
        return Math.abs(mean - 1) <= ROUNDING ? new None() : new Explained(mean);
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

    private static double expected(HeldBars held, List<RawBar> fresh) {
        double factor = 1;
        double closeBefore = Double.NaN;
        for (RawBar bar : fresh) {
            boolean known = held.hasFinal(bar.session());
            double cash = bar.dividend() + bar.capitalGain();
            if (!known && cash > 0 && closeBefore > cash) {
                factor *= 1 - cash / closeBefore;
            }
            if (!known && bar.split() > 0) {
                factor /= bar.split();
            }
            closeBefore = Double.isNaN(bar.close()) ? closeBefore : bar.close();
        }
        return factor;
    }
}
