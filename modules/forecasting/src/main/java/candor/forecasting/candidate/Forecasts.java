package candor.forecasting.candidate;

import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;

/**
 * What every candidate forecasts at one origin for one horizon: log returns over the horizon, or their standard
 * deviations. NaN where a candidate is left out, has no fit yet, or looks at something that is not defined there.
 */
public final class Forecasts {

    private final double[] values;

    private Forecasts(double[] values) {
        this.values = values;
    }

    /** The forecasts that a function gives; asked for once for each candidate, in the order of the table. */
    public static Forecasts of(ToDoubleFunction<Candidate> forecast) {
        double[] values = new double[Candidates.ALL.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = forecast.applyAsDouble(Candidates.ALL.get(i));
        }
        return new Forecasts(values);
    }

    /**
     * Forecasts by key; a candidate that is not named has none.
     *
     * @throws IllegalArgumentException for a key that no candidate has
     */
    public static Forecasts of(Map<String, Double> byKey) {
        byKey.keySet().forEach(Candidates::of);
        return of(candidate -> byKey.getOrDefault(candidate.key(), Double.NaN));
    }

    /** The forecast of one. */
    public double of(Candidate candidate) {
        return values[Candidates.position(candidate)];
    }

    /** The same with another forecast of one. */
    public Forecasts with(Candidate candidate, double forecast) {
        double[] others = values.clone();
        others[Candidates.position(candidate)] = forecast;
        return new Forecasts(others);
    }

    /** Whether all are equal, NaN to NaN. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Forecasts forecasts && Arrays.equals(values, forecasts.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** By key, as in {@code zero=0.0, mean=0.001}. */
    @Override
    public String toString() {
        StringJoiner joined = new StringJoiner(", ");
        Candidates.ALL.forEach(candidate -> joined.add(candidate.key() + "=" + of(candidate)));
        return joined.toString();
    }
}
