package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.BacktestRow;
import candor.local.wiring.PastRuns;
import candor.pipeline.stage.StageName;
import candor.pipeline.table.BacktestTable;
import candor.store.checkpoint.Checkpoints;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Real bars of STX (2002 to 2026) through the whole pipeline, on two days one after the other. The bars of the figures are
 * the project's own (docs/forecasting.md): what HAR-P with pooled adaptive conformal intervals reaches.
 */
class StxRunTest {

    private static final LocalDate FIRST = LocalDate.of(2006, 1, 3);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 24);

    @TempDir
    private static Path folder;

    private static Terminal terminal = new Terminal(Path.of(""), Path.of(""));

    @BeforeAll
    static void run() {
        String shared = System.getenv().getOrDefault("CANDOR_SHARED", "");
        assumeTrue(!shared.isBlank(), "skipped: CANDOR_SHARED is not set");
        String csv = Path.of(shared, "data/prices/STX.csv").toString();
        terminal = new Terminal(folder.resolve("home"), folder);
        for (String day : List.of("2026-04-23", "2026-04-24")) {
            Terminal.Answer answer = terminal.type("run", "STX", "--csv", csv, "--as-of", day, "--out", "out");
            assertThat(answer.status()).as(answer.err()).isZero();
            assertThat(answer.out()).contains("STX as of " + day);
        }
    }

    @Test
    void metricsAreOfThreeHorizons() throws IOException {
        JsonNode metrics = Json.readTree(Files.readAllBytes(folder.resolve("out/metrics.json")));

        assertThat(metrics.path("schema").stringValue()).isEqualTo("candor/metrics/1");
        assertThat(metrics.path("asOf").stringValue()).isEqualTo("2026-04-24");
        assertThat(metrics.path("bars").path("count").intValue()).isEqualTo(5879);
        assertThat(IntStream.range(0, 3)
                        .map(i ->
                                metrics.path("horizons").get(i).path("sessions").intValue()))
                .containsExactly(1, 5, 21);
    }

    @Test
    void backtestHasEveryOrigin() throws IOException {
        List<BacktestRow> rows = BacktestTable.read(Files.readAllBytes(folder.resolve("out/backtest.csv")));
        List<LocalDate> sessions = new NyseCalendar().sessions(FIRST, LAST);

        for (int horizon : List.of(1, 5, 21)) {
            assertThat(rows.stream()
                            .filter(row -> row.horizon() == horizon)
                            .map(BacktestRow::origin)
                            .filter(origin -> !origin.isBefore(FIRST)))
                    .containsExactlyElementsOf(sessions);
        }
    }

    @Test
    void forecastOfTheDayBeforeIsScored() {
        ObjectStore store = terminal.home().openStore(Instant.EPOCH);
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        JsonNode monitoring = new PastRuns(store)
                .findLatest(Symbol.of("STX"), StageName.MONITOR)
                .flatMap(run -> run.findCheckpoint(StageName.MONITOR.key()))
                .map(checkpoints::get)
                .map(checkpoint -> checkpoints.bytes(checkpoint.getArtefact("monitoring.json")))
                .map(Json::readTree)
                .orElseThrow();

        assertThat(monitoring.path("asOf").stringValue()).isEqualTo("2026-04-24");
        assertThat(horizon(monitoring, 1).path("forecasts").intValue()).isEqualTo(1);
        assertThat(horizon(monitoring, 5).path("forecasts").intValue(0)).isZero();
    }

    @Test
    void keepsItsPromisesFrom2010To2024() {
        JsonNode card = evaluated("2010-01-04", "2024-03-08");

        assertThat(qlike(card)).isLessThanOrEqualTo(-6.39);
        assertThat(card.path("tails"))
                .filteredOn(tail -> tail.path("level").doubleValue() == 0.99)
                .hasSize(2)
                .allSatisfy(
                        tail -> assertThat(tail.path("kupiecP").doubleValue()).isGreaterThan(0.05));
        assertHolds(interval(card, 0.9), 0.88, 0.92, 11.17);
        assertHolds(interval(card, 0.99), 0.985, 0.995, 25);
        assertThat(interval(card, 0.9).path("byYear").properties())
                .hasSizeGreaterThanOrEqualTo(14)
                .filteredOn(year -> !year.getKey().equals("2024"))
                .allSatisfy(year -> assertThat(year.getValue().doubleValue()).isBetween(0.86, 0.95));
    }

    @Test
    void keepsItsPromisesFrom2024To2026() {
        JsonNode card = evaluated("2024-03-11", "2026-04-24");

        assertThat(qlike(card)).isLessThanOrEqualTo(-6.11);
        assertHolds(interval(card, 0.9), 0.88, 0.92, 13.2);
        assertHolds(interval(card, 0.99), 0.985, 0.995, 29.5);
    }

    private static JsonNode evaluated(String from, String to) {
        Terminal.Answer answer = terminal.type("evaluate", "STX", "--from", from, "--to", to, "--json");
        assertThat(answer.status()).as(answer.err()).isZero();
        return horizon(Json.readTree(answer.out().getBytes(UTF_8)), 1);
    }

    private static double qlike(JsonNode card) {
        return card.at("/scale/candidates/harPOwn/qlike").doubleValue();
    }

    private static void assertHolds(JsonNode interval, double least, double most, double worstScore) {
        assertThat(interval.path("coverage").doubleValue()).isBetween(least, most);
        assertThat(100 * interval.path("score").doubleValue()).isLessThanOrEqualTo(worstScore);
        if (interval.path("nominal").doubleValue() == 0.9) {
            assertThat(interval.path("kupiecP").doubleValue()).isGreaterThan(0.05);
            assertThat(interval.path("christoffersenP").doubleValue()).isGreaterThan(0.05);
            assertThat(interval.path("byVolatilityTercile").properties())
                    .hasSize(3)
                    .allSatisfy(tercile ->
                            assertThat(tercile.getValue().doubleValue()).isBetween(0.85, 0.95));
        }
    }

    private static JsonNode horizon(JsonNode document, int sessions) {
        return StreamSupport.stream(document.path("horizons").spliterator(), false)
                .filter(card -> card.path("sessions").intValue() == sessions)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode interval(JsonNode card, double nominal) {
        return StreamSupport.stream(card.path("intervals").spliterator(), false)
                .filter(interval -> interval.path("nominal").doubleValue() == nominal)
                .findFirst()
                .orElseThrow();
    }
}
