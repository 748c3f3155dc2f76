package candor.forecasting.candidate;

import candor.forecasting.market.PriceHistory;
import java.util.ArrayList;
import java.util.List;

/** The training rows of one horizon's trees, which are grown anew at every fit. */
final class TreeLearner implements Learner {

    private final LearningTask task;
    private final TreesOnFeatures candidate;
    private final TrainingRows waiting;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    TreeLearner(LearningTask task, TreesOnFeatures candidate) {
        this.task = task;
        this.candidate = candidate;
        this.waiting = new TrainingRows(task.horizon());
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
        return new TreesOnFeatures.Fitted(candidate.grow(task, rows, targets, visible.session(visible.size() - 1)));
    }
}
