package candor.cleaning;

import static candor.cleaning.Rows.FIRST;
import static candor.cleaning.Rows.LAST;
import static candor.cleaning.Rows.RULES;
import static candor.cleaning.Rows.clean;
import static candor.cleaning.Rows.cleanWithoutAdjustedClose;
import static candor.cleaning.Rows.cleaner;
import static candor.cleaning.Rows.prices;
import static candor.cleaning.Rows.quiet;
import static candor.cleaning.Rows.retrieval;
import static candor.cleaning.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import candor.cleaning.log.CleaningEntry;
import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction.Dividend;
import candor.forecasting.market.CorporateAction.Split;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule on its own. */
class CleanerTest {

    @Test
    void cleanRowsPassUnchanged() {
        CleaningResult result = clean(quiet());

        assertThat(result.bars())
                .isEqualTo(quiet().stream()
                        .map(row ->
                                new Bar(row.session(), row.open(), row.high(), row.low(), row.close(), row.volume()))
                        .toList());
        assertThat(result.adjustedCloses())
                .isEqualTo(quiet().stream().map(RawBar::adjustedClose).toList());
        assertThat(result.log()).isEmpty();
        assertThat(result.gaps()).isEmpty();
        assertThat(result.quarantined()).isEmpty();
        assertThat(result.counts()).isEqualTo(new CleaningCounts(30, 30, 0, 0, 0, 0, 0));
        assertThat(result.truth()).isNull();
    }

    @Test
    void rowsAfterAsOfLeaveNoTrace() {
        List<RawBar> rows = with(29, row -> prices(row, -1, -1, -1, -1));
        LocalDate asOf = rows.get(28).session();

        CleaningResult result = cleaner(RULES).clean(retrieval(rows, true), asOf);

        assertThat(result).isEqualTo(cleaner(RULES).clean(retrieval(quiet().subList(0, 29), true), asOf));
        assertThat(result.log()).isEmpty();
    }

    @Test
    void rowsBeforeTheCalendarAreDroppedWithOneEntry() {
        List<RawBar> rows = quiet();
        rows.addFirst(Rows.at(rows.getFirst(), 100, LocalDate.of(1999, 12, 30)));
        rows.addFirst(Rows.at(rows.getFirst(), 101, LocalDate.of(1999, 12, 31)));

        CleaningResult result = clean(rows);

        assertThat(result.bars()).hasSize(30);
        assertThat(result.log())
                .containsExactly(new CleaningEntry(
                        LocalDate.of(1999, 12, 30),
                        "row",
                        "rows: 2",
                        "",
                        "before-calendar",
                        "2 rows from 1999-12-30 to 1999-12-31 lie before 2000-01-01, the first day that the calendar"
                                + " knows"));
        assertThat(result.counts()).isEqualTo(new CleaningCounts(32, 30, 0, 0, 2, 0, 0));
    }

    @Test
    void aFileThatIsNotAscendingIsSortedWithOneEntry() {
        List<RawBar> rows = quiet();
        RawBar late = rows.remove(10);
        rows.add(12, Rows.at(late, 50, late.session()));

        CleaningResult result = clean(rows);

        assertThat(result.bars()).isEqualTo(clean(quiet()).bars());
        assertThat(result.log())
                .containsExactly(new CleaningEntry(
                        late.session(),
                        "row",
                        "not ascending",
                        "ascending",
                        "order",
                        "line 50 (2024-01-15) follows line 14 (2024-01-17); all rows are sorted by date"));
    }

    @Test
    void equalRowsAreMerged() {
        List<RawBar> rows = quiet();
        rows.add(8, Rows.at(rows.get(7), 90, rows.get(7).session()));

        CleaningResult result = clean(rows);

        assertThat(result.bars()).isEqualTo(clean(quiet()).bars());
        assertThat(result.log())
                .containsExactly(new CleaningEntry(
                        rows.get(7).session(),
                        "row",
                        "open 100.0, high 102.0, low 98.993, close 101.0, volume 1007.0",
                        "",
                        "duplicate-row",
                        "line 90 equals line 9, which is kept"));
        assertThat(result.counts()).isEqualTo(new CleaningCounts(31, 30, 0, 1, 0, 0, 0));
    }

    @Test
    void contradictingRowsOfASessionAreAllSetAside() {
        List<RawBar> rows = quiet();
        RawBar other = Rows.volume(rows.get(7), 5);
        rows.add(8, Rows.at(other, 90, other.session()));

        CleaningResult result = clean(rows);

        assertThat(result.bars()).hasSize(29).extracting(Bar::session).doesNotContain(other.session());
        assertThat(result.quarantined())
                .extracting(Quarantined::rule, Quarantined::evidence)
                .containsExactly(
                        tuple("conflicting-rows", "line 9: 2 rows of this session with different values, lines 9, 90"),
                        tuple(
                                "conflicting-rows",
                                "line 90: 2 rows of this session with different values, lines 9, 90"));
        assertThat(result.gaps()).containsExactly(other.session());
    }

    @Test
    void rowsOnDaysWithoutTradingAreSetAside() {
        List<RawBar> rows = quiet();
        LocalDate saturday = LocalDate.of(2024, 1, 6);
        rows.add(5, Rows.at(rows.get(4), 90, saturday));

        CleaningResult result = clean(rows);

        assertThat(result.bars()).isEqualTo(clean(quiet()).bars());
        assertThat(result.gaps()).isEmpty();
        assertThat(result.quarantined())
                .containsExactly(new Quarantined(
                        rows.get(5), "not-a-session", "line 90: SATURDAY, and the exchange is closed on that day"));
    }

    @Test
    void sessionsWithoutARowAreGapsAndHolidaysAreNot() {
        List<RawBar> rows = quiet();
        RawBar missing = rows.remove(7);

        CleaningResult result = clean(rows);

        assertThat(result.gaps()).containsExactly(missing.session());
        assertThat(result.log())
                .containsExactly(new CleaningEntry(
                        missing.session(), "row", "", "", "gap", "the exchange was open, but the source has no row"));
    }

    @Test
    void realMovesStay() {
        // log returns as STX had them: -0.281 on 2003-10-22, +0.246 on 2011-10-21
        List<RawBar> rows = with(7, row -> prices(row, 100, 101, 70, 75.5).withAdjustedClose(75.5 / 2));
        rows.set(8, prices(rows.get(8), 96.6, 96.6, 96.6, 96.6).withAdjustedClose(96.6 / 2));

        assertThat(clean(rows).bars()).extracting(Bar::close).contains(75.5, 96.6);
        assertThat(clean(rows).log()).isEmpty();
    }

    @Test
    void actionsAreKeptAlsoFromRowsThatAreSetAside() {
        List<RawBar> rows = with(7, row -> Rows.volume(Rows.actions(row, 2, 0), -1));
        rows.set(9, Rows.actions(rows.get(9), 0, 1));

        CleaningResult result = cleanWithoutAdjustedClose(rows);

        assertThat(result.actions()).containsExactly(new Dividend(rows.get(7).session(), 2));
        assertThat(result.adjustedCloses().get(6)).isEqualTo(100 * (1 - 2 / 100.0));
        assertThat(result.adjustedCloses().getLast()).isEqualTo(101);
    }

    @Test
    void adjustedClosesAreComputedWhereTheSourceHasNone() {
        List<RawBar> rows = quiet();
        for (int i = 0; i < rows.size(); i++) {
            double scale = i < 15 ? 2 : 1;
            rows.set(i, prices(rows.get(i), 100 * scale, 102 * scale, 99 * scale, (100 + i % 2) * scale));
        }
        rows.set(15, Rows.actions(rows.get(15), 0, 2));

        CleaningResult result = cleanWithoutAdjustedClose(rows);

        assertThat(result.actions()).containsExactly(new Split(rows.get(15).session(), 2));
        assertThat(result.adjustedCloses())
                .isEqualTo(IntStream.range(0, 30).mapToObj(i -> 100.0 + i % 2).toList());
        assertThat(result.log())
                .containsExactly(new CleaningEntry(
                        FIRST,
                        "adjustedClose",
                        "",
                        "computed",
                        "adjusted-close",
                        "the source has no adjusted closes: computed from closes, taken as traded, and 1 dividend or"
                                + " split"));
    }

    @Test
    void theTruthOfASyntheticStockFollowsItsBars() {
        List<RawBar> rows = new ArrayList<>(with(7, row -> Rows.volume(row, -1)));
        List<Double> truth = IntStream.range(0, 30).mapToObj(i -> i / 100.0).toList();
        Retrieval retrieval = new Retrieval.Synthetic(rows, new TreeMap<>(), truth);

        List<Double> cleaned = cleaner(RULES).clean(retrieval, LAST).truth();

        assertThat(cleaned)
                .hasSize(29)
                .doesNotContain(0.07)
                .startsWith(0.0, 0.01)
                .endsWith(0.29);
    }
}
