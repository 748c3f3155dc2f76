package candor.forecasting.candidate;

import candor.forecasting.boosting.Boosting;
import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.BoostingSettings;
import candor.forecasting.learning.HyperParameters;
import java.time.LocalDate;
import java.util.List;

/** Gradient boosted regression trees on features. */
final class GradientBoosting extends TreesOnFeatures {

    @Override
    public String key() {
        return BoostedTrees.NAME;
    }

    @Override
    public String words() {
        return "gradient boosting";
    }

    @Override
    public HyperParameters standardSettings() {
        return BoostingSettings.standard();
    }

    @Override
    BoostedTrees grow(LearningTask task, List<double[]> rows, List<Double> targets, LocalDate lastSession) {
        return Boosting.fit(task.features(), rows, targets, task.settings(BoostingSettings.class), lastSession);
    }
}
