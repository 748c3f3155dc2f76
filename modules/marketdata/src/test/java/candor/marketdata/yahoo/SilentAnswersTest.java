// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.yahoo;

import static candor.marketdata.http.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.CleaningRules;
import candor.cleaning.Judge;
import candor.cleaning.Rulings;
import candor.cleaning.Verdict;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.Symbol;
import candor.marketdata.csv.CsvBars;
import candor.marketdata.http.ScriptedProvider;
import candor.marketdata.vintage.LiveBars;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Faults that once passed without a word, given as a provider's answer: through the real parser, the vintages and the judge
 * of all bars. Each stops, or ends in the returns of the series without the fault.
 */
class SilentAnswersTest {

    private static final Symbol XYZ = Symbol.of("XYZ");
    private static final NyseCalendar CALENDAR = new NyseCalendar();
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 27);

    private final ScriptedProvider provider = new ScriptedProvider();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void theCleanSeriesPasses() {
        Verdict verdict = judged(file("CLEAN"));

        assertThat(verdict.stops()).isEmpty();
        assertThat(verdict.result().bars()).hasSize(1300);
    }

    @ParameterizedTest
    @CsvSource({
        "frozen-tail",
        "frozen5",
        "split-nocolumn",
        "reused-ticker",
        "inverted-split",
        "split-day-row-without-adj-close"
    })
    void aSilentFaultStopsOrEndsInTheCleanReturns(String name) {
        assertStoppedOrClean(name, judged(file(name)));
        assertStoppedOrClean(
                name + " with adjusted closes",
                judged(file(name).stream()
                        .map(row -> row.withAdjustedClose(row.close()))
                        .toList()));
    }

    /** The answer lists the split, and its older prices are not restated, nor are its adjusted closes. */
    @ParameterizedTest
    @CsvSource({"2, true", "4, true", "2, false", "4, false", "10, true"})
    void olderPricesThatWereNotRestatedDoNotPass(double ratio, boolean adjusted) {
        List<RawBar> clean = file("CLEAN");
        LocalDate day = clean.get(900).session();
        List<RawBar> unrestated = clean.stream()
                .map(scaled(day, ratio))
                .map(row -> row.session().equals(day) ? row.withActions(0, ratio, 0) : row)
                .map(row -> adjusted ? row.withAdjustedClose(row.close()) : row)
                .toList();

        assertStoppedOrClean(ratio + ":1", judged(unrestated));
    }

    private void assertStoppedOrClean(String name, Verdict verdict) {
        if (!verdict.isStopped()) {
            List<String> others = new ArrayList<>(returns(verdict));
            others.removeAll(returns(judged(file("CLEAN"))));
            assertThat(others).as(name).isEmpty();
        } else {
            assertThat(verdict.stops().getFirst().message()).as(name).contains("20");
        }
    }

    private static UnaryOperator<RawBar> scaled(LocalDate before, double ratio) {
        return row -> row.session().isBefore(before)
                ? row.withPrices(row.open() * ratio, row.high() * ratio, row.low() * ratio, row.close() * ratio)
                        .withVolume(Math.rint(row.volume() / ratio))
                : row;
    }

    /** To four digits, as cents round. */
    private static List<String> returns(Verdict verdict) {
        List<Double> levels = verdict.result().adjustedCloses();
        List<String> returns = new ArrayList<>();
        for (int t = 1; t < levels.size(); t++) {
            returns.add(verdict.result().bars().get(t).session() + " "
                    + Math.rint(1000 * Math.log(levels.get(t) / levels.get(t - 1))) / 1000);
        }
        return returns;
    }

    private Verdict judged(List<RawBar> rows) {
        provider.answers(json(200, ChartOfRows.of(rows)));
        YahooBars yahoo = new YahooBars(YahooSettings.below(provider.url("/")), provider.patientClient(YahooBars.NAME));
        Retrieval retrieval = new LiveBars(
                        new MemoryStore(), CALENDAR, Clock.fixed(NOW, ZoneOffset.UTC), BarSource.SETTLING, _ -> {})
                .retrieve(new BarRequest(XYZ, "yahoo", null, false), List.of(yahoo));
        return new Judge(
                        CALENDAR,
                        CleaningRules.standard(),
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .of(retrieval, LAST, Rulings.NONE);
    }

    private static List<RawBar> file(String name) {
        Path path = SharedFiles.require("data/silent/" + name + ".csv");
        try {
            return CsvBars.parse(name, Files.readAllBytes(path)).bars();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
