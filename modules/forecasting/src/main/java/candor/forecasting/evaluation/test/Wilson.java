package candor.forecasting.evaluation.test;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** Wilson's (1927) score interval for a proportion; unlike the textbook one it stays within 0..1 and never has width 0. */
public final class Wilson {

    private Wilson() {}

    /**
     * The share of successes and the interval around it.
     *
     * @param outcomes at least 1
     * @param confidence in (0, 1), as 0.95
     */
    public static Proportion interval(int successes, int outcomes, double confidence) {
        if (outcomes < 1 || successes < 0 || successes > outcomes) {
            throw new IllegalArgumentException(successes + " successes of " + outcomes + " outcomes");
        }
        double n = outcomes;
        double share = successes / n;
        double z = new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
        double shrink = 1 + z * z / n;
        double centre = (share + z * z / (2 * n)) / shrink;
        double halfWidth = z * Math.sqrt((share * (1 - share) + z * z / (4 * n)) / n) / shrink;
        // At 0 and n successes the ends are the share itself but for rounding.
        double lower = Math.max(0, Math.min(share, centre - halfWidth));
        double upper = Math.min(1, Math.max(share, centre + halfWidth));
        return new Proportion(share, lower, upper);
    }
}
