package candor.forecasting.calibration;

import java.util.List;

/**
 * What a forecast's &sigma; is multiplied with; nothing while there are too few scores.
 *
 * @param levels of the intervals, &ge; 0, one for each nominal level
 * @param tails of the one-sided quantiles, signed, one for each of {@link TailState#PROBABILITIES}
 * @param width that those of tempered levels contain, &gt; 0; 1 where nothing is tempered
 */
public record Multipliers(List<Double> levels, List<Double> tails, double width) {

    /** Of a forecast before calibration starts. */
    public static final Multipliers NONE = new Multipliers(List.of(), List.of());

    public Multipliers {
        levels = List.copyOf(levels);
        tails = List.copyOf(tails);
        if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("width of an interval not a positive number: " + width);
        }
    }

    /** Nothing is tempered. */
    public Multipliers(List<Double> levels, List<Double> tails) {
        this(levels, tails, 1);
    }

    /** Whether calibration has not started. */
    public boolean isEmpty() {
        return levels.isEmpty();
    }
}
