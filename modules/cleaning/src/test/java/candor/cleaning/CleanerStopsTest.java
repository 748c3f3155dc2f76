package candor.cleaning;

import static candor.cleaning.Rows.CALENDAR;
import static candor.cleaning.Rows.LAST;
import static candor.cleaning.Rows.RULES;
import static candor.cleaning.Rows.actions;
import static candor.cleaning.Rows.clean;
import static candor.cleaning.Rows.cleanWithoutAdjustedClose;
import static candor.cleaning.Rows.cleaner;
import static candor.cleaning.Rows.prices;
import static candor.cleaning.Rows.quiet;
import static candor.cleaning.Rows.retrieval;
import static candor.cleaning.Rows.volume;
import static candor.cleaning.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.store.failure.HaltedForManualCheck;
import candor.store.failure.InputRefused;
import candor.store.failure.NotEnoughHistory;
import candor.store.port.RawBar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What stops a run, and the words it stops with. */
class CleanerStopsTest {

    @Test
    void fewerRowsThanNeeded() {
        assertThatThrownBy(() -> cleaner(CleaningRules.standard()).clean(retrieval(quiet(), true), LAST))
                .isInstanceOf(NotEnoughHistory.class)
                .hasMessage("x.csv: 30 rows up to " + LAST + ", but at least 68 are needed: get a longer history of"
                        + " daily bars, or another symbol");
    }

    @Test
    void exactlyAsManyAsNeededIsEnough() {
        List<RawBar> rows = quiet(CALENDAR.sessions(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 1, 1)))
                .subList(0, 68);
        LocalDate asOf = rows.getLast().session();

        assertThat(cleaner(CleaningRules.standard())
                        .clean(retrieval(rows, true), asOf)
                        .bars())
                .hasSize(68);
        assertThatThrownBy(() -> cleaner(CleaningRules.standard()).clean(retrieval(rows, true), asOf.minusDays(1)))
                .isInstanceOf(NotEnoughHistory.class)
                .hasMessageContaining("67 rows");
    }

    @Test
    void fewerBarsThanNeededAfterCleaning() {
        List<RawBar> rows = quiet().subList(0, 21);
        rows.set(3, volume(rows.get(3), -1));
        rows.set(5, volume(rows.get(5), -1));

        assertThatThrownBy(() -> clean(rows))
                .isInstanceOf(NotEnoughHistory.class)
                .hasMessage("x.csv: 19 bars after cleaning (of 21 rows), but at least 20 are needed: get a longer"
                        + " history of daily bars, or correct the rows that were set aside");
    }

    @Test
    void tooManyRowsToSetAside() {
        List<RawBar> rows = quiet();
        for (int i = 0; i < 12; i++) {
            rows.set(i, volume(rows.get(i), -1));
        }
        rows.set(22, prices(rows.get(22), Double.NaN, Double.NaN, Double.NaN, Double.NaN));

        assertThatThrownBy(() -> clean(rows))
                .isInstanceOf(HaltedForManualCheck.class)
                .hasMessage("x.csv: 13 of 30 rows (43.3 %) would have to be set aside, at most 2.0 % may: 12"
                        + " impossible-volume, 2024-01-01 first (line 2: volume cannot be -1.0); 1 empty-row, 2024-01-31"
                        + " first (line 24: no price at all): correct these rows, or get the bars from another source");
    }

    @Test
    void threeRowsAreSetAsideWhateverTheirShare() {
        List<RawBar> rows = quiet();
        for (int i = 4; i < 7; i++) {
            rows.set(i, volume(rows.get(i), -1));
        }
        assertThat(clean(rows).bars()).hasSize(27);

        rows.set(9, volume(rows.get(9), -1));
        assertThatThrownBy(() -> clean(rows)).isInstanceOf(HaltedForManualCheck.class);
    }

    @Test
    void weeklyBars() {
        List<RawBar> weekly = quiet(LocalDate.of(2024, 1, 1)
                .datesUntil(LAST.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() == 1)
                .toList());
        CleaningRules rules = new CleaningRules(2, 0.02, 3, 0.1, 10, 5, 0.01, 10, 1e-6);

        assertThatThrownBy(() -> cleaner(rules).clean(retrieval(weekly, true), LAST))
                .isInstanceOf(HaltedForManualCheck.class)
                .hasMessage("x.csv: 20 of the 26 sessions from 2024-01-01 to 2024-02-05 (76.9 %) have no bar, at most"
                        + " 10.0 % may; the first is 2024-01-02: give daily bars, not weekly ones, of a stock that"
                        + " trades on every session of the exchange");
    }

    @Test
    void tooStale() {
        LocalDate tenLater = CALENDAR.sessionAfter(LAST, 10);
        assertThat(cleaner(RULES).clean(retrieval(quiet(), true), tenLater).bars())
                .hasSize(30);

        LocalDate elevenLater = CALENDAR.sessionAfter(LAST, 11);
        assertThatThrownBy(() -> cleaner(RULES).clean(retrieval(quiet(), true), elevenLater))
                .isInstanceOf(HaltedForManualCheck.class)
                .hasMessage("x.csv: the last bar, " + LAST + ", lies 11 sessions before " + elevenLater
                        + ", at most 10 may: bring the file up to date, or forecast as of " + LAST);
    }

    @Test
    void beyondTheCalendar() {
        assertThatThrownBy(() -> cleaner(RULES).clean(retrieval(quiet(), true), LocalDate.of(2031, 1, 2)))
                .isInstanceOf(InputRefused.class)
                .hasMessage("x.csv: asOf 2031-01-02 lies after 2030-12-31, the last day that the calendar knows:"
                        + " forecast as of an earlier day");
    }

    @Test
    void absurdJump() {
        List<RawBar> rows =
                with(7, row -> prices(row, 2_000, 2_040, 1_980, 2_020).withAdjustedClose(1_010));

        assertThatThrownBy(() -> clean(rows))
                .isInstanceOf(HaltedForManualCheck.class)
                .hasMessage("x.csv: levels that do not belong together: close 100.0 on 2024-01-09 and 2020.0 on"
                        + " 2024-01-10; close 2020.0 on 2024-01-10 and 100.0 on 2024-01-11: a wrong unit or a missed"
                        + " split? Correct these rows, or begin the file after them (--begin DATE)");
    }

    @Test
    void aSplitExplainsAJump() {
        List<RawBar> rows = scaledUntil(15, 10);
        assertThatThrownBy(() -> clean(rows))
                .hasMessageContaining("close 1000.0 on 2024-01-19 and 101.0 on 2024-01-22");

        rows.set(15, actions(rows.get(15), 0, 10));
        assertThat(clean(rows).bars()).hasSize(30);
        assertThat(cleanWithoutAdjustedClose(rows).adjustedCloses()).containsOnly(100.0, 101.0);
    }

    @Test
    void absurdJumpOfTheAdjustedClose() {
        List<RawBar> rows = with(7, row -> actions(row, 0, 3));
        rows.replaceAll(row ->
                row.session().isBefore(rows.get(7).session()) ? row : Rows.adjustedClose(row, 8.5 * row.close()));

        assertThatThrownBy(() -> clean(rows))
                .isInstanceOf(HaltedForManualCheck.class)
                .hasMessageContaining("adjusted close 50.0 on 2024-01-09 and 858.5 on 2024-01-10")
                .hasMessageContaining("a missed or doubled split?");
    }

    @Test
    void splitThatTheClosesShowInPart() {
        List<RawBar> rows = scaledUntil(15, 1.3);
        rows.set(15, actions(rows.get(15), 0, 2));

        assertThatThrownBy(() -> cleanWithoutAdjustedClose(rows))
                .isInstanceOf(HaltedForManualCheck.class)
                .hasMessage("x.csv: levels that do not belong together: split 2.0 on 2024-01-22 with closes of 130.0"
                        + " before and 101.0 after it: correct the dividend or split, or say what the split was: --split"
                        + " DATE=RATIO, as in 4:1, where closes before that day are as traded, and 1:1 where there was"
                        + " none or they are adjusted for it");
        assertThat(clean(rows).bars()).as("with adjusted closes of its own").hasSize(30);
        assertThat(ruled(rows, Ruling.Kind.SPLIT, 15, 1).adjustedCloses().getFirst())
                .as("as the remedy says")
                .isEqualTo(130);
    }

    @Test
    void dividendAboveThePrice() {
        List<RawBar> rows = with(15, row -> actions(row, 150, 0));

        assertThatThrownBy(() -> cleanWithoutAdjustedClose(rows))
                .isInstanceOf(HaltedForManualCheck.class)
                .hasMessage(
                        "x.csv: what cannot be right, and what would be, the file does not prove: line 17, 2024-01-22: a"
                                + " dividend of 150 is impossible beside a close of 100 before it: correct these rows, begin the"
                                + " file after them, or get the bars from another source");
    }

    @Test
    void doubtfulActionWithoutAdjustedCloses() {
        assertThatThrownBy(() -> cleanWithoutAdjustedClose(with(15, row -> actions(row, -1, 0))))
                .isInstanceOf(HaltedForManualCheck.class)
                .hasMessage("x.csv: line 17, 2024-01-22: dividend -1.0, split 0.0 is impossible or differs from another"
                        + " row of that session, and there is no adjusted close to go by: correct the dividend or"
                        + " split, or add an Adj Close column");

        List<RawBar> rows = quiet();
        rows.add(Rows.at(actions(rows.get(15), 1, 0), 90, rows.get(15).session()));
        assertThatThrownBy(() -> cleanWithoutAdjustedClose(rows)).hasMessageContaining("line 90, 2024-01-22");
        assertThat(clean(rows).actions()).isEmpty();
    }

    @Test
    void limitsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new CleaningRules(800, 1.5, 3, 0.1, 10, 5, 0.01, 10, 1e-6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxQuarantinedShare out of range: 1.5");
    }

    private static CleaningResult ruled(List<RawBar> rows, Ruling.Kind kind, int row, double ratio) {
        Ruling ruling = new Ruling(kind, rows.get(row).session(), ratio, "USER", Instant.EPOCH);
        return cleaner(RULES).clean(retrieval(rows, false), LAST, new Rulings(List.of(ruling)));
    }

    private static List<RawBar> scaledUntil(int end, double factor) {
        DoubleUnaryOperator scale = price -> price * factor;
        List<RawBar> rows = quiet();
        for (int i = 0; i < end; i++) {
            RawBar row = rows.get(i);
            rows.set(
                    i,
                    prices(
                            row,
                            scale.applyAsDouble(row.open()),
                            scale.applyAsDouble(row.high()),
                            scale.applyAsDouble(row.low()),
                            scale.applyAsDouble(row.close())));
        }
        return rows;
    }
}
