// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.ways;

import java.util.Locale;

/**
 * A forecast of the next session, in log returns.
 *
 * @param volatility standard deviation, &gt; 0
 * @param low the lower end of the 90 % interval
 * @param high its upper end
 */
record ForecastFigures(double volatility, double low, double high) {

    private static final double TOLERANCE = 0.01;

    /** Whether the volatility is within 1 % of the other's, and each end within 1 % of the other interval's width. */
    boolean isNear(ForecastFigures other) {
        double width = TOLERANCE * (other.high - other.low);
        return Math.abs(volatility - other.volatility) <= TOLERANCE * other.volatility
                && Math.abs(low - other.low) <= width
                && Math.abs(high - other.high) <= width;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f %%, %+.2f to %+.2f %%", 100 * volatility, 100 * low, 100 * high);
    }
}
