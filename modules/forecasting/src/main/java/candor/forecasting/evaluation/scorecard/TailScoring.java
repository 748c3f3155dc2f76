package candor.forecasting.evaluation.scorecard;

import candor.forecasting.calibration.TailState;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.evaluation.test.ViolationTests;
import candor.forecasting.walkforward.BacktestRow;
import java.util.List;

/** Scores each end of the calibrated distribution at one horizon. */
final class TailScoring {

    private static final List<Quantile> TAILS = List.of(
            new Quantile(TailScore.Tail.LOWER, 0.95, 0.05, 0.05),
            new Quantile(TailScore.Tail.LOWER, 0.99, 0.01, 0.01),
            new Quantile(TailScore.Tail.UPPER, 0.95, 0.05, 0.95),
            new Quantile(TailScore.Tail.UPPER, 0.99, 0.01, 0.99));

    /**
     * @param level of the value at risk
     * @param share of outcomes expected beyond the quantile
     * @param quantile its probability
     */
    private record Quantile(TailScore.Tail tail, double level, double share, double quantile) {

        boolean violatedBy(BacktestRow row) {
            double bound = row.tails().get(TailState.PROBABILITIES.indexOf(quantile));
            return tail == TailScore.Tail.LOWER ? row.realised() < bound : row.realised() > bound;
        }

        boolean basel() {
            return tail == TailScore.Tail.LOWER && level == 0.99;
        }
    }

    private TailScoring() {}

    /** Both tails at both levels; none where no row has tails. */
    static List<TailScore> of(List<BacktestRow> rows) {
        List<BacktestRow> calibrated = rows.stream()
                .filter(row -> row.tails().stream().allMatch(Double::isFinite))
                .toList();
        return calibrated.isEmpty()
                ? List.of()
                : TAILS.stream().map(tail -> score(tail, calibrated)).toList();
    }

    private static TailScore score(Quantile tail, List<BacktestRow> rows) {
        int horizon = rows.getFirst().horizon();
        boolean[] violated = new boolean[rows.size()];
        int violations = 0;
        for (int t = 0; t < violated.length; t++) {
            violated[t] = tail.violatedBy(rows.get(t));
            violations += violated[t] ? 1 : 0;
        }
        ViolationTests tests = ViolationTests.of(violated, tail.share(), horizon);
        boolean lit = tail.basel() && horizon == 1 && violated.length >= TrafficLight.SESSIONS;
        return new TailScore(
                tail.tail(),
                tail.level(),
                violated.length,
                violations,
                tail.share() * violated.length,
                tests.kupiecP(),
                tests.independenceP(),
                tests.conditionalCoverageP(),
                lit ? TrafficLight.of(violated) : null);
    }
}
