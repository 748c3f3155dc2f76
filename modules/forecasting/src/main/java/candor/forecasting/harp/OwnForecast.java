package candor.forecasting.harp;

import java.util.List;

/**
 * HAR-P's forecast at one origin for one horizon.
 *
 * @param logScale F, logarithm of the mean range variance of a session over the horizon
 * @param variance of the h-session log return
 * @param bands one for each level of the prior
 */
public record OwnForecast(double logScale, double variance, List<Band> bands) {

    public OwnForecast {
        bands = List.copyOf(bands);
    }
}
