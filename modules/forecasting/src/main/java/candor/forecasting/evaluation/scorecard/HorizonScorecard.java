package candor.forecasting.evaluation.scorecard;

import candor.forecasting.evaluation.test.UniformityTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything measured at one horizon over one period; one element of {@code horizons} in metrics.json.
 *
 * @param sessions the horizon, in sessions, &ge; 1
 * @param intervals by nominal coverage, ascending; empty before calibration starts
 * @param tails both ends of the distribution apart, lower first, levels ascending; empty before calibration starts
 * @param crps mean continuous ranked probability score of the calibrated distribution; null before calibration starts
 * @param pit null before calibration starts
 * @param coverage90 of the 90 % interval in parts of the period; null before calibration starts, and in documents written
 *     before it was measured
 */
public record HorizonScorecard(
        int sessions,
        OriginRange origins,
        PointScorecard point,
        ScaleScorecard scale,
        List<IntervalScore> intervals,
        List<TailScore> tails,
        @Nullable Double crps,
        @Nullable UniformityTest pit,
        @Nullable CoverageRecord coverage90) {

    public HorizonScorecard {
        if (sessions < 1) {
            throw new IllegalArgumentException("horizon below 1: " + sessions);
        }
        intervals = List.copyOf(intervals);
        tails = List.copyOf(tails);
    }

    /** Without the coverage in parts. */
    public HorizonScorecard(
            int sessions,
            OriginRange origins,
            PointScorecard point,
            ScaleScorecard scale,
            List<IntervalScore> intervals,
            List<TailScore> tails,
            @Nullable Double crps,
            @Nullable UniformityTest pit) {
        this(sessions, origins, point, scale, intervals, tails, crps, pit, null);
    }
}
