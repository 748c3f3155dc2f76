package candor.forecasting.evaluation.scorecard;

import candor.forecasting.calibration.TailState;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.evaluation.test.ViolationTests;
import candor.forecasting.walkforward.BacktestRow;
import java.util.List;

/** Scores each end of the calibrated distribution at one horizon. */
final class TailScoring {

    private static final List<Tail> TAILS = List.of(
            new Tail(TailScore.LOWER, 0.95, 0.05, 0.05),
            new Tail(TailScore.LOWER, 0.99, 0.01, 0.01),
            new Tail(TailScore.UPPER, 0.95, 0.05, 0.95),
            new Tail(TailScore.UPPER, 0.99, 0.01, 0.99));

    /**
     * @param level of the value at risk
     * @param share of outcomes expected beyond the quantile
     * @param quantile its probability
     */
    private record Tail(String name, double level, double share, double quantile) {

        boolean violatedBy(BacktestRow row) {
            double bound = row.tails().get(TailState.PROBABILITIES.indexOf(quantile));
            return name.equals(TailScore.LOWER) ? row.realised() < bound : row.realised() > bound;
        }

        boolean basel() {
            return name.equals(TailScore.LOWER) && level == 0.99;
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

    private static TailScore score(Tail tail, List<BacktestRow> rows) {
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
                tail.name(),
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
