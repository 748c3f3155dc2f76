package candor.forecasting.evaluation.scorecard;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the prediction intervals of one nominal level did.
 *
 * @param nominal in (0, 1)
 * @param outcomes how many forecasts had this interval and an outcome, &ge; 1
 * @param coverage share of outcomes inside
 * @param score mean interval score of log returns (Gneiting &amp; Raftery 2007); lower is better
 * @param kupiecP unconditional coverage; for h &gt; 1 the median over the h non-overlapping offsets
 * @param christoffersenP independence of violations; for h &gt; 1 the median over the h non-overlapping offsets
 * @param conditionalCoverageP both together; for h &gt; 1 the median over the h non-overlapping offsets
 * @param byYear coverage by calendar year of the target's end, for years with at least 100 outcomes
 * @param byVolatilityTercile coverage by tercile; null where there are fewer than 30 outcomes
 */
public record IntervalScore(
        double nominal,
        int outcomes,
        double coverage,
        double score,
        double kupiecP,
        double christoffersenP,
        double conditionalCoverageP,
        SortedMap<String, Double> byYear,
        @Nullable Terciles byVolatilityTercile) {

    public IntervalScore {
        if (!(nominal > 0 && nominal < 1)) {
            throw new IllegalArgumentException("nominal coverage not in (0, 1): " + nominal);
        }
        if (outcomes < 1) {
            throw new IllegalArgumentException("outcomes below 1: " + outcomes);
        }
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    }
}
