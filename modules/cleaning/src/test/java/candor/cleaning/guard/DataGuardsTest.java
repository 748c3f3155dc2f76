// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning.guard;

import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.CleaningCounts;
import candor.cleaning.CleaningLog;
import candor.cleaning.CleaningResult;
import candor.cleaning.PriceBasis;
import candor.cleaning.WeekdayCalendar;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each guard fires at what it guards against, and at nothing else. */
class DataGuardsTest {

    private static final TradingCalendar CALENDAR = new WeekdayCalendar();
    private static final List<LocalDate> DAYS =
            CALENDAR.sessions(LocalDate.of(2024, 1, 1), CALENDAR.sessionAfter(LocalDate.of(2024, 1, 1), 79));

    private final List<Bar> bars = new ArrayList<>();
    private final List<RawBar> given = new ArrayList<>();
    private final List<Double> adjusted = new ArrayList<>();
    private final List<CorporateAction> actions = new ArrayList<>();
    private final List<CleaningEntry> log = new ArrayList<>();
    private final List<LocalDate> gaps = new ArrayList<>();

    DataGuardsTest() {
        for (int t = 0; t < DAYS.size(); t++) {
            double close = 100 + t % 3;
            bars.add(new Bar(DAYS.get(t), 100, 103, 99, close, 1000 + t));
            given.add(new RawBar(t + 2, DAYS.get(t), 100, 103, 99, close, close / 2, 1000 + t, 0, 0, 0));
            adjusted.add(close / 2);
        }
    }

    private CleaningResult cleaned() {
        CleaningCounts counts = new CleaningCounts(bars.size(), bars.size(), 0, 0, 0, 0, 0);
        return new CleaningResult(
                bars, adjusted, actions, log, List.of(), gaps, counts, PriceBasis.ADJUSTED_CLOSES, null);
    }

    private List<GuardResult> results() {
        Retrieval retrieval = new Retrieval.OneFile(Retrieval.Place.CSV, given, true, new TreeMap<>());
        return DataGuards.of(retrieval, cleaned(), CALENDAR);
    }

    private List<String> alarms() {
        return results().stream()
                .filter(result -> !result.passed())
                .map(GuardResult::detail)
                .toList();
    }

    @Test
    void goodBarsRaiseNoAlarmAndAllGuardsLook() {
        assertThat(results())
                .extracting(GuardResult::name)
                .containsExactly("real moves kept", "one vintage", "finished sessions", "full last day");
        assertThat(alarms()).isEmpty();
        assertThat(results())
                .extracting(GuardResult::detail)
                .contains("All 80 bars are as the source gave them, but for the changes in the log.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "high", "low", "close", "volume"})
    void aCellThatWasChangedWithoutALineInTheLogIsReported(String column) {
        Bar bar = bars.get(10);
        bars.set(
                10,
                new Bar(
                        bar.session(),
                        column.equals("open") ? 100.5 : bar.open(),
                        column.equals("high") ? 104 : bar.high(),
                        column.equals("low") ? 98.5 : bar.low(),
                        column.equals("close") ? bar.close() * 1.001 : bar.close(),
                        column.equals("volume") ? 1234 : bar.volume()));
        assertThat(alarms())
                .singleElement()
                .asString()
                .startsWith("The " + column + " of 2024-01-15 is ")
                .endsWith("and no line of the log says why.");

        log.add(new CleaningEntry(DAYS.get(9), column, "", "", "unit-100x-cell", ""));
        log.add(new CleaningEntry(bar.session(), "row", "", "", "unit-100x-cell", ""));
        assertThat(alarms()).hasSize(1);

        log.add(new CleaningEntry(bar.session(), column, "", "", "unit-100x-cell", ""));
        assertThat(alarms()).isEmpty();
    }

    /** Of a source without volumes one line says so for all bars; it excuses no price. */
    @Test
    void oneLineSaysThatNoRowHasAVolume() {
        given.replaceAll(row -> row.withVolume(Double.NaN));
        assertThat(alarms()).singleElement().asString().startsWith("The volume of 2024-01-01 is 1000.0");

        log.add(new CleaningEntry(DAYS.getLast(), "row", "", "", CleaningLog.NO_VOLUME, ""));
        assertThat(alarms()).isEmpty();

        bars.set(3, new Bar(DAYS.get(3), 100, 103, 98, 100, 1003));
        assertThat(alarms()).singleElement().asString().startsWith("The low of " + DAYS.get(3));
    }

    @Test
    void aBarThatTheSourceDidNotGiveIsReported() {
        given.remove(20);
        assertThat(alarms())
                .containsExactly("There is a bar on 2024-01-29, for which the source gave none: close 102.0.");
    }

    /** As a join of two retrievals: all adjusted closes from one day on are lower by a dividend that nobody lists. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40, 79})
    void aStepDownBetweenAdjustedClosesIsReported(int from) {
        step(from, 0.997);
        assertThat(alarms())
                .singleElement()
                .asString()
                .startsWith("On " + DAYS.get(from) + " the adjusted close returns ")
                .endsWith("without a dividend or split.");
    }

    /** Sources round adjusted closes: two thousandths are no dividend. */
    @Test
    void aSmallStepIsRounding() {
        step(40, 0.9985);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aStepUpIsReportedWhereTheSourceListsDividends() {
        step(40, 1.003);
        assertThat(alarms()).isEmpty();

        actions.add(new CorporateAction.Split(DAYS.get(5), 2));
        assertThat(alarms()).isEmpty();

        actions.add(new CorporateAction.Dividend(DAYS.get(5), 0.3));
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void aStepOnTheDayOfADividendIsExplained() {
        step(40, 0.99);
        actions.add(new CorporateAction.Dividend(DAYS.get(39), 1));
        actions.add(new CorporateAction.Dividend(DAYS.get(41), 1));
        assertThat(alarms()).hasSize(1);

        actions.add(new CorporateAction.Dividend(DAYS.get(40), 1));
        assertThat(alarms()).isEmpty();
    }

    /** A day without a bar may have had the dividend. */
    @Test
    void aStepAcrossAGapIsExplained() {
        step(41, 0.99);
        bars.remove(40);
        given.remove(40);
        adjusted.remove(40);
        assertThat(alarms()).hasSize(1);

        gaps.add(DAYS.get(40));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aBarOfAClosedDayIsReported() {
        LocalDate saturday = LocalDate.of(2024, 4, 20);
        bars.add(new Bar(saturday, 100, 103, 99, 100, 1100));
        given.add(new RawBar(82, saturday, 100, 103, 99, 100, 50, 1100, 0, 0, 0));
        adjusted.add(50.0);
        assertThat(alarms()).containsExactly("There is a bar on 2024-04-20, when the exchange was closed.");
    }

    @Test
    void aLastBarWithAPartOfADaysVolumeIsReported() {
        bars.set(79, new Bar(DAYS.get(79), 100, 103, 99, 101, 400));
        given.set(79, given.get(79).withVolume(400));
        assertThat(alarms())
                .containsExactly("The last bar, of 2024-04-19, seems to have been taken during the session: its volume"
                        + " is 400.0.");
    }

    private void step(int from, double factor) {
        for (int t = from; t < adjusted.size(); t++) {
            adjusted.set(t, adjusted.get(t) * factor);
        }
    }
}
