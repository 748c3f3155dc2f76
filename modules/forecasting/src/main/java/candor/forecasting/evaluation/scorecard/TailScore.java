package candor.forecasting.evaluation.scorecard;

import candor.forecasting.evaluation.test.TrafficLight;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one end of the distribution did: a symmetric interval can cover well while one end is passed too often and the
 * other too seldom.
 *
 * @param level of the value at risk, 0.95 or 0.99
 * @param outcomes how many forecasts had this quantile and an outcome, &ge; 1
 * @param violations outcomes beyond the quantile
 * @param expected violations, (1 - level) times outcomes
 * @param kupiecP that violations have the stated probability; for h &gt; 1 the median over the h non-overlapping offsets
 * @param christoffersenP that they do not depend on the one before; as above
 * @param conditionalCoverageP both together; as above
 * @param trafficLight of the lower tail at 99 % for h = 1, from 250 outcomes on; else null
 */
public record TailScore(
        Tail tail,
        double level,
        int outcomes,
        int violations,
        double expected,
        double kupiecP,
        double christoffersenP,
        double conditionalCoverageP,
        @Nullable TrafficLight trafficLight) {

    /** The ends of a distribution. */
    public enum Tail {
        /** Value at risk of who holds the stock. */
        LOWER,
        /** Value at risk of who has sold it. */
        UPPER;

        /** As documents have it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TailScore {
        if (outcomes < 1 || violations < 0 || violations > outcomes) {
            throw new IllegalArgumentException(violations + " violations of " + outcomes + " outcomes");
        }
    }
}
