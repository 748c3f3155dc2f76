package candor.forecasting.candidate;

import candor.forecasting.learning.HyperParameters;
import java.util.List;

/**
 * What a candidate is to learn.
 *
 * @param horizon sessions to forecast, &ge; 1; 0 where one model serves all horizons
 * @param features names of the columns that views hold, in their order
 * @param minimumRows complete rows before the first origin
 * @param refitEvery sessions between refits
 * @param settings the candidate's own
 */
public record LearningTask(
        int horizon, List<String> features, int minimumRows, int refitEvery, HyperParameters settings) {

    public LearningTask {
        features = List.copyOf(features);
    }

    /** The settings as the record that the candidate has. */
    <T extends HyperParameters> T settings(Class<T> type) {
        return type.cast(settings);
    }
}
