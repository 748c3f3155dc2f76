package candor.benchmarks.mutant;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.RidgeSettings;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.learning.CoMoments;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.learning.Targets;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Slot;
import candor.forecasting.walkforward.TrainedModels;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ridge candidate fitted again on training rows that a mutant chooses; everything else stays as it was made. With
 * {@link #COMPLETE} rows it is the product's, bit for bit.
 */
final class OwnRidge {

    /** Which rows a refit is fitted on, and with which labels. */
    @FunctionalInterface
    interface TrainingRows {

        /** Adds the rows of a refit, ascending by origin. */
        void addTo(CoMoments moments, Made made, int refit, int horizon);
    }

    /** As it should be: every row whose target is complete at the refit. */
    static final TrainingRows COMPLETE = (moments, made, refit, horizon) -> {
        for (int origin = 0; origin <= refit - horizon; origin++) {
            add(moments, made, origin, horizon);
        }
    };

    /** The candidate. */
    static final Candidate RIDGE = Candidates.of(RidgeCoefficients.NAME);

    private final Made made;
    private final double penalty;
    private final int refitEvery;
    private final TrainingRows rows;
    private final Map<Integer, RidgeCoefficients> current = new HashMap<>();

    private OwnRidge(Made made, ForecastPlan plan, TrainingRows rows) {
        this.made = made;
        this.penalty = penalties(plan.settings()).getFirst();
        this.refitEvery = plan.settings().refitEvery();
        this.rows = rows;
    }

    /**
     * What was made, with the ridge fitted on other rows.
     *
     * @param plan that it was made with, with one penalty of the ridge
     */
    static Made refitted(Made made, ForecastPlan plan, TrainingRows rows) {
        return new OwnRidge(made, plan, rows).walk();
    }

    /** The penalties that the ridge chooses from. */
    static List<Double> penalties(ForecastSettings settings) {
        return ((RidgeSettings) settings.candidates().of(RIDGE)).penalties();
    }

    /** Adds a row with its true label, where the history holds it. */
    static void add(CoMoments moments, Made made, int origin, int horizon) {
        if (origin + horizon < made.history().size()) {
            add(moments, made, origin, Targets.logReturn(made.history(), origin, origin + horizon));
        }
    }

    /** Adds a row with a label, where its features are defined. */
    static void add(CoMoments moments, Made made, int origin, double label) {
        if (made.features().complete(origin)) {
            moments.add(row(made, origin), label);
        }
    }

    private static double[] row(Made made, int session) {
        double[] row = new double[made.features().names().size()];
        for (int c = 0; c < row.length; c++) {
            row[c] = made.features().value(session, c);
        }
        return row;
    }

    private Made walk() {
        int first = made.backtest().rows().stream()
                .filter(row -> !row.isEarly())
                .mapToInt(row -> made.history().indexOf(row.origin()))
                .min()
                .orElseThrow();
        Made walked = Altered.withRows(made, row -> row.isEarly() ? row : Altered.withRidge(row, forecast(row, first)));
        Backtest backtest = walked.backtest();
        return new Made(
                walked.history(),
                walked.features(),
                new Backtest(
                        backtest.rows(),
                        backtest.calibration(),
                        withOwn(backtest.models()),
                        backtest.refits(),
                        backtest.fitsKept()));
    }

    private double forecast(BacktestRow row, int first) {
        int origin = made.history().indexOf(row.origin());
        if ((origin - first) % refitEvery == 0) {
            current.put(row.horizon(), fit(origin, row.horizon()));
        }
        RidgeCoefficients fitted = current.get(row.horizon());
        if (fitted == null) {
            throw new IllegalStateException("the back-test does not begin with a refit: " + row.origin());
        }
        return fitted.forecast(row(made, origin));
    }

    private RidgeCoefficients fit(int refit, int horizon) {
        List<String> names = made.features().names();
        CoMoments moments = new CoMoments(names.size());
        rows.addTo(moments, made, refit, horizon);
        LocalDate session = made.history().session(refit);
        return RidgeCoefficients.fit(moments, names, penalty, session);
    }

    private TrainedModels withOwn(TrainedModels models) {
        TrainedModels own = models;
        for (Map.Entry<Integer, RidgeCoefficients> fitted : current.entrySet()) {
            own = own.with(Slot.of(RIDGE, fitted.getKey()), RIDGE.restored(fitted.getValue()));
        }
        return own;
    }
}
