// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Asks whether a series is of one company where more than a month of sessions is missing and the price after them is far
 * from the one before: tickers are given to others, and listings come back.
 */
final class LongGaps {

    static final String RULE = "long-gap";

    /** More sessions than these are missing. */
    private static final int MONTH = 21;

    /** Standard deviations of the sum of the missing sessions' moves that are no surprise. */
    private static final double BEYOND = 4;

    private LongGaps() {}

    /**
     * Adds a stop for each.
     *
     * @param known sessions about which a person has ruled
     */
    static void ask(
            List<Bar> bars, List<Double> adjustedCloses, TradingCalendar calendar, Set<LocalDate> known, Stops stops) {
        LogPrices levels = LogPrices.of(adjustedCloses);
        for (int t = 1; t < bars.size(); t++) {
            Bar before = bars.get(t - 1);
            Bar bar = bars.get(t);
            int missing = missing(before.session(), bar.session(), calendar);
            if (missing > MONTH
                    && Math.abs(levels.step(t)) > usual(levels.noise(t), missing)
                    && !known.contains(bar.session())) {
                stops.check(
                        RULE,
                        before.session(),
                        bar.session(),
                        missing + " sessions are missing between " + before.session() + " and " + bar.session()
                                + ", and the close after them, " + bar.close() + ", is far from the one before, "
                                + before.close() + ": another company may have the ticker since",
                        "say which it is: --begin " + bar.session() + " leaves the rows before out, --real "
                                + bar.session() + " keeps them as of the same company");
            }
        }
    }

    private static double usual(double noise, int missing) {
        return Math.max(LogPrices.SMALLEST, BEYOND * noise * StrictMath.sqrt(missing + 1.0));
    }

    /** 0 where fewer days than a month's sessions lie between them. */
    private static int missing(LocalDate before, LocalDate session, TradingCalendar calendar) {
        return before.plusDays(MONTH).isBefore(session)
                ? calendar.sessions(before.plusDays(1), session.minusDays(1)).size()
                : 0;
    }
}
