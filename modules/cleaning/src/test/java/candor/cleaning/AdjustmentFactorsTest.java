// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.repair.PriceFile;
import candor.forecasting.calendar.NyseCalendar;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adjusted closes that no dividend explains. */
class AdjustmentFactorsTest {

    private static final int SIZE = Seeded.SESSIONS;
    private static final List<RawBar> CLEAN = Seeded.walk(2).stream()
            .map(row -> row.withAdjustedClose(0.9 * row.close()))
            .toList();

    private static Verdict judged(List<RawBar> rows, LocalDate asOf) {
        return new Judge(new NyseCalendar(), CleaningRules.ofAnyLength(), (bars, actions) -> new double[bars.size()])
                .of(new Retrieval.OneFile(Retrieval.Place.CSV, rows, true, new TreeMap<>()), asOf, Rulings.NONE);
    }

    private static List<RawBar> adjusted(List<RawBar> rows, int from, int to, double factor) {
        List<RawBar> changed = new ArrayList<>(rows);
        changed.subList(from, to).replaceAll(row -> row.withAdjustedClose(row.adjustedClose() * factor));
        return changed;
    }

    @ParameterizedTest
    @CsvSource({"1, 0.7", "1, 1.5", "3, 0.9", "3, 1.3"})
    void aStepInTheLastRowsStopsAndTheDayBeforeWorks(int length, double factor) {
        List<RawBar> rows = adjusted(CLEAN, SIZE - length, SIZE, factor);
        LocalDate before = rows.get(SIZE - length - 1).session();

        assertThat(judged(rows, rows.getLast().session()).stops())
                .singleElement()
                .satisfies(stop -> {
                    assertThat(stop.rule()).isEqualTo(AdjustmentFactors.RULE);
                    assertThat(stop.message()).contains("--as-of " + before);
                });
        assertThat(judged(rows, before).orThrow().bars()).hasSize(SIZE - length);
    }

    @ParameterizedTest
    @CsvSource({"0.8, no dividend makes it fall so", "1.2, the price shows no dividend so large"})
    void aStepThatLastsIsAskedAbout(double factor, String words) {
        List<RawBar> rows = adjusted(CLEAN, 300, SIZE, factor);

        assertThat(judged(rows, rows.getLast().session()).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.message())
                        .contains(words, "--begin " + rows.get(300).session()));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "0.95", "1.05", "2"})
    void aRowThatStandsApartIsSetAside(double factor) {
        List<RawBar> rows = adjusted(CLEAN, 300, 301, factor);

        assertThat(judged(rows, rows.getLast().session()).orThrow().quarantined())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.row().session()).isEqualTo(rows.get(300).session()));
    }

    @Test
    void aSpecialDividendIsNoFault() {
        List<RawBar> rows = new ArrayList<>(CLEAN);
        for (int i = 0; i < 300; i++) {
            RawBar before = Seeded.times(CLEAN.get(i), 1.25);
            rows.set(i, before.withAdjustedClose(CLEAN.get(i).adjustedClose()));
        }

        assertThat(judged(rows, rows.getLast().session()).stops())
                .extracting(Stop::rule)
                .doesNotContain(AdjustmentFactors.RULE);
    }

    @Test
    void noRowOfCleanFilesStandsApartAndPlantedOnesDo() {
        long rows = 0;
        int planted = 0;
        int missed = 0;
        Random random = new Random(7);
        for (PriceFile file : Stream.of("data/prices", "data/panel-2000-2024", "data/panel-2020-2026")
                .map(PriceFile::shared)
                .flatMap(folder -> PriceFile.in(folder, ".csv").stream())
                .map(PriceFile::read)
                .toList()) {
            assertThat(of(file.rows())).as(file.name()).isZero();
            rows += file.rows().size();
            for (double factor : new double[] {0.7, 0.9, 0.95, 1.1, 1.2, 1.5}) {
                int from = 100 + random.nextInt(file.rows().size() - 150);
                planted++;
                boolean found = of(adjusted(file.rows(), from, file.rows().size(), factor)) > 0;
                missed += found ? 0 : 1;
                assertThat(found || factor > 1).as("a fall in %s", file.name()).isTrue();
            }
        }
        System.out.println("adjusted-close-step: 0 of " + rows + " rows; " + missed + " of " + planted
                + " planted steps are not asked about");
        assertThat(missed).isLessThan(planted / 4);
    }

    /** Rows set aside, and stops. */
    private static int of(List<RawBar> rows) {
        Stops stops = new Stops();
        List<RawBar> kept = AdjustmentFactors.setAside(rows, Set.of(), new CleaningLog(), stops);
        return rows.size() - kept.size() + stops.all().size();
    }
}
