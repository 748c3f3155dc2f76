package candor.forecasting.candidate;

import candor.forecasting.market.PriceHistory;

/** Numbers that a candidate makes of the bars up to an origin, beside the feature table. */
@FunctionalInterface
interface Regressors {

    /** At the last session of the view; all NaN where they are not defined. */
    double[] at(PriceHistory visible);
}
