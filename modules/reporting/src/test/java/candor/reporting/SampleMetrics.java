package candor.reporting;

import candor.forecasting.evaluation.scorecard.Breakdown;
import candor.forecasting.evaluation.scorecard.CoverageRecord;
import candor.forecasting.evaluation.scorecard.CoverageShare;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.OriginRange;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.scorecard.PointScorecard;
import candor.forecasting.evaluation.scorecard.ScaleScore;
import candor.forecasting.evaluation.scorecard.ScaleScorecard;
import candor.forecasting.evaluation.scorecard.Skill;
import candor.forecasting.evaluation.scorecard.TailScore;
import candor.forecasting.evaluation.scorecard.Terciles;
import candor.forecasting.evaluation.test.LjungBox;
import candor.forecasting.evaluation.test.OneSidedTest;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.evaluation.test.UniformityTest;
import candor.forecasting.evaluation.test.Wilson;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Symbol;
import candor.forecasting.risk.MarketRisk;
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

    static final String ALARM = "too good to be true";

    private SampleMetrics() {}

    static MetricsDocument of(List<HistoryPoint> history, List<BacktestRow> past, String statement) {
        return new MetricsDocument(
                "candor/metrics/1",
                Symbol.of("STX"),
                history.getLast().session(),
                new MetricsDocument.BarCounts(
                        history.getFirst().session(), history.getLast().session(), history.size(), 4, 3),
                history.size() < 500
                        ? null
                        : new MarketRisk(
                                history.getFirst().session(),
                                history.getLast().session(),
                                history.size() - 1,
                                0.021,
                                -0.3,
                                6.4,
                                -1.7,
                                0.3412,
                                6),
                scorecards(past),
                guards(),
                6,
                statement);
    }

    private static List<GuardResult> guards() {
        return List.of(
                GuardResult.held(
                        "prefix invariance",
                        "Nothing up to 2025-11-03 changes by a bit when later sessions are cut off or replaced by"
                                + " noise."),
                GuardResult.broken(ALARM, "ridge has an R2os of 0.51 for one session; above 0.05 look for a leak."));
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
                calibrated ? tails(sessions, past.size()) : List.of(),
                calibrated ? 0.0103 * Math.sqrt(sessions) : null,
                calibrated ? new UniformityTest(sessions == 1 ? 0.023 : 0.23) : null,
                calibrated ? coverage90(sessions, past.size()) : null);
    }

    /** A year in which the longest intervals failed. */
    private static CoverageRecord coverage90(int sessions, int outcomes) {
        CoverageShare whole = share(outcomes, outcomes * 9 / 10, sessions);
        return new CoverageRecord(
                0.9,
                whole,
                outcomes < 250 ? null : share(250, sessions == 21 ? 150 : 224, sessions),
                outcomes < 60 ? null : share(60, 55, sessions),
                new TreeMap<>(Map.of("2024", share(252, sessions == 21 ? 150 : 226, sessions), "2025", whole)),
                sessions < 21 ? new CoverageRecord.ByTercile(whole, whole, whole) : null);
    }

    private static CoverageShare share(int outcomes, int inside, int sessions) {
        return new CoverageShare(outcomes, Wilson.ofOverlapping(inside, outcomes, sessions, 0.95));
    }

    private static List<TailScore> tails(int sessions, int outcomes) {
        return List.of(
                new TailScore(
                        TailScore.Tail.LOWER,
                        0.99,
                        outcomes,
                        outcomes / 80,
                        outcomes * 0.01,
                        0.21,
                        0.34,
                        0.43,
                        sessions == 1 ? new TrafficLight(250, 6, TrafficLight.Zone.YELLOW) : null),
                new TailScore(
                        TailScore.Tail.UPPER, 0.95, outcomes, outcomes / 22, outcomes * 0.05, 0.41, 0.9, 0.7, null));
    }

    private static Breakdown parts(double scale) {
        return new Breakdown(
                new TreeMap<>(Map.of("2024", scale, "2025", -scale / 2)), new Terciles(scale, -scale, 2 * scale));
    }

    private static PointScorecard point(int sessions) {
        double rmse = 0.0212 * Math.sqrt(sessions);
        Map<String, PointScore> candidates = new LinkedHashMap<>();
        candidates.put(
                "zero",
                new PointScore(rmse, rmse * 0.7, rmse * 0.71, 1, 0, 0.0007, null, null, null, null, null, parts(0)));
        candidates.put("mean", candidate(rmse, 0.9996, new TestOutcome(-0.82, 0.41, 1.0)));
        candidates.put("ridge", candidate(rmse, 1.0012, new TestOutcome(0.67, 0.5, null)));
        return new PointScorecard("zero", candidates, Skill.NONE);
    }

    private static PointScore candidate(double zero, double ratio, TestOutcome test) {
        double rmse = zero * ratio;
        return new PointScore(
                rmse,
                rmse * 0.7,
                rmse * 0.71,
                ratio,
                1 - ratio * ratio,
                1.0007 - ratio * ratio,
                direction(),
                test,
                new OneSidedTest(0.85, 0.198),
                null,
                new OneSidedTest(-0.4, 0.655),
                parts(0.004));
    }

    private static Proportion direction() {
        return new Proportion(0.512, 0.484, 0.540);
    }

    private static ScaleScorecard scale(int sessions) {
        double qlike = -6.3 + StrictMath.log(sessions);
        Map<String, ScaleScore> candidates = new LinkedHashMap<>();
        candidates.put(
                "ewma", new ScaleScore(qlike + 0.05, null, sessions == 1 ? new LjungBox(51.2, 0.0004) : null, null));
        candidates.put(
                "logHarL",
                new ScaleScore(
                        qlike,
                        new TestOutcome(-4.1, 0.00004, 0.00024),
                        sessions == 1 ? new LjungBox(21, 0.52) : null,
                        parts(-0.05)));
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
                calibrated ? 0.12 : Double.NaN,
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
