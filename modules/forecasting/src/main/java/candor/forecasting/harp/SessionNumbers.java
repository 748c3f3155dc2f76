package candor.forecasting.harp;

import java.util.Arrays;

/** Numbers of one kind, one for each session; grows at its end. */
final class SessionNumbers {

    private double[] values = new double[1024];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    double at(int session) {
        return values[session];
    }

    /** The mean of the sessions up to one; NaN where there are too few, or one of them has no number. */
    double mean(int last, int sessions) {
        if (last - sessions + 1 < 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int t = last - sessions + 1; t <= last; t++) {
            sum += values[t];
        }
        return sum / sessions;
    }

    /** The largest number of the sessions from..to as far as there are any; NaN where none has a number. */
    double largest(int from, int to) {
        double largest = Double.NaN;
        for (int t = Math.max(from, 0); t <= Math.min(to, size - 1); t++) {
            if (!(values[t] <= largest) && !Double.isNaN(values[t])) {
                largest = values[t];
            }
        }
        return largest;
    }
}
