package candor.forecasting.candidate;

import candor.forecasting.learning.CoMoments;
import candor.forecasting.learning.LinearFit;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The training rows of one horizon's ridge, and the choice of its penalty inside the training window: a walk-forward of
 * its own, in which every penalty forecasts what comes next (Dawid 1984). It begins at half of the rows that the first
 * origin needs and fits again as often as the models do. An error counts when its target is complete and
 * known.
 */
final class RidgeLearner implements Learner {

    private record Trial(int origin, List<Double> forecasts) {}

    private final LearningTask task;
    private final List<Double> penalties;
    private final TrainingRows rows;
    private final CoMoments moments;
    private final Deque<Trial> trials = new ArrayDeque<>();
    private final double[] squaredErrors;
    private List<LinearFit> tried = List.of();
    private int untilTrial;

    RidgeLearner(LearningTask task) {
        this.task = task;
        this.penalties = task.settings(RidgeSettings.class).penalties();
        this.rows = new TrainingRows(task.horizon());
        this.moments = new CoMoments(task.features().size());
        this.squaredErrors = new double[penalties.size()];
    }

    @Override
    public void absorb(OriginView view) {
        rows.completedBy(view).ifPresent(row -> moments.add(row.features(), row.target()));
        if (squaredErrors.length > 1) {
            score(view.visible());
            refitTrials();
            forecast(view, view.visible().size() - 1);
        }
    }

    private void score(PriceHistory visible) {
        int session = visible.size() - 1;
        while (!trials.isEmpty() && trials.element().origin() + task.horizon() <= session) {
            Trial trial = trials.remove();
            double realised = Targets.logReturn(visible, trial.origin(), trial.origin() + task.horizon());
            if (!Double.isNaN(realised)) {
                count(trial, realised);
            }
        }
    }

    private void count(Trial trial, double realised) {
        for (int i = 0; i < squaredErrors.length; i++) {
            double error = realised - trial.forecasts().get(i);
            squaredErrors[i] += error * error;
        }
    }

    private void refitTrials() {
        if (tried.isEmpty() && moments.rows() < task.minimumRows() / 2) {
            return;
        }
        if (untilTrial == 0) {
            tried = penalties.stream()
                    .map(penalty -> LinearFit.of(moments, penalty, RidgeCoefficients.NAME))
                    .toList();
            untilTrial = task.refitEvery();
        }
        untilTrial--;
    }

    private void forecast(OriginView view, int session) {
        if (!tried.isEmpty() && view.featuresComplete()) {
            trials.add(new Trial(
                    session, tried.stream().map(fit -> fit.at(view.features())).toList()));
        }
    }

    /** Fits on all complete rows, with the penalty that has erred least so far; the largest of equals. */
    @Override
    public Model fit(PriceHistory visible) {
        int best = squaredErrors.length - 1;
        for (int i = best - 1; i >= 0; i--) {
            best = squaredErrors[i] < squaredErrors[best] ? i : best;
        }
        return new RidgeRegression.Fitted(RidgeCoefficients.fit(
                moments, task.features(), penalties.get(best), visible.session(visible.size() - 1)));
    }
}
