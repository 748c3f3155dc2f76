package candor.forecasting.evaluation.scorecard;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A figure in parts of the period: one that holds on the whole may come from one year, or from calm markets only.
 *
 * @param byYear by calendar year of the target's end, for years with at least 100 outcomes
 * @param byVolatilityTercile null where there are fewer than 30 outcomes
 */
public record Breakdown(
        SortedMap<String, Double> byYear, @Nullable Terciles byVolatilityTercile) {

    public Breakdown {
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    }
}
