package candor.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.cleaning.Cleaner;
import candor.cleaning.CleaningResult;
import candor.cleaning.CleaningRules;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.Bar;
import candor.marketdata.csv.CsvBars;
import candor.store.failure.PermanentFailure;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parser and cleaner on downloads as they are: clean ones must pass untouched, broken ones must not pass unnoticed. */
class RealFilesTest {

    private static final CleaningRules ANY_LENGTH = new CleaningRules(2, 0.02, 3, 0.1, 10, 5, 0.01, 10, 1e-6);

    @Test
    void everyBarOfStxIsKeptAsItIs() {
        Retrieval retrieval = parse(shared("data/prices/STX.csv"));
        CleaningResult result = clean(retrieval, CleaningRules.standard());

        assertThat(result.bars()).hasSize(5879).isEqualTo(bars(retrieval.bars()));
        assertThat(result.log()).isEmpty();
        assertThat(result.gaps()).isEmpty();
        assertThat(result.actions()).hasSize(85);
        // the largest moves, in percent, as log returns of the adjusted close
        Map<LocalDate, Double> moves = new TreeMap<>(Map.of(
                LocalDate.of(2003, 10, 22), -28.1,
                LocalDate.of(2004, 1, 21), -23.3,
                LocalDate.of(2009, 1, 22), -27.4,
                LocalDate.of(2010, 10, 15), 20.1,
                LocalDate.of(2011, 10, 21), 24.6,
                LocalDate.of(2016, 4, 14), -22.4,
                LocalDate.of(2016, 4, 29), -21.2,
                LocalDate.of(2016, 7, 12), 19.8));
        moves.forEach((day, percent) ->
                assertThat(movePercent(result, day)).as("%s", day).isCloseTo(percent, within(0.06)));
    }

    @Test
    void adjustedClosesComputedFromActionsGiveTheReturnsOfTheFile() {
        Retrieval own = parse(shared("data/prices/STX.csv"));
        Retrieval without = new Retrieval.OneFile(Retrieval.Place.CSV, own.bars(), false, own.provenance());
        List<Double> adjusted = clean(own, CleaningRules.standard()).adjustedCloses();
        List<Double> computed = clean(without, CleaningRules.standard()).adjustedCloses();

        for (int i = 1; i < adjusted.size(); i++) {
            double difference =
                    Math.log(adjusted.get(i) / adjusted.get(i - 1)) - Math.log(computed.get(i) / computed.get(i - 1));
            assertThat(Math.abs(difference)).as("bar %s", i).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @CsvSource({"data/panel-2000-2024, 60", "data/panel-2020-2026, 39"})
    void noMoveOfThePanelsIsChanged(String folder, int count) {
        List<Path> files = files(shared(folder));
        assertThat(files).hasSize(count);
        for (Path file : files) {
            Retrieval retrieval = parse(file);
            CleaningResult result = clean(retrieval, ANY_LENGTH);

            assertThat(result.bars()).as("%s", file).hasSameSizeAs(retrieval.bars());
            assertThat(result.bars().stream().map(Bar::close).toList())
                    .isEqualTo(retrieval.bars().stream().map(RawBar::close).toList());
            assertThat(result.quarantined()).isEmpty();
            assertThat(result.log()).isEmpty();
        }
    }

    /** What becomes of each file: bars and rows set aside, or the failure and a part of its message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2015-2020-AET | HaltedForManualCheck: the row of 2018-11-29 only repeats what stood before",
                "2015-2020-BHF | HaltedForManualCheck: 518 of the 1259 sessions from 2015-01-12 to 2020-01-10 (41.1 %) have no bar",
                "2015-2020-CBS | 1233 bars, 2 quarantined: conflicting-rows",
                "2015-2020-COL | HaltedForManualCheck: 131 of the 219 sessions from 2019-02-27 to 2020-01-08 (59.8 %) have no bar",
                "2015-2020-SCG | HaltedForManualCheck: 10 rows from 2019-05-30 to 2020-01-08 only repeat what stood before",
                "2015-2020-SNI | NotEnoughHistory: 2 rows",
                "2015-2020-STI | 1235 bars, 2 quarantined: conflicting-rows",
                "2015-2020-VIAB | 1233 bars, 2 quarantined: conflicting-rows",
                "AACIW | NotEnoughHistory: 1 row",
                "ABLLL | 72 bars, 0 quarantined: ",
                "ABVC | HaltedForManualCheck: levels that do not belong together: close 683306.25 on 2005-09-01",
                "AULT | 6084 bars, 0 quarantined: ",
                "EAI | HaltedForManualCheck: 3,163 of 4,084 rows (77.4 %) would have to be set aside",
                "GIA | HaltedForManualCheck: 171 of 329 rows (52.0 %) would have to be set aside",
                "GME | 5555 bars, 0 quarantined: ",
                "LRFC | 2631 bars, 1 quarantined: impossible-price",
                "NCPL | HaltedForManualCheck: levels that do not belong together: close 520.0 on 2006-10-23",
                "NXPL | HaltedForManualCheck: levels that do not belong together: close 6.07500032E8 on 2002-05-07",
                "PRTA | 2821 bars, 3 quarantined: impossible-price",
                "RIVN | 584 bars, 0 quarantined: ",
                "STX-partial-last-day | 5229 bars, 1 quarantined: already-adjusted, high-low-rounding, perhaps-partial",
                "USAS | HaltedForManualCheck: 1,073 of 5,126 rows (20.9 %) would have to be set aside",
                "doubled-columns-AAPL | InputRefused: line 1: columns 'Open' and 'Open', cells 3 and 4, are both Open",
                "doubled-columns-APP | InputRefused: line 1: columns 'Open' and 'Open', cells 3 and 4, are both Open",
                "doubled-columns-CSCO | InputRefused: line 1: columns 'Open' and 'Open', cells 3 and 4, are both Open"
            })
    void aDirtyFileIsRefusedOrPassesWithItsLog(String name, String outcome) {
        assertThat(outcome(shared("data/dirty/" + name + ".csv"))).startsWith(outcome.strip());
    }

    private static String outcome(Path file) {
        try {
            CleaningResult result = clean(parse(file), CleaningRules.standard());
            List<String> rules =
                    result.log().stream().map(CleaningEntry::rule).distinct().toList();
            return result.bars().size() + " bars, " + result.quarantined().size() + " quarantined: "
                    + String.join(", ", rules);
        } catch (PermanentFailure refused) {
            String message = String.valueOf(refused.getMessage());
            assertThat(message).startsWith(file.getFileName() + ": ");
            return refused.getClass().getSimpleName() + message.substring(message.indexOf(':'));
        }
    }

    private static double movePercent(CleaningResult result, LocalDate day) {
        int i = result.bars().stream().map(Bar::session).toList().indexOf(day);
        return 100
                * Math.log(
                        result.adjustedCloses().get(i) / result.adjustedCloses().get(i - 1));
    }

    private static List<Bar> bars(List<RawBar> rows) {
        return rows.stream()
                .map(row -> new Bar(row.session(), row.open(), row.high(), row.low(), row.close(), row.volume()))
                .toList();
    }

    private static CleaningResult clean(Retrieval retrieval, CleaningRules rules) {
        LocalDate last = retrieval.bars().stream()
                .map(RawBar::session)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new Cleaner(
                        new NyseCalendar(),
                        rules,
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .clean(retrieval, last);
    }

    private static Retrieval parse(Path file) {
        try {
            return CsvBars.parse(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path shared(String path) {
        return SharedFiles.require(path);
    }
}
