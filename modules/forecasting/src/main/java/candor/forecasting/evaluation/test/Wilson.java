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
        return around((double) successes / outcomes, outcomes, confidence);
    }

    /**
     * The share of successes among outcomes whose targets overlap, and the interval around it. Neighbouring targets h
     * sessions long share h - 1 of them, so that only every h-th outcome is new: the interval is as wide as that of
     * outcomes / h independent ones. One that counts them all is too narrow by a factor of up to &radic;h; this one is
     * cautious: at h = 5 and 21 it holds a share of 90 % in 99 % of simulated series, where 95 % are promised.
     *
     * @param outcomes of consecutive sessions, at least 1
     * @param horizon h, sessions in a target, at least 1
     * @param confidence in (0, 1), as 0.95
     */
    public static Proportion ofOverlapping(int successes, int outcomes, int horizon, double confidence) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon below 1: " + horizon);
        }
        Proportion all = interval(successes, outcomes, confidence);
        double independent = Math.max(1, (double) outcomes / horizon);
        return horizon == 1 ? all : around(all.value(), independent, confidence);
    }

    /** @param n outcomes that count, at least 1; need not be a whole number */
    private static Proportion around(double share, double n, double confidence) {
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
