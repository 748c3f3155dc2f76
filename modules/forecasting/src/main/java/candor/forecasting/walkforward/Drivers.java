package candor.forecasting.walkforward;

import candor.forecasting.candidate.Outlook;
import candor.forecasting.explanation.Explanation;
import java.util.Optional;

/**
 * What drove a champion's forecast.
 *
 * @param mean of the centre, log return; empty where the method looks at no feature
 * @param volatility of the logarithm of the variance of the h-session return; empty where the method has no regressors
 */
public record Drivers(Optional<Explanation> mean, Optional<Explanation> volatility) {

    /** Of a forecast that is not there. */
    static final Drivers NONE = new Drivers(Optional.empty(), Optional.empty());

    /** Where the champion has a forecast. */
    static Drivers of(Champion champion, Outlook outlook) {
        return new Drivers(outlook.explanation(champion.mean()), outlook.explanation(champion.scale()));
    }
}
