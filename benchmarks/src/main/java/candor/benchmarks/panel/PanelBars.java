package candor.benchmarks.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is promised of one horizon: the study that chose HAR-P found as much on the 60 symbols, less a margin of about
 * .002.
 *
 * @param sessions the horizon
 * @param score90 mean of the 90 % score over that of {@link PinnedEwma}, at most
 * @param score99 the same of the 99 % score
 * @param qlike mean QLIKE less EWMA's, at most
 * @param tails whether both ends at 99 % are promised; over a month they are printed
 */
record PanelBars(int sessions, double score90, double score99, double qlike, boolean tails) {

    static final List<PanelBars> ALL = List.of(
            new PanelBars(1, 0.957, 0.896, -0.124, true),
            new PanelBars(5, 0.952, 0.873, -0.111, true),
            new PanelBars(21, 0.938, 0.780, -0.098, false));

    /** @param figures of that horizon, at least one */
    List<Requirement> of(List<HorizonFigures> figures) {
        List<Requirement> bars = new ArrayList<>();
        String horizon = PooledCoverage.words(sessions);
        bars.add(Requirement.atMost(
                horizon + ": mean score ratio to EWMA, 90 %",
                PanelResults.mean(figures, HorizonFigures::scoreToEwma),
                score90));
        bars.add(Requirement.atMost(
                horizon + ": mean score ratio to EWMA, 99 %",
                PanelResults.mean(figures, HorizonFigures::score99ToEwma),
                score99));
        bars.add(Requirement.atMost(
                horizon + ": mean QLIKE less EWMA's",
                PanelResults.mean(figures, each -> each.qlike() - each.qlikeOfEwma()),
                qlike));
        bars.addAll(PooledCoverage.bars(figures));
        if (sessions == 1) {
            bars.add(failing(figures, "Kupiec", HorizonFigures::passesKupiec));
            bars.add(failing(figures, "Christoffersen", HorizonFigures::passesChristoffersen));
        }
        if (tails) {
            addTail(bars, figures, "losses", HorizonFigures::losses);
            addTail(bars, figures, "rises", HorizonFigures::rises);
        }
        return bars;
    }

    private void addTail(
            List<Requirement> bars,
            List<HorizonFigures> figures,
            String name,
            Function<HorizonFigures, HorizonFigures.Exceedances> tail) {
        bars.add(Requirement.of(
                PooledCoverage.words(sessions) + ": " + name + " beyond the value at risk, 99 %",
                PanelResults.mean(figures, each -> tail.apply(each).share()),
                0.009,
                0.011));
        bars.add(failing(figures, "Kupiec, " + name, each -> tail.apply(each).passesKupiec()));
    }

    private Requirement failing(List<HorizonFigures> figures, String test, Predicate<HorizonFigures> passes) {
        return Requirement.atMost(
                PooledCoverage.words(sessions) + ": symbols with p <= .05, " + test,
                (double) (figures.size() - PanelResults.count(figures, passes)),
                MostByChance.of(figures.size(), HorizonFigures.LEVEL));
    }
}
