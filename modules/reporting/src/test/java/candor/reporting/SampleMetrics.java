package candor.reporting;

import candor.forecasting.evaluation.HorizonScorecard;
import candor.forecasting.evaluation.IntervalScore;
import candor.forecasting.evaluation.OriginRange;
import candor.forecasting.evaluation.PointScore;
import candor.forecasting.evaluation.PointScorecard;
import candor.forecasting.evaluation.Proportion;
import candor.forecasting.evaluation.ScaleScore;
import candor.forecasting.evaluation.ScaleScorecard;
import candor.forecasting.evaluation.Terciles;
import candor.forecasting.evaluation.TestOutcome;
import candor.forecasting.evaluation.UniformityTest;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.ReportModel.HistoryPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Scores such as an evaluation gives, for {@link SampleModel}. */
final class SampleMetrics {

    private SampleMetrics() {}

    static MetricsDocument of(List<HistoryPoint> history, List<BacktestRow> past, String statement) {
        return new MetricsDocument(
                "candor/metrics/1",
                Symbol.of("STX"),
                history.getLast().session(),
                new MetricsDocument.BarCounts(
                        history.getFirst().session(), history.getLast().session(), history.size(), 4, 3),
                scorecards(past),
                6,
                statement);
    }

    private static List<HorizonScorecard> scorecards(List<BacktestRow> past) {
        if (past.isEmpty()) {
            return List.of();
        }
        OriginRange origins =
                new OriginRange(past.getFirst().origin(), past.getLast().origin(), past.size());
        return Stream.of(1, 5, 21).map(h -> scorecard(h, origins, past)).toList();
    }

    private static HorizonScorecard scorecard(int sessions, OriginRange origins, List<BacktestRow> past) {
        boolean calibrated =
                past.stream().anyMatch(r -> Double.isFinite(r.quantiles().getFirst()));
        return new HorizonScorecard(
                sessions,
                origins,
                point(sessions),
                scale(sessions),
                Stream.of(0.5, 0.8, 0.9, 0.95, 0.99)
                        .map(level -> interval(level, sessions, calibrated, past))
                        .toList(),
                calibrated ? 0.0103 * Math.sqrt(sessions) : null,
                calibrated ? new UniformityTest(0.23) : null);
    }

    private static PointScorecard point(int sessions) {
        double rmse = 0.0212 * Math.sqrt(sessions);
        Map<String, PointScore> candidates = new LinkedHashMap<>();
        candidates.put("zero", new PointScore(rmse, rmse * 0.7, rmse * 0.71, 1, 0, 0.0007, null, null));
        candidates.put("mean", candidate(rmse, 0.9996, new TestOutcome(-0.82, 0.41, 1.0)));
        candidates.put("ridge", candidate(rmse, 1.0012, new TestOutcome(0.67, 0.5, null)));
        return new PointScorecard("zero", candidates, "none");
    }

    private static PointScore candidate(double zero, double ratio, TestOutcome test) {
        double rmse = zero * ratio;
        return new PointScore(
                rmse, rmse * 0.7, rmse * 0.71, ratio, 1 - ratio * ratio, 1.0007 - ratio * ratio, direction(), test);
    }

    private static Proportion direction() {
        return new Proportion(0.512, 0.484, 0.540);
    }

    private static ScaleScorecard scale(int sessions) {
        double qlike = -6.3 + StrictMath.log(sessions);
        Map<String, ScaleScore> candidates = new LinkedHashMap<>();
        candidates.put("ewma", new ScaleScore(qlike + 0.05, null));
        candidates.put("logHarL", new ScaleScore(qlike, new TestOutcome(-4.1, 0.00004, 0.00024)));
        return new ScaleScorecard("logHarL", candidates);
    }

    private static IntervalScore interval(double level, int sessions, boolean calibrated, List<BacktestRow> past) {
        return new IntervalScore(
                level,
                past.size(),
                calibrated ? level - 0.001 * sessions / 3 : Double.NaN,
                calibrated ? 0.11 * Math.sqrt(sessions) * level : Double.NaN,
                calibrated ? 0.62 : Double.NaN,
                calibrated ? 0.047 : Double.NaN,
                byYear(past),
                calibrated && sessions < 21 ? new Terciles(level - 0.02, level, Math.min(1, level + 0.02)) : null);
    }

    private static SortedMap<String, Double> byYear(List<BacktestRow> past) {
        SortedMap<String, int[]> counts = new TreeMap<>();
        for (BacktestRow row : past) {
            if (Double.isFinite(row.quantiles().getFirst())) {
                int[] count =
                        counts.computeIfAbsent(Integer.toString(row.target().getYear()), y -> new int[2]);
                count[0]++;
                boolean inside = row.realised() >= row.quantiles().get(2)
                        && row.realised() <= row.quantiles().get(8);
                count[1] += inside ? 1 : 0;
            }
        }
        SortedMap<String, Double> shares = new TreeMap<>();
        counts.forEach((year, count) -> {
            if (count[0] >= 60) {
                shares.put(year, (double) count[1] / count[0]);
            }
        });
        return shares;
    }
}
