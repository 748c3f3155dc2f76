package candor.forecasting.evaluation.scorecard;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.loss.Qlike;
import candor.forecasting.evaluation.test.CentredSeries;
import candor.forecasting.evaluation.test.DieboldMariano;
import candor.forecasting.evaluation.test.DisjointTargets;
import candor.forecasting.evaluation.test.LjungBox;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.walkforward.BacktestRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores the candidates for the variance, each on the rows that have its forecast and are none of a {@link Standstill}. */
final class ScaleScoring {

    /** Lags of the test for clusters left behind, in sessions. */
    private static final int MONTH = 22;

    private ScaleScoring() {}

    /** The scorecard of rows with outcomes, in time order. */
    static ScaleScorecard of(List<BacktestRow> rows, String champion) {
        List<BacktestRow> moving = Standstill.without(rows);
        int standstill = rows.size() - moving.size();
        Map<String, ScaleScore> candidates = new LinkedHashMap<>();
        for (Candidate candidate : Candidates.SCALES) {
            List<BacktestRow> own = with(candidate, moving);
            if (!own.isEmpty()) {
                double qlike = PointScoring.average(own, row -> qlike(candidate, row));
                candidates.put(
                        candidate.key(),
                        new ScaleScore(
                                qlike, againstEwma(candidate, own), ljungBox(candidate, own), parts(candidate, own)));
            }
        }
        return new ScaleScorecard(champion, candidates, standstill == 0 ? null : standstill);
    }

    private static @Nullable TestOutcome againstEwma(Candidate candidate, List<BacktestRow> rows) {
        List<BacktestRow> both = with(Candidates.EWMA, rows);
        if (candidate.equals(Candidates.EWMA) || both.isEmpty()) {
            return null;
        }
        return DieboldMariano.of(
                        PointScoring.losses(both, row -> qlike(candidate, row)),
                        PointScoring.losses(both, row -> qlike(Candidates.EWMA, row)),
                        both.getFirst().horizon(),
                        DieboldMariano.Window.RECTANGULAR)
                .map(test -> new TestOutcome(test.statistic(), test.p(), null))
                .orElse(null);
    }

    private static @Nullable LjungBox ljungBox(Candidate candidate, List<BacktestRow> rows) {
        return rows.getFirst().horizon() > 1
                ? null
                : LjungBox.of(
                                PointScoring.losses(
                                        rows, row -> row.realised() * row.realised() / row.variance(candidate)),
                                MONTH)
                        .orElse(null);
    }

    private static @Nullable Breakdown parts(Candidate candidate, List<BacktestRow> rows) {
        List<BacktestRow> both = with(Candidates.EWMA, rows);
        if (candidate.equals(Candidates.EWMA) || both.isEmpty()) {
            return null;
        }
        double[] difference = PointScoring.losses(both, row -> qlike(candidate, row) - qlike(Candidates.EWMA, row));
        return Parts.of(both)
                .breakdown(at ->
                        CentredSeries.of(DisjointTargets.pick(difference, at)).mean());
    }

    private static List<BacktestRow> with(Candidate candidate, List<BacktestRow> rows) {
        return rows.stream().filter(row -> row.variance(candidate) > 0).toList();
    }

    private static double qlike(Candidate candidate, BacktestRow row) {
        return Qlike.of(row.variance(candidate), row.realised());
    }
}
