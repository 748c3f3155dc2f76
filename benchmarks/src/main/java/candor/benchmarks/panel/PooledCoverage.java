package candor.benchmarks.panel;

import candor.forecasting.evaluation.scorecard.Terciles;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Coverage of the 90 % interval over all outcomes of all symbols. Of a single symbol the terciles of 21 sessions leave
 * .85 to .95 by chance alone: with exactly true forecasts 52 of 60 symbols keep within in 14 years, and one in five in
 * two years.
 */
final class PooledCoverage {

    private PooledCoverage() {}

    static String words(int sessions) {
        return sessions == 1 ? "1 session" : sessions + " sessions";
    }

    /** @param figures of one horizon, at least one */
    static List<Requirement> bars(List<HorizonFigures> figures) {
        String horizon = words(figures.getFirst().sessions());
        List<HorizonFigures> parted =
                figures.stream().filter(each -> each.terciles() != null).toList();
        Requirement whole = Requirement.of(
                horizon + ": pooled coverage, 90 %", pooled(figures, HorizonFigures::coverage), 0.89, 0.91);
        return parted.isEmpty()
                ? List.of(whole)
                : List.of(
                        whole,
                        tercile(horizon + ": the same in calm times", parted, Terciles::low),
                        tercile(horizon + ": the same in middling times", parted, Terciles::middle),
                        tercile(horizon + ": the same in wild times", parted, Terciles::high));
    }

    private static Requirement tercile(String name, List<HorizonFigures> parted, ToDoubleFunction<Terciles> part) {
        double coverage = pooled(parted, each -> part.applyAsDouble(Objects.requireNonNull(each.terciles())));
        return Requirement.of(name, coverage, 0.875, 0.925);
    }

    private static double pooled(List<HorizonFigures> figures, ToDoubleFunction<HorizonFigures> coverage) {
        double covered = 0;
        long outcomes = 0;
        for (HorizonFigures each : figures) {
            covered += each.outcomes() * coverage.applyAsDouble(each);
            outcomes += each.outcomes();
        }
        return covered / outcomes;
    }
}
