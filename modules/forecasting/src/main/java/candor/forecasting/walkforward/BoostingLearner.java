package candor.forecasting.walkforward;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.smile.SmileBoosting;
import java.util.ArrayList;
import java.util.List;

/** The training rows of one horizon's boosted trees, which are grown anew at every fit. */
final class BoostingLearner {

    private final ForecastSettings settings;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    BoostingLearner(ForecastSettings settings) {
        this.settings = settings;
    }

    void train(TrainingRows.Row row) {
        rows.add(row.features());
        targets.add(row.target());
    }

    BoostedTrees fit(PriceHistory visible) {
        return SmileBoosting.fit(
                settings.ridgeFeatures(), rows, targets, settings.boosting(), visible.session(visible.size() - 1));
    }
}
