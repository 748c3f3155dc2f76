package candor.forecasting.candidate;

import candor.forecasting.learning.BoostingSettings;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.smile.SmileBoosting;
import java.util.ArrayList;
import java.util.List;

/** The training rows of one horizon's boosted trees, which are grown anew at every fit. */
final class BoostingLearner implements Learner {

    private final LearningTask task;
    private final TrainingRows waiting;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    BoostingLearner(LearningTask task) {
        this.task = task;
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
        return new GradientBoosting.Fitted(SmileBoosting.fit(
                task.features(),
                rows,
                targets,
                task.settings(BoostingSettings.class),
                visible.session(visible.size() - 1)));
    }
}
