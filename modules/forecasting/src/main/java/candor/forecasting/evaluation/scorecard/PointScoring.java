package candor.forecasting.evaluation.scorecard;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.test.ClarkWest;
import candor.forecasting.evaluation.test.DieboldMariano;
import candor.forecasting.evaluation.test.DisjointTargets;
import candor.forecasting.evaluation.test.OneSidedTest;
import candor.forecasting.evaluation.test.PesaranTimmermann;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.evaluation.test.Wilson;
import candor.forecasting.walkforward.BacktestRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Scores the candidates for the mean, each on the rows that have its forecast and the expanding mean. */
final class PointScoring {

    private static final double CONFIDENCE = 0.95;

    private PointScoring() {}

    /** The scorecard of rows with outcomes, in time order; skill is left at none, which only adjusted p-values change. */
    static PointScorecard of(List<BacktestRow> rows, String champion) {
        Map<String, PointScore> candidates = new LinkedHashMap<>();
        for (Candidate candidate : Candidates.MEANS) {
            List<BacktestRow> own = rows.stream()
                    .filter(row ->
                            Double.isFinite(row.forecast(Candidates.MEAN)) && Double.isFinite(row.forecast(candidate)))
                    .toList();
            if (!own.isEmpty()) {
                candidates.put(candidate.key(), score(candidate, own));
            }
        }
        return new PointScorecard(champion, candidates, Skill.NONE);
    }

    private static PointScore score(Candidate candidate, List<BacktestRow> rows) {
        double mse = average(rows, row -> squaredError(candidate, row));
        double mseOfZero = average(rows, row -> squaredError(Candidates.ZERO, row));
        double mseOfMean = average(rows, row -> squaredError(Candidates.MEAN, row));
        if (!(mseOfZero > 0 && mseOfMean > 0)) {
            throw new NothingToScore(rows.getFirst().origin(), rows.getLast().target());
        }
        return new PointScore(
                Math.sqrt(mse),
                average(rows, row -> Math.abs(error(candidate, row))),
                average(rows, row -> Math.abs(StrictMath.expm1(-error(candidate, row)))),
                Math.sqrt(mse / mseOfZero),
                1 - mse / mseOfZero,
                1 - mse / mseOfMean,
                candidate.equals(Candidates.ZERO) ? null : directionAccuracy(candidate, rows),
                candidate.equals(Candidates.ZERO) ? null : againstZero(candidate, rows),
                clarkWest(Candidates.ZERO, candidate, rows),
                candidate.equals(Candidates.ZERO) ? null : clarkWest(Candidates.MEAN, candidate, rows),
                pesaranTimmermann(candidate, rows),
                Parts.of(rows).breakdown(at -> r2osVsZero(candidate, rows, at)));
    }

    private static Proportion directionAccuracy(Candidate candidate, List<BacktestRow> rows) {
        long agreeing = rows.stream()
                .filter(row -> (row.forecast(candidate) > 0) == (row.realised() > 0))
                .count();
        return Wilson.ofOverlapping((int) agreeing, rows.size(), rows.getFirst().horizon(), CONFIDENCE);
    }

    private static @Nullable TestOutcome againstZero(Candidate candidate, List<BacktestRow> rows) {
        return DieboldMariano.of(
                        losses(rows, row -> squaredError(candidate, row)),
                        losses(rows, row -> squaredError(Candidates.ZERO, row)),
                        rows.getFirst().horizon(),
                        DieboldMariano.Window.RECTANGULAR)
                .map(test -> new TestOutcome(test.statistic(), test.p(), null))
                .orElse(null);
    }

    /** Null too where the candidate is the benchmark: nothing is tested against itself. */
    private static @Nullable OneSidedTest clarkWest(Candidate benchmark, Candidate candidate, List<BacktestRow> rows) {
        return ClarkWest.of(
                        losses(rows, row -> row.forecast(benchmark)),
                        losses(rows, row -> row.forecast(candidate)),
                        losses(rows, BacktestRow::realised),
                        rows.getFirst().horizon())
                .map(test -> new OneSidedTest(test.statistic(), test.p()))
                .orElse(null);
    }

    private static @Nullable OneSidedTest pesaranTimmermann(Candidate candidate, List<BacktestRow> rows) {
        double[] forecasts = losses(rows, row -> row.forecast(candidate));
        double[] outcomes = losses(rows, BacktestRow::realised);
        double statistic = new DisjointTargets(rows.getFirst().horizon(), rows.size())
                .median(at -> PesaranTimmermann.of(
                                DisjointTargets.pick(forecasts, at), DisjointTargets.pick(outcomes, at))
                        .map(PesaranTimmermann::statistic)
                        .orElse(Double.NaN));
        return Double.isNaN(statistic) ? null : new OneSidedTest(statistic, new PesaranTimmermann(statistic).p());
    }

    private static double r2osVsZero(Candidate candidate, List<BacktestRow> rows, int[] at) {
        double squares = 0;
        double squaresOfZero = 0;
        for (int t : at) {
            squares += squaredError(candidate, rows.get(t));
            squaresOfZero += squaredError(Candidates.ZERO, rows.get(t));
        }
        return 1 - squares / squaresOfZero;
    }

    private static double error(Candidate candidate, BacktestRow row) {
        return row.realised() - row.forecast(candidate);
    }

    private static double squaredError(Candidate candidate, BacktestRow row) {
        double error = error(candidate, row);
        return error * error;
    }

    static double[] losses(List<BacktestRow> rows, ToDoubleFunction<BacktestRow> loss) {
        return rows.stream().mapToDouble(loss).toArray();
    }

    /** In the order of the rows, plainly: a stream's sum compensates, and may do so differently one day. */
    static double average(List<BacktestRow> rows, ToDoubleFunction<BacktestRow> loss) {
        double sum = 0;
        for (BacktestRow row : rows) {
            sum += loss.applyAsDouble(row);
        }
        return sum / rows.size();
    }
}
