// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.universe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.market.Symbol;
import candor.pipeline.universe.SymbolOutcome.Status;
import candor.store.failure.CorruptCheckpoint;
import candor.store.fixture.MemoryStore;
import candor.store.run.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What became of a list, in its two forms. */
class UniverseSummaryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 24);
    private static final Instant ENDED = Instant.parse("2026-04-24T22:40:00Z");
    private static final String DIGEST = "ab".repeat(32);

    private static final SymbolForecast FORECAST = new SymbolForecast(
            DAY,
            LocalDate.of(2026, 4, 27),
            586.25,
            551.077,
            623.668,
            0.1238,
            0.6216,
            0.5,
            0.0578,
            0.8992,
            1,
            "zero + logHarL");

    private static SymbolOutcome outcome(
            String symbol, Status status, @Nullable String error, @Nullable String reason, @Nullable String next) {
        return new SymbolOutcome(
                Symbol.of(symbol),
                symbol.equals("BRK-B") ? "tiingo" : null,
                null,
                null,
                status,
                status == Status.NOT_STARTED ? null : "20260424T223000Z-" + symbol,
                error,
                reason,
                next,
                status == Status.DONE ? FORECAST : null);
    }

    private static UniverseSummary summary() {
        return UniverseSummary.of(
                "us",
                DIGEST,
                DAY,
                ENDED,
                List.of(
                        outcome("STX", Status.DONE, null, null, null),
                        outcome("AAPL", Status.NOTHING_TO_DO, null, "no session has ended since 2026-04-23", null),
                        outcome(
                                "BRK-B",
                                Status.FAILED,
                                "candor.store.failure.RateLimited",
                                "=HYPERLINK(\"http://nobody\") says tiingo",
                                "./candor redrive 20260424T223000Z-BRK-B"),
                        outcome(
                                "MSFT",
                                Status.WAITING,
                                null,
                                "zero + ewma proposed at 1 session",
                                "./candor approve 20260424T223000Z-MSFT"),
                        outcome("IBM", Status.NOT_STARTED, null, "the list was stopped", null)));
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(UniverseSummaryTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    @Test
    void jsonIsAsTheGoldenFile() throws IOException {
        assertThat(new String(Seal.off(summary().toJson()).orElseThrow(), UTF_8))
                .isEqualTo(golden("summary.json"));
    }

    /** A reason that a spreadsheet would calculate is shown as text. */
    @Test
    void tableIsAsTheGoldenFile() throws IOException {
        assertThat(new String(summary().toCsv(), UTF_8)).isEqualTo(golden("summary.csv"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        MemoryStore store = new MemoryStore();
        UniverseResults results = new UniverseResults(store);
        SymbolList list = SymbolList.of("eu", List.of(Symbol.of("SAP.DE")));
        results.keep(list);

        String key = results.write(summary());
        results.write(UniverseSummary.of("us", DIGEST, DAY.minusDays(1), ENDED, List.of()));
        store.putIfAbsent("universe/results/0c5f/manifest.json", "{}".getBytes(UTF_8), "application/json");
        store.putIfAbsent("universe/results/later/us/summary.json", "{}".getBytes(UTF_8), "application/json");

        assertThat(key).isEqualTo("universe/results/2026-04-24/us/summary.json");
        assertThat(results.names()).containsExactly("eu", "us");
        assertThat(results.list("eu")).contains(list);
        assertThat(results.latest("us")).contains(summary());
        assertThat(results.latest("eu")).isEmpty();
        assertThat(results.latest()).contains(summary());
    }

    @Test
    void aDamagedSummaryIsNotBelieved() {
        byte[] bytes = new String(summary().toJson(), UTF_8)
                .replace("\"coverage90\": 0.8992", "\"coverage90\": 0.9992")
                .getBytes(UTF_8);
        assertThatThrownBy(() -> UniverseSummary.read("universe/results/x/summary.json", bytes))
                .isInstanceOf(CorruptCheckpoint.class)
                .hasMessageContaining("universe/results/x/summary.json");
    }

    @Test
    void whatIsRunAgainTakesThePlaceOfWhatFailed() {
        UniverseSummary before = summary();
        assertThat(before.toRetry())
                .extracting(SymbolOutcome::symbol)
                .containsExactly(Symbol.of("BRK-B"), Symbol.of("IBM"));
        assertThat(before.open()).hasSize(3);

        UniverseSummary after = before.with(
                List.of(
                        outcome("BRK-B", Status.DONE, null, null, null),
                        outcome("IBM", Status.NOT_STARTED, null, "the list was stopped", null)),
                ENDED.plusSeconds(60));

        assertThat(after.counts()).isEqualTo(new UniverseSummary.Counts(5, 2, 1, 0, 1, 1));
        assertThat(after.symbols())
                .extracting(SymbolOutcome::symbol)
                .isEqualTo(before.symbols().stream().map(SymbolOutcome::symbol).toList());
        assertThat(after.date()).isEqualTo(DAY);
        assertThat(after.ended()).isEqualTo(ENDED.plusSeconds(60));
    }
}
