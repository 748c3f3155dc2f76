package candor.store.port;

import java.util.List;
import java.util.SortedMap;

/** Where numbers go that are watched over time. */
public interface Metrics {

    /**
     * Hands over one set of measurements taken together.
     *
     * @param properties what they belong to (symbol, run, stage); searchable, not a dimension
     * @param values the measurements
     * @throws candor.store.failure.MetricsUnavailable where they cannot be handed over
     */
    void emit(SortedMap<String, String> properties, List<Measurement> values);

    /**
     * A number with its name and unit.
     *
     * @param unit one of CloudWatch's: None, Count, Seconds, Milliseconds, Percent
     */
    record Measurement(String name, double value, String unit) {}
}
