// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.scorecard;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the intervals of one nominal level did in parts of the period: a coverage that holds on the whole may hide years in
 * which it did not.
 *
 * @param nominal in (0, 1)
 * @param whole over all outcomes
 * @param last250 over the latest 250 outcomes; null where there are fewer
 * @param last60 over the latest 60; null where there are fewer
 * @param byYear by calendar year of the target's end, for years with at least 100 outcomes
 * @param byVolatilityTercile null where there are fewer than 30 outcomes
 */
public record CoverageRecord(
        double nominal,
        CoverageShare whole,
        @Nullable CoverageShare last250,
        @Nullable CoverageShare last60,
        SortedMap<String, CoverageShare> byYear,
        @Nullable ByTercile byVolatilityTercile) {

    /** By tercile of the EWMA variance forecast within the period, cut at its type-7 quantiles. */
    public record ByTercile(CoverageShare low, CoverageShare middle, CoverageShare high) {}

    public CoverageRecord {
        if (!(nominal > 0 && nominal < 1)) {
            throw new IllegalArgumentException("nominal coverage not in (0, 1): " + nominal);
        }
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    }

    /** The year with the least coverage, the first of equals; null where no year has enough outcomes. */
    public Map.@Nullable Entry<String, CoverageShare> worstYear() {
        Map.Entry<String, CoverageShare> worst = null;
        for (Map.Entry<String, CoverageShare> year : byYear.entrySet()) {
            if (worst == null
                    || year.getValue().coverage().value()
                            < worst.getValue().coverage().value()) {
                worst = year;
            }
        }
        return worst;
    }
}
