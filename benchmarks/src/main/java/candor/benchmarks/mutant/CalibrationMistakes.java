package candor.benchmarks.mutant;

import candor.benchmarks.mutant.OwnCalibration.Scoring;
import candor.benchmarks.mutant.OwnCalibration.WhenComplete;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.calibration.TailState;
import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.learning.Targets;
import candor.forecasting.walkforward.BacktestRow;
import java.util.List;

/** Mistakes in what intervals are calibrated with. */
final class CalibrationMistakes {

    private CalibrationMistakes() {}

    static List<Mutant> all() {
        return List.of(
                recalibrated(
                        "calibration-on-all-data",
                        "Intervals are calibrated with the scores of the whole back-test.",
                        List.of("prefix invariance", "complete targets"),
                        new AllScores()),
                recalibrated(
                        "calibration-sees-its-outcome",
                        "The score of a forecast enters before its own interval is made.",
                        List.of("prefix invariance"),
                        new OwnOutcome()),
                recalibrated(
                        "scores-before-complete",
                        "For several sessions ahead, the return over the first one is scored as if it were the outcome.",
                        List.of("complete targets"),
                        new FirstSession()));
    }

    private static Mutant recalibrated(String name, String mistake, List<String> guards, Scoring scoring) {
        return new Mutant(name, mistake, guards, Mutant.forecasting(stock -> {
            ForecastingSystem product = ForecastingSystem.product(stock.calendar(), stock.plan());
            return history -> OwnCalibration.recalibrated(product.make(history), stock.plan(), scoring);
        }));
    }

    private static final class AllScores extends WhenComplete {

        @Override
        public ConformalState start(ConformalState empty, List<BacktestRow> rows) {
            List<Double> errors = rows.stream()
                    .map(row -> row.realised() / row.sigma())
                    .filter(Double::isFinite)
                    .sorted()
                    .toList();
            List<Double> scores = errors.stream().map(Math::abs).sorted().toList();
            return new ConformalState(
                    empty.horizon(),
                    empty.levels(),
                    empty.gamma(),
                    empty.warmUp(),
                    empty.alphas(),
                    scores,
                    scores,
                    new TailState(empty.tails().alphas(), errors));
        }
    }

    private static final class OwnOutcome extends WhenComplete {

        @Override
        public int delay(int horizon) {
            return 0;
        }
    }

    private static final class FirstSession extends WhenComplete {

        @Override
        public int delay(int horizon) {
            return 1;
        }

        @Override
        public double outcome(Made made, BacktestRow row) {
            int origin = made.history().indexOf(row.origin());
            return origin + 1 < made.history().size()
                    ? Targets.logReturn(made.history(), origin, origin + 1)
                    : Double.NaN;
        }
    }
}
