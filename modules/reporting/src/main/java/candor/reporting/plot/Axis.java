package candor.reporting.plot;

import java.util.List;

/**
 * How data values lie along an edge of a panel.
 *
 * @param range what is shown
 * @param ticks ascending, inside the range
 */
public record Axis(Range range, boolean logarithmic, List<Tick> ticks) {

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** At most {@code most} &ge; 6 ticks, three at least. */
    public static Axis numbers(Range range, int most) {
        return new Axis(range, false, NumberTicks.plain(range, most));
    }

    /** Fractions, labelled as percentages; at most {@code most} &ge; 6 ticks, three at least. */
    public static Axis percent(Range range, int most) {
        return new Axis(range, false, NumberTicks.percent(range, most));
    }

    /** Equal ratios take equal room; the range must be above 0. */
    public static Axis logarithmic(Range range, int most) {
        if (!(range.from() > 0)) {
            throw new IllegalArgumentException("a logarithmic axis begins above 0, not at " + range.from());
        }
        return new Axis(range, true, LogTicks.of(range, most));
    }

    /** Epoch days; a range of two days or more has three ticks at least, and at most {@code most} &ge; 8. */
    public static Axis dates(Range epochDays, int most) {
        return new Axis(epochDays, false, DateTicks.of(epochDays, most));
    }

    /** No ticks. */
    public static Axis bare(Range range) {
        return new Axis(range, false, List.of());
    }

    /** Where a value lies: 0 at the range's beginning, 1 at its end. */
    double fraction(double value) {
        if (!logarithmic) {
            return (value - range.from()) / range.width();
        }
        double from = StrictMath.log(range.from());
        return (StrictMath.log(value) - from) / (StrictMath.log(range.to()) - from);
    }
}
