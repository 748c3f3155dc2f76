package candor.forecasting.evaluation.test;

import org.hipparchus.special.Gamma;

/** The chi-squared distribution, to which likelihood ratios are referred. */
final class ChiSquared {

    private ChiSquared() {}

    /** P(X &gt; x), exact in the far tail where 1 - cdf is not; a ratio below 0 by rounding counts as 0. */
    static double upperTail(double x, int degreesOfFreedom) {
        return Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, Math.max(x, 0) / 2);
    }

    /** k ln p, with 0 ln 0 = 0: the log likelihood of k events of probability p. */
    static double logLikelihood(int events, double probability) {
        return events == 0 ? 0 : events * StrictMath.log(probability);
    }
}
