package candor.forecasting.candidate;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The training rows of one horizon's trees, which are grown anew at every fit. */
final class TreeLearner implements Learner {

    private final Growth growth;
    private final TrainingRows waiting;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    TreeLearner(LearningTask task, Growth growth) {
        this.growth = growth;
        this.waiting = new TrainingRows(task.horizon());
    }

    /** Grows the trees on rows and their targets, the last of which depends on the session. */
    @FunctionalInterface
    interface Growth {
        BoostedTrees of(List<double[]> rows, List<Double> targets, LocalDate lastSession);
    }

    @Override
    public void absorb(OriginView view) {
        waiting.completedBy(view).ifPresent(row -> {
            rows.add(row.features());
            targets.add(row.target());
        });
    }

    @Override
    public Model fit(PriceHistory visible) {
        return new GradientBoosting.Fitted(growth.of(rows, targets, visible.session(visible.size() - 1)));
    }
}
