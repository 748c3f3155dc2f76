// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import java.util.List;

/**
 * Whether closes fall on ex-dates by the dividends: those as traded do, those that are adjusted for dividends do not. The
 * moves of all ex-dates are weighed together, as one dividend is smaller than a day's move.
 */
final class ExDates {

    /** The moves have to be so many times likelier with the falls than without. */
    private static final double CLEAR = StrictMath.log(1000);

    private ExDates() {}

    static boolean showFalls(List<Bar> bars, List<CorporateAction> actions) {
        return evidence(bars, actions) > CLEAR;
    }

    /** The logarithm of how many times likelier the closes are if as traded, than if adjusted. */
    static double evidence(List<Bar> bars, List<CorporateAction> actions) {
        LogPrices levels = LogPrices.of(bars.stream().map(Bar::close).toList());
        double evidence = 0;
        int t = 1;
        for (CorporateAction action : actions) {
            while (t < bars.size() && bars.get(t).session().isBefore(action.session())) {
                t++;
            }
            if (t < bars.size()
                    && action instanceof CorporateAction.Dividend dividend
                    && action.session().isAfter(bars.get(t - 1).session())) {
                double move = levels.step(t);
                double fall = dividend.cash() / bars.get(t - 1).close();
                double noise = levels.noise(t);
                evidence += (move * move - (move + fall) * (move + fall)) / (2 * noise * noise);
            }
        }
        return evidence;
    }
}
