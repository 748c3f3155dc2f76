package candor.forecasting.walkforward;

import candor.forecasting.explanation.Explanation;
import candor.forecasting.explanation.LinearShares;
import candor.forecasting.explanation.TreeShap;
import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.volatility.LogHarCoefficients;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What drove a champion's forecast.
 *
 * @param mean of the centre, log return; empty where the method looks at no feature
 * @param volatility of the logarithm of the variance of the h-session return; empty where the method has no regressors
 */
public record Drivers(Optional<Explanation> mean, Optional<Explanation> volatility) {

    private static final Explanation RANDOM_WALK = Explanation.constant(0);

    /** Of a forecast that is not there. */
    static final Drivers NONE = new Drivers(Optional.empty(), Optional.empty());

    /** Where the champion has a forecast; the model is already moved on to the origin. */
    static Drivers of(Champion champion, HorizonModel model, OriginView view) {
        return new Drivers(
                mean(champion.mean(), model, view.features()), volatility(champion.scale(), model, view.regressors()));
    }

    private static Optional<Explanation> mean(MeanMethod method, HorizonModel model, double[] features) {
        return switch (method) {
            case ZERO, MEAN -> Optional.empty();
            case RIDGE -> Optional.of(ridge(model, features));
            case BOOSTING -> Optional.of(boosting(model, features));
            case AVERAGE ->
                Optional.of(Explanation.average(List.of(
                        RANDOM_WALK,
                        Explanation.constant(model.mean().forecast()),
                        ridge(model, features),
                        boosting(model, features))));
        };
    }

    private static Explanation ridge(HorizonModel model, double[] features) {
        return LinearShares.of(Objects.requireNonNull(model.ridge(), RidgeCoefficients.NAME), features);
    }

    private static Explanation boosting(HorizonModel model, double[] features) {
        return TreeShap.of(Objects.requireNonNull(model.boosting(), BoostedTrees.NAME), features);
    }

    private static Optional<Explanation> volatility(ScaleMethod method, HorizonModel model, double[] regressors) {
        return switch (method) {
            case EWMA, GARCH -> Optional.empty();
            case LOG_HAR_L ->
                Optional.of(LinearShares.ofLogVariance(
                        Objects.requireNonNull(model.logHar(), LogHarCoefficients.NAME), regressors));
        };
    }
}
