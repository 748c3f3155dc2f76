package candor.benchmarks.panel;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the forecasts of one symbol did.
 *
 * @param horizons shortest first; empty where no calibrated forecast has an outcome in the period
 */
record SymbolFigures(String symbol, List<HorizonFigures> horizons) {

    /**
     * The figures, and what is pooled over symbols.
     *
     * @param coverage of each horizon
     */
    record WithDays(SymbolFigures figures, List<CoverageByDay> coverage) {

        WithDays {
            coverage = List.copyOf(coverage);
        }
    }

    SymbolFigures {
        horizons = List.copyOf(horizons);
    }

    /**
     * Scores those forecasts of a walk-forward with this plan whose targets lie in the period, and for which {@link PinnedEwma}
     * has intervals, too.
     */
    static WithDays of(String symbol, List<BacktestRow> rows, ForecastPlan plan, Period period) {
        List<BacktestRow> both = new ArrayList<>();
        List<BacktestRow> ewma = new ArrayList<>();
        for (int horizon : plan.settings().horizons()) {
            List<BacktestRow> own =
                    rows.stream().filter(row -> row.horizon() == horizon).toList();
            List<BacktestRow> pinned = PinnedEwma.of(own, horizon, plan.settings());
            for (int t = 0; t < own.size(); t++) {
                if (isCalibrated(own.get(t)) && isCalibrated(pinned.get(t)) && isScored(own.get(t), period)) {
                    both.add(own.get(t));
                    ewma.add(pinned.get(t));
                }
            }
        }
        if (both.isEmpty()) {
            return new WithDays(new SymbolFigures(symbol, List.of()), List.of());
        }
        List<HorizonScorecard> cards =
                Scorecards.withAdjustedP(scored(both, plan, period)).horizons();
        List<HorizonScorecard> others = scored(ewma, plan, period);
        return new WithDays(
                new SymbolFigures(
                        symbol,
                        IntStream.range(0, cards.size())
                                .mapToObj(i -> HorizonFigures.of(cards.get(i), others.get(i)))
                                .toList()),
                cards.stream()
                        .map(card -> CoverageByDay.of(both, card.sessions()))
                        .toList());
    }

    private static boolean isCalibrated(BacktestRow row) {
        return Double.isFinite(row.quantiles().getFirst());
    }

    private static boolean isScored(BacktestRow row, Period period) {
        return Double.isFinite(row.realised()) && period.holds(row.target());
    }

    private static List<HorizonScorecard> scored(List<BacktestRow> rows, ForecastPlan plan, Period period) {
        return Scorecards.of(rows, period.from(), period.to(), plan.champions());
    }
}
