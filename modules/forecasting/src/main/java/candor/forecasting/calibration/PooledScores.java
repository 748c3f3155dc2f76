package candor.forecasting.calibration;

/** The scores of other symbols that were known at one origin. */
public interface PooledScores {

    /** How many own scores they count as, all together, &gt; 0. */
    double weight();

    /**
     * The scores of one level, ascending, not to be changed.
     *
     * @param level its place among the nominal levels
     */
    double[] ofLevel(int level);

    /** Errors with a sign for the two ends: the scores of the highest level, each with either sign; ascending, not to be changed. */
    double[] signed();

    /**
     * How wide a tempered interval is beside one that is not.
     *
     * @param wildness ln(variance/h) less the symbol's mean of the logarithm of a session's variance: above 0 in wild
     *     times
     */
    double width(double wildness);
}
