package candor.pipeline.guard;

import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.Bar;
import candor.pipeline.cleaning.CleaningResult;
import java.util.List;

/**
 * Adjusted closes are of one retrieval: their returns are those of closes, dividends and splits. Where two retrievals are
 * joined, the dividends between them make a jump that no action of that day explains.
 */
final class OneVintage {

    static final String NAME = "one vintage";

    /** Log return; sources round adjusted closes and dividends, and none of a large company pays so little a quarter. */
    private static final double TOLERANCE = 0.002;

    private OneVintage() {}

    static GuardResult check(CleaningResult cleaned) {
        List<Bar> bars = cleaned.bars();
        double[] returns = Adjustment.of(bars, cleaned.actions()).logReturns();
        for (int t = 1; t < returns.length; t++) {
            double adjusted = StrictMath.log(
                    cleaned.adjustedCloses().get(t) / cleaned.adjustedCloses().get(t - 1));
            if (Math.abs(adjusted - returns[t]) > TOLERANCE) {
                return GuardResult.broken(
                        NAME,
                        "On " + bars.get(t).session() + " the adjusted close returns " + adjusted
                                + ", close, dividends and splits " + returns[t] + ".");
            }
        }
        return GuardResult.held(
                NAME, "Adjusted closes return what closes, dividends and splits do, within " + TOLERANCE + ".");
    }
}
