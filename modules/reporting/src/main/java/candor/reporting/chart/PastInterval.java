package candor.reporting.chart;

import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.report.ReportModel.HistoryPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A 90 % interval that was forecast for a session, as prices, and what came.
 *
 * @param isMiss whether the realised return was outside
 */
record PastInterval(LocalDate target, double lower, double upper, double outcome, boolean isMiss) {

    private static final int LOWER = BacktestRow.PROBABILITIES.indexOf(0.05);
    private static final int UPPER = BacktestRow.PROBABILITIES.indexOf(0.95);

    /**
     * Those of the shown sessions that have a calibrated interval and an outcome.
     *
     * @param scale turns adjusted closes into the prices shown
     */
    static List<PastInterval> of(List<BacktestRow> rows, List<HistoryPoint> shown, double scale) {
        Map<LocalDate, Double> outcomes = new HashMap<>();
        shown.forEach(p -> outcomes.put(p.session(), p.adjustedClose() * scale));
        List<PastInterval> intervals = new ArrayList<>();
        for (BacktestRow row : rows) {
            Double outcome = outcomes.get(row.target());
            double lower = row.quantiles().get(LOWER);
            double upper = row.quantiles().get(UPPER);
            if (outcome != null && Double.isFinite(lower + upper + row.realised())) {
                boolean miss = row.realised() < lower || row.realised() > upper;
                intervals.add(new PastInterval(
                        row.target(),
                        outcome * StrictMath.exp(lower - row.realised()),
                        outcome * StrictMath.exp(upper - row.realised()),
                        outcome,
                        miss));
            }
        }
        return intervals;
    }
}
