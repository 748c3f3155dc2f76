package candor.benchmarks.panel;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.Recalibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the forecasts of one symbol did.
 *
 * @param horizons shortest first; empty where no calibrated forecast has an outcome in the period
 */
record SymbolFigures(String symbol, List<HorizonFigures> horizons) {

    private static final Champion EWMA = new Champion(Candidates.ZERO, Candidates.EWMA);

    SymbolFigures {
        horizons = List.copyOf(horizons);
    }

    /** Scores those forecasts of a walk-forward with this plan whose targets lie in the period. */
    static SymbolFigures of(String symbol, List<BacktestRow> rows, ForecastPlan plan, Period period) {
        List<HorizonScorecard> cards =
                Scorecards.withAdjustedP(scored(rows, period)).horizons();
        List<HorizonFigures> figures = new ArrayList<>();
        for (HorizonScorecard card : cards) {
            List<BacktestRow> withEwma = Recalibration.of(rows, card.sessions(), EWMA, plan.settings())
                    .rows();
            if (!card.intervals().isEmpty()) {
                figures.add(HorizonFigures.of(card, scored(withEwma, period).getFirst()));
            }
        }
        return new SymbolFigures(symbol, figures);
    }

    private static List<HorizonScorecard> scored(List<BacktestRow> rows, Period period) {
        return Scorecards.of(rows, period.from(), period.to(), Map.of());
    }
}
