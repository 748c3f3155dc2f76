// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import static candor.cleaning.Rows.CALENDAR;
import static candor.cleaning.Rows.LAST;
import static candor.cleaning.Rows.RULES;
import static candor.cleaning.Rows.prices;
import static candor.cleaning.Rows.quiet;
import static candor.cleaning.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.Ruling.Kind;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.market.Adjustment;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts: what closes are, kinds of series, and stops whose remedies work. */
class JudgeTest {

    private static Verdict judged(List<RawBar> rows, LocalDate asOf, Map<String, String> provenance, Ruling... said) {
        Retrieval given = new Retrieval.OneFile(Retrieval.Place.CSV, rows, false, new TreeMap<>(provenance));
        return new Judge(
                        CALENDAR,
                        CleaningRules.ofAnyLength(),
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .of(given, asOf, new Rulings(List.of(said)));
    }

    private static Verdict judged(List<RawBar> rows) {
        return judged(rows, rows.getLast().session(), Map.of());
    }

    @Test
    void aShortSeriesIsJudgedToo() {
        assertThat(judged(quiet().subList(0, 1)).orThrow().bars()).hasSize(1);
        assertThat(judged(List.of(), LAST, Map.of()).stops())
                .extracting(Stop::kind)
                .containsExactly(Stop.Kind.TOO_SHORT);
    }

    @Test
    void withoutDividendsTheClosesSayNothingOfThem() {
        Map<String, String> columns = Map.of("columns", "Date,Open,High,Low,Close,Volume");

        assertThat(judged(quiet(), LAST, columns).result().basis()).isEqualTo(PriceBasis.DIVIDENDS_UNKNOWN);
        assertThat(judged(quiet(), LAST, Map.of("columns", "Date,Close,Dividends"))
                        .result()
                        .basis())
                .isEqualTo(PriceBasis.AS_TRADED);
    }

    @Test
    void closesThatAreAdjustedForDividendsAlreadyAreTakenAsTheyAre() {
        List<RawBar> rows = quiet();
        for (int i = 0; i < 15; i++) {
            double factor = 1 - 1.7 / 101;
            RawBar row = rows.get(i);
            rows.set(
                    i, prices(row, row.open() * factor, row.high() * factor, row.low() * factor, row.close() * factor));
        }
        rows.set(15, rows.get(15).withActions(1.7, 0, 0));

        CleaningResult result = judged(rows).orThrow();

        assertThat(result.basis()).isEqualTo(PriceBasis.ALREADY_ADJUSTED);
        assertThat(result.adjustedCloses())
                .isEqualTo(rows.stream().map(RawBar::close).toList());
        assertThat(result.log()).extracting(CleaningEntry::rule).containsExactly("already-adjusted");
    }

    @Test
    void aDeadFeedStopsAndTheDayThatIsNamedWorks() {
        List<RawBar> rows = quiet();
        for (int i = 27; i < 30; i++) {
            double close = rows.get(26).close();
            rows.set(i, prices(rows.get(i), close, close, close, close).withVolume(0));
        }
        LocalDate live = rows.get(26).session();

        assertThat(judged(rows).stops()).singleElement().satisfies(stop -> {
            assertThat(stop.first()).isEqualTo(rows.get(27).session());
            assertThat(stop.last()).isEqualTo(LAST);
            assertThat(stop.message()).contains("--as-of " + live + ", the last session that is alive");
        });
        assertThat(judged(rows, live, Map.of()).orThrow().bars()).hasSize(27);
    }

    @Test
    void anotherLevelAfterALongGapIsAskedAboutAndBothAnswersWork() {
        List<LocalDate> sessions = CALENDAR.sessions(Rows.FIRST, Rows.FIRST.plusDays(1500));
        List<RawBar> rows = new ArrayList<>(quiet(sessions));
        for (int i = 600; i < rows.size(); i++) {
            RawBar row = rows.get(i);
            rows.set(i, prices(row, row.open() * 2.6, row.high() * 2.6, row.low() * 2.6, row.close() * 2.6));
        }
        rows.subList(540, 600).clear();
        LocalDate after = rows.get(540).session();

        assertThat(judged(rows).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.message())
                        .startsWith("60 sessions are missing between ")
                        .contains("--begin " + after + " leaves", "--real " + after + " keeps"));
        Ruling begin = new Ruling(Kind.BEGIN, after, 1, "USER", Instant.EPOCH);
        assertThat(judged(rows, rows.getLast().session(), Map.of(), begin)
                        .orThrow()
                        .bars())
                .hasSize(rows.size() - 540);
        Ruling real = new Ruling(Kind.REAL, after, 1, "USER", Instant.EPOCH);
        assertThat(judged(rows, rows.getLast().session(), Map.of(), real)
                        .orThrow()
                        .bars())
                .hasSize(rows.size());
    }

    @Test
    void withoutAnyVolumeBarsHaveNoneAndOneLineSaysSo() {
        List<RawBar> rows = new ArrayList<>(quiet());
        rows.replaceAll(row -> row.withVolume(Double.NaN));

        CleaningResult result = judged(rows).orThrow();

        assertThat(result.bars()).hasSize(30).allMatch(bar -> bar.volume() == 0);
        assertThat(result.log()).extracting(CleaningEntry::rule).containsOnlyOnce(CleaningLog.NO_VOLUME);
    }

    @ParameterizedTest
    @CsvSource({"EUR, true", "GBX, true", "USD, false", "$, false"})
    void pricesInAnotherCurrencyStop(String currency, boolean stops) {
        assertThat(judged(quiet(), LAST, Map.of("currency", currency)).isStopped())
                .isEqualTo(stops);
    }

    /** Thousands of rows were set aside, each for a low above its close, and the rest called weekly. */
    @Test
    void closesThatAreAdjustedAloneAreSaidOnceAndBothRemediesWork() {
        List<RawBar> traded = quiet();
        List<RawBar> apart = new ArrayList<>(traded);
        List<RawBar> adjusted = new ArrayList<>(traded);
        for (int i = 0; i < 20; i++) {
            RawBar row = traded.get(i);
            double factor = 0.9;
            apart.set(i, prices(row, row.open(), row.high(), row.low(), row.close() * factor));
            adjusted.set(
                    i, prices(row, row.open() * factor, row.high() * factor, row.low() * factor, row.close() * factor));
        }

        assertThat(judged(apart).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.message())
                        .startsWith("the close lies below the low in 20 of 30 rows, from " + Rows.FIRST + " to "
                                + traded.get(19).session())
                        .contains("give the close as traded, and the adjusted one as Adj Close", "(auto_adjust=True)"));
        assertThat(judged(apart).result().quarantined()).isEmpty();
        assertThat(judged(traded).orThrow().bars()).hasSize(30);
        assertThat(judged(adjusted).orThrow().bars()).hasSize(30);
    }

    /** Rows that are wrong here and there are set aside one by one. */
    @Test
    void someClosesBelowTheLowAreNotAdjustedOnes() {
        List<RawBar> rows = quiet();
        for (int i : new int[] {3, 9, 12, 15, 20, 22, 28}) {
            rows.set(i, prices(rows.get(i), 100, 102, 99, 90));
        }

        assertThat(judged(rows).stops()).extracting(Stop::rule).doesNotContain("close-apart");
        assertThat(judged(rows).result().quarantined()).hasSize(7);
    }

    @Test
    void aShortFileThatMissesDaysByRowsSetAsideSaysSo() {
        List<RawBar> rows = with(3, row -> prices(row, 100, 102, 99, 150)).subList(0, 8);

        assertThat(judged(rows).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.message())
                        .startsWith("1 of the 8 sessions from ")
                        .contains("; rows were set aside: 1 impossible-range, "
                                + rows.get(3).session())
                        .endsWith(": correct these rows, or get the bars from another source"));
    }

    @Test
    void fixedPointPricesStop() {
        List<RawBar> rows = new ArrayList<>(quiet());
        rows.replaceAll(row -> prices(row, row.open() * 1e9, row.high() * 1e9, row.low() * 1e9, row.close() * 1e9));

        assertThat(judged(rows).stops()).extracting(Stop::rule).containsExactly("absurd-level");
    }

    @Test
    void aLowFarBelowItsRowAndItsNeighboursIsSetAside() {
        assertThat(judged(with(7, row -> prices(row, 100, 102, 6, 101)))
                        .orThrow()
                        .quarantined())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rule()).isEqualTo(Wicks.RULE);
                    assertThat(one.evidence())
                            .isEqualTo("line 9: low lies 94 % below open, close and the rows beside it, and trading"
                                    + " explains no such price");
                });
        assertThat(judged(with(7, row -> prices(row, 100, 102, 70, 101)))
                        .orThrow()
                        .quarantined())
                .isEmpty();
    }

    @Test
    void seriesThatAreNoDailyBarsAreNamed() {
        assertThat(kindOf(day -> true)).contains("as of a crypto currency");
        assertThat(kindOf(day -> day.getDayOfWeek() != DayOfWeek.FRIDAY && day.getDayOfWeek() != DayOfWeek.SATURDAY))
                .contains("rows from Sunday to Thursday");
        assertThat(kindOf(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY && day.getDayOfWeek() != DayOfWeek.MONDAY))
                .contains("rows from Tuesday to Saturday");
        assertThat(kindOf(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)).contains("one row a week");
        assertThat(kindOf(day -> day.getDayOfMonth() == 1)).contains("one row a month");

        List<RawBar> twice = new ArrayList<>();
        for (RawBar row : quiet()) {
            twice.add(row);
            twice.add(row.withVolume(row.volume() + 1));
        }
        assertThat(judged(twice).stops().getFirst().message()).contains("several rows a day");
    }

    private static String kindOf(Predicate<LocalDate> has) {
        List<LocalDate> days =
                Rows.FIRST.datesUntil(Rows.FIRST.plusDays(400)).filter(has).toList();
        Verdict verdict = judged(quiet(days));
        assertThat(verdict.stops().getFirst().rule()).isEqualTo("not-daily");
        assertThat(verdict.stops()).extracting(Stop::rule).doesNotContain("many-set-aside");
        return verdict.stops().getFirst().message();
    }

    @Test
    void theRulesAreThoseOfRunsButForTheLength() {
        assertThat(CleaningRules.ofAnyLength().minimumBars()).isEqualTo(1);
        assertThat(CleaningRules.ofAnyLength().maxFactor()).isEqualTo(RULES.maxFactor());
    }
}
