package candor.forecasting.harp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers of one kind, one for each session from the first that is kept; grows at its end. */
final class SessionNumbers {

    private final int first;
    private double[] values;
    private int size;

    /** None yet. */
    SessionNumbers() {
        this(0, new double[16], 0);
    }

    private SessionNumbers(int first, double[] values, int size) {
        this.first = first;
        this.values = values;
        this.size = size;
    }

    /**
     * The last numbers, for storage.
     *
     * @param values one for each session; 0 where there is no number
     * @param undefined where among the values there is none, ascending
     */
    record Tail(List<Double> values, List<Integer> undefined) {

        Tail {
            values = List.copyOf(values);
            undefined = List.copyOf(undefined);
        }
    }

    /** @param sessions in all, of which the tail has the last ones */
    static SessionNumbers of(Tail tail, int sessions) {
        double[] values =
                tail.values().stream().mapToDouble(Double::doubleValue).toArray();
        tail.undefined().forEach(at -> values[at] = Double.NaN);
        return new SessionNumbers(sessions - values.length, values, values.length);
    }

    /** A copy of so many of the last numbers, or of all where there are fewer, with room for one more. */
    SessionNumbers lastOnes(int count) {
        int kept = Math.min(count, size);
        double[] last = new double[kept + 1];
        System.arraycopy(values, size - kept, last, 0, kept);
        return new SessionNumbers(first + size - kept, last, kept);
    }

    Tail toTail() {
        List<Double> kept = new ArrayList<>(size);
        List<Integer> undefined = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean defined = !Double.isNaN(values[i]);
            kept.add(defined ? values[i] : 0);
            if (!defined) {
                undefined.add(i);
            }
        }
        return new Tail(kept, undefined);
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(size * 2, 16));
        }
        values[size++] = value;
    }

    /** That of a session that is kept. */
    double at(int session) {
        return values[session - first];
    }

    /** The mean of the sessions up to one; NaN where there are too few, or one of them has no number. */
    double mean(int last, int sessions) {
        if (last - sessions + 1 < 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int t = last - sessions + 1; t <= last; t++) {
            sum += values[t - first];
        }
        return sum / sessions;
    }

    /** The largest number of the sessions from..to as far as there are any; NaN where none has a number. */
    double largest(int from, int to) {
        double largest = Double.NaN;
        for (int t = Math.max(from, 0); t <= Math.min(to, first + size - 1); t++) {
            double value = values[t - first];
            if (!(value <= largest) && !Double.isNaN(value)) {
                largest = value;
            }
        }
        return largest;
    }
}
