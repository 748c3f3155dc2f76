package candor.forecasting.candidate;

import candor.forecasting.learning.HyperParameters;

/**
 * What may be set of EWMA.
 *
 * @param decay between 0 and 1
 */
public record EwmaSettings(double decay) implements HyperParameters {

    public EwmaSettings {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException("candidates.ewma.decay is " + decay + "; want between 0 and 1");
        }
    }

    static EwmaSettings standard() {
        return new EwmaSettings(0.94);
    }
}
