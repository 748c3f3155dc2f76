package candor.benchmarks.mutant;

import candor.forecasting.calibration.AdaptiveConformal;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.calibration.Multipliers;
import candor.forecasting.calibration.Occasion;
import candor.forecasting.calibration.Pool;
import candor.forecasting.calibration.PredictiveDistribution;
import candor.forecasting.calibration.TailState;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * The intervals calibrated again from the back-test, with scores that enter when a mutant lets them; everything else
 * stays as it was made. With the random walk as champion and {@link WhenComplete} it is the product's, bit for bit.
 */
final class OwnCalibration {

    /** When scores are known, and which. */
    interface Scoring {

        /** The state before the first forecast. */
        ConformalState start(ConformalState empty, List<BacktestRow> rows);

        /** Sessions after its origin at which a forecast is scored, from 0. */
        int delay(int horizon);

        /** The outcome it is scored with; NaN where there is none. */
        double outcome(Made made, BacktestRow row);
    }

    /** As it should be. */
    static class WhenComplete implements Scoring {

        @Override
        public ConformalState start(ConformalState empty, List<BacktestRow> rows) {
            return empty;
        }

        @Override
        public int delay(int horizon) {
            return horizon;
        }

        @Override
        public double outcome(Made made, BacktestRow row) {
            return row.realised();
        }
    }

    private static final List<Double> NONE = Collections.nCopies(BacktestRow.PROBABILITIES.size(), Double.NaN);

    private static final List<Double> NO_TAILS = Collections.nCopies(TailState.PROBABILITIES.size(), Double.NaN);

    private record Issued(int origin, BacktestRow row, Multipliers multipliers) {}

    private final Made made;
    private final Scoring scoring;
    private final AdaptiveConformal conformal;
    private final Deque<Issued> waiting = new ArrayDeque<>();
    private final List<BacktestRow> calibrated = new ArrayList<>();

    private OwnCalibration(Made made, Scoring scoring, ConformalState start, Pool pool) {
        this.made = made;
        this.scoring = scoring;
        this.conformal = new AdaptiveConformal(start, pool);
    }

    /** What was made, calibrated with other scores. */
    static Made recalibrated(Made made, ForecastPlan plan, Scoring scoring) {
        Backtest backtest = made.backtest();
        List<BacktestRow> rows = new ArrayList<>(backtest.rows());
        List<ConformalState> states = new ArrayList<>();
        for (ConformalState end : backtest.calibration()) {
            List<BacktestRow> own = backtest.rows().stream()
                    .filter(row -> row.horizon() == end.horizon())
                    .toList();
            ConformalState empty = ConformalState.start(
                    end.horizon(), end.levels(), end.gamma(), plan.settings().calibrationWarmUp());
            Pool pool = Objects.requireNonNull(plan.champions().get(end.horizon()))
                    .scale()
                    .pool(end.horizon(), end.levels());
            OwnCalibration calibration = new OwnCalibration(made, scoring, scoring.start(empty, own), pool);
            own.forEach(calibration::forecast);
            states.add(calibration.conformal.state());
            calibration.replaceIn(rows);
        }
        return new Made(
                made.history(),
                made.features(),
                new Backtest(rows, states, backtest.models(), backtest.refits(), backtest.fitsKept()));
    }

    private void forecast(BacktestRow row) {
        int origin = made.history().indexOf(row.origin());
        Occasion occasion =
                new Occasion(row.origin(), StrictMath.log(row.sigma() * row.sigma() / row.horizon()) - row.longMean());
        learnUpTo(origin);
        waiting.add(new Issued(origin, row, conformal.multipliers(occasion)));
        // Only a score without delay is there already: that of this forecast itself.
        learnUpTo(origin);
        Multipliers multipliers = conformal.multipliers(occasion);
        calibrated.add(
                multipliers.isEmpty() || Double.isNaN(row.sigma())
                        ? row.with(row.sigma(), NONE, NO_TAILS)
                        : row.with(
                                row.sigma(),
                                quantiles(conformal.distribution(0, row.sigma(), multipliers, occasion)),
                                conformal
                                        .tailRisk(0, row.sigma(), multipliers, occasion)
                                        .quantiles()));
    }

    private void learnUpTo(int session) {
        while (!waiting.isEmpty()) {
            Issued past = waiting.element();
            if (past.origin() + scoring.delay(past.row().horizon()) > session) {
                return;
            }
            waiting.remove();
            double error = scoring.outcome(made, past.row()) / past.row().sigma();
            if (Double.isFinite(error)) {
                conformal.learn(error, past.multipliers());
            }
        }
    }

    private void replaceIn(List<BacktestRow> rows) {
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (next < calibrated.size()
                    && rows.get(i).horizon() == calibrated.getFirst().horizon()) {
                rows.set(i, calibrated.get(next++));
            }
        }
    }

    private static List<Double> quantiles(PredictiveDistribution distribution) {
        return BacktestRow.PROBABILITIES.stream().map(distribution::quantile).toList();
    }
}
