package candor.pipeline.emf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.store.failure.MetricsUnavailable;
import candor.store.json.Json;
import candor.store.port.Metrics.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EmfMetricsTest {

    private static final Instant EVENING = Instant.parse("2026-04-24T22:30:00.250Z");
    private static final Clock CLOCK = Clock.fixed(EVENING, ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();
    private final EmfMetrics metrics = new EmfMetrics(CLOCK, lines::add);

    @Test
    void lineFollowsTheSpecification() {
        metrics.emit(
                new TreeMap<>(Map.of("symbol", "STX", "run", "STX_2026-04-24_one")),
                List.of(new Measurement("Coverage60", 90.5, "Percent"), new Measurement("PendingBars", 1, "Count")));

        assertThat(lines).hasSize(1);
        JsonNode line = parsed(lines.getFirst());
        assertThat(line.at("/_aws/Timestamp").longValue()).isEqualTo(EVENING.toEpochMilli());
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.path("Namespace").stringValue()).isEqualTo("Candor");
        assertThat(directive.path("Dimensions").toString()).isEqualTo("[[]]");
        assertThat(directive.path("Metrics").toString())
                .isEqualTo(
                        "[{\"Name\":\"Coverage60\",\"Unit\":\"Percent\"},{\"Name\":\"PendingBars\",\"Unit\":\"Count\"}]");
        assertThat(line.path("symbol").stringValue()).isEqualTo("STX");
        assertThat(line.path("run").stringValue()).isEqualTo("STX_2026-04-24_one");
        assertThat(line.path("Coverage60").doubleValue()).isEqualTo(90.5);
        assertThat(line.path("PendingBars").doubleValue()).isEqualTo(1.0);
    }

    @Test
    void eachLineIsOneLine() {
        metrics.emit(
                new TreeMap<>(Map.of("note", "two\nlines \u2028 \"quoted\"")),
                List.of(new Measurement("A", 1e-17, "None")));
        assertThat(lines.getFirst()).doesNotContain("\n", "\r");
        assertThat(parsed(lines.getFirst()).path("note").stringValue()).isEqualTo("two\nlines \u2028 \"quoted\"");
    }

    @Test
    void noMeasurementIsNoLine() {
        metrics.emit(new TreeMap<>(), List.of());
        assertThat(lines).isEmpty();
    }

    @Test
    void moreThanAHundredGoToSeveralLines() {
        metrics.emit(
                new TreeMap<>(Map.of("symbol", "STX")),
                IntStream.range(0, 250)
                        .mapToObj(i -> new Measurement("M" + i, i, "None"))
                        .toList());

        assertThat(lines)
                .extracting(line ->
                        parsed(line).at("/_aws/CloudWatchMetrics/0/Metrics").size())
                .containsExactly(100, 100, 50);
        assertThat(lines)
                .allMatch(line -> "STX".equals(parsed(line).path("symbol").stringValue()));
        assertThat(parsed(lines.get(2)).path("M249").intValue()).isEqualTo(249);
    }

    @Test
    void whatTheFormatCannotCarryIsRefusedByName() {
        assertRefused("NaN", new Measurement("Coverage60", Double.NaN, "Percent"));
        assertRefused("Hours", new Measurement("DataAge", 3, "Hours"));
        assertRefused("name", new Measurement("", 3, "None"));
        assertRefused("taken", new Measurement("symbol", 3, "None"));
        assertRefused("taken", new Measurement("A", 3, "None"), new Measurement("A", 4, "None"));
        assertThat(lines).isEmpty();
    }

    @Test
    void aFailingWriterMakesMetricsUnavailable() {
        EmfMetrics failing = new EmfMetrics(CLOCK, _ -> {
            throw new UncheckedIOException(new IOException("disk full"));
        });
        assertThatExceptionOfType(MetricsUnavailable.class)
                .isThrownBy(() -> failing.emit(new TreeMap<>(), List.of(new Measurement("A", 1, "None"))))
                .withMessageContaining("disk full");
    }

    private void assertRefused(String reason, Measurement... values) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metrics.emit(new TreeMap<>(Map.of("symbol", "STX")), List.of(values)))
                .withMessageContaining(reason);
    }

    private static JsonNode parsed(String line) {
        return Json.readTree(line.getBytes(UTF_8));
    }
}
