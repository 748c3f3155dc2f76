package candor.reporting.plot;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/**
 * An interval of data values, never empty and never of no width.
 *
 * @param from less than {@code to}
 */
public record Range(double from, double to) {

    /** Narrower than this share of the larger end, doubles no longer tell ticks apart. */
    private static final double LEAST_RELATIVE_WIDTH = 1e-9;

    public Range {
        if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException("want from < to, both finite; got " + from + " and " + to);
        }
    }

    /** The smallest that holds all finite values; widened where they are all the same; 0..1 where there is none. */
    public static Range spanning(DoubleStream values) {
        DoubleSummaryStatistics seen = values.filter(Double::isFinite).summaryStatistics();
        if (seen.getCount() == 0) {
            return new Range(0, 1);
        }
        double magnitude = Math.max(Math.abs(seen.getMin()), Math.abs(seen.getMax()));
        if (seen.getMax() - seen.getMin() > LEAST_RELATIVE_WIDTH * magnitude) {
            return new Range(seen.getMin(), seen.getMax());
        }
        double margin = magnitude > 0 ? magnitude / 20 : 1;
        return new Range(seen.getMin() - margin, seen.getMax() + margin);
    }

    /** Wider by a share of the width at each end. */
    public Range padded(double share) {
        double margin = (to - from) * share;
        return new Range(from - margin, to + margin);
    }

    public Range including(double value) {
        return new Range(Math.min(from, value), Math.max(to, value));
    }

    double width() {
        return to - from;
    }
}
