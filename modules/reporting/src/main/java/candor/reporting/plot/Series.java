package candor.reporting.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Values along x. A value that is not finite is a gap. Immutable. */
public final class Series {

    private final double[] x;
    private final double[] y;

    private Series(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** One point for each item. */
    public static <T> Series of(List<? extends T> items, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        return new Series(
                items.stream().mapToDouble(x).toArray(),
                items.stream().mapToDouble(y).toArray());
    }

    public int size() {
        return x.length;
    }

    public double x(int index) {
        return x[index];
    }

    public double y(int index) {
        return y[index];
    }

    /** All y, gaps included. */
    public DoubleStream values() {
        return Arrays.stream(y);
    }

    /** Whether there is anything to draw. */
    public boolean hasValues() {
        return values().anyMatch(Double::isFinite);
    }
}
