package candor.pipeline.emf;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.store.failure.MetricsUnavailable;
import candor.store.json.Json;
import candor.store.port.Metrics;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes measurements as CloudWatch embedded metric format, one JSON object a line, in the namespace {@code Candor} and
 * without dimensions: each value of a dimension would be a paid metric of its own. More than 100 measurements, the
 * format's limit, become several lines.
 *
 * <p>Source: Amazon CloudWatch User Guide, "Specification: Embedded metric format".
 */
public final class EmfMetrics implements Metrics {

    private static final String NAMESPACE = "Candor";
    private static final String METADATA = "_aws";
    private static final int METRICS_A_LINE = 100;
    private static final int LONGEST_NAME = 1024;
    private static final Set<String> UNITS = Set.of("None", "Count", "Seconds", "Milliseconds", "Percent");

    private final Clock clock;
    private final Consumer<String> lines;

    /**
     * @param clock for the time of the measurements
     * @param lines takes each line, without a line feed; an UncheckedIOException of it becomes MetricsUnavailable
     */
    public EmfMetrics(Clock clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    /**
     * @throws IllegalArgumentException where a value is not finite, a name is empty, longer than 1024 characters, used
     *     twice or that of a property, or a unit is none of {@link Measurement#unit}
     */
    @Override
    public void emit(SortedMap<String, String> properties, List<Measurement> values) {
        check(properties, values);
        long time = clock.millis();
        try {
            for (int from = 0; from < values.size(); from += METRICS_A_LINE) {
                List<Measurement> some = values.subList(from, Math.min(from + METRICS_A_LINE, values.size()));
                lines.accept(line(time, properties, some));
            }
        } catch (UncheckedIOException e) {
            throw new MetricsUnavailable("measurements cannot be written: " + e.getMessage(), e);
        }
    }

    private static String line(long time, SortedMap<String, String> properties, List<Measurement> values) {
        List<Map<String, String>> metrics = values.stream()
                .<Map<String, String>>map(value -> new TreeMap<>(Map.of("Name", value.name(), "Unit", value.unit())))
                .toList();
        Map<String, Object> directive = new LinkedHashMap<>();
        directive.put("Namespace", NAMESPACE);
        directive.put("Dimensions", List.of(List.of()));
        directive.put("Metrics", metrics);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("Timestamp", time);
        metadata.put("CloudWatchMetrics", List.of(directive));

        Map<String, Object> line = new LinkedHashMap<>();
        line.put(METADATA, metadata);
        line.putAll(properties);
        values.forEach(value -> line.put(value.name(), value.value()));
        return new String(Json.writeLine(line), UTF_8);
    }

    private static void check(SortedMap<String, String> properties, List<Measurement> values) {
        Map<String, Measurement> seen = new TreeMap<>();
        for (Measurement value : values) {
            if (value.name().isEmpty() || value.name().length() > LONGEST_NAME) {
                throw rejected(value, "give it a name of 1 to " + LONGEST_NAME + " characters");
            }
            if (!Double.isFinite(value.value())) {
                throw rejected(value, "leave out what could not be measured");
            }
            if (!UNITS.contains(value.unit())) {
                throw rejected(value, "its unit must be one of None, Count, Seconds, Milliseconds, Percent");
            }
            if (value.name().equals(METADATA)
                    || properties.containsKey(value.name())
                    || seen.put(value.name(), value) != null) {
                throw rejected(value, "its name is taken by another measurement or a property");
            }
        }
        if (properties.containsKey(METADATA)) {
            throw new IllegalArgumentException("bad property: '" + METADATA + "' is the format's own name");
        }
    }

    private static IllegalArgumentException rejected(Measurement value, String remedy) {
        return new IllegalArgumentException("bad measurement: " + value + "; " + remedy);
    }
}
