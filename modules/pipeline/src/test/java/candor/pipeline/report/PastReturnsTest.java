// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.pipeline.report.PastReturns.Drawdown;
import candor.pipeline.report.ReportModel.HistoryPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastReturnsTest {

    /** One close a week, from the last Friday of November 2023 on. */
    private static List<HistoryPoint> weekly(double... closes) {
        List<HistoryPoint> history = new ArrayList<>();
        for (double close : closes) {
            history.add(point(LocalDate.of(2023, 11, 24).plusWeeks(history.size()), close));
        }
        return history;
    }

    private static HistoryPoint point(LocalDate session, double close) {
        return new HistoryPoint(session, 3 * close, close, Double.NaN, Double.NaN);
    }

    /** 24 November; 1, 8, 15, 22 and 29 December; 5 January. */
    @Test
    void monthsRunFromTheLastCloseBefore() {
        List<PastReturns.Year> years =
                PastReturns.of(weekly(100, 110, 99, 88, 100, 120, 90), 5).years();
        assertThat(years).hasSize(2);
        assertThat(years.getFirst().year()).isEqualTo(2023);
        assertThat(years.getFirst().months().get(10)).isNaN();
        assertThat(years.getFirst().months().get(11)).isCloseTo(0.2, within(1e-12));
        assertThat(years.getFirst().whole()).isCloseTo(0.2, within(1e-12));
        assertThat(years.getLast().months().getFirst()).isCloseTo(-0.25, within(1e-12));
        assertThat(years.getLast().whole()).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void drawdownsRunFromPeakToTroughAndBack() {
        List<HistoryPoint> history = weekly(100, 110, 99, 88, 110, 120, 90, 100);
        assertThat(PastReturns.of(history, 5).drawdowns())
                .satisfiesExactly(
                        open -> {
                            assertThat(open.peak()).isEqualTo("2023-12-29");
                            assertThat(open.trough()).isEqualTo("2024-01-05");
                            assertThat(open.recovered()).isNull();
                            assertThat(open.depth()).isCloseTo(-0.25, within(1e-12));
                        },
                        closed -> {
                            assertThat(closed.peak()).isEqualTo("2023-12-01");
                            assertThat(closed.trough()).isEqualTo("2023-12-15");
                            assertThat(closed.recovered()).isEqualTo("2023-12-22");
                            assertThat(closed.depth()).isCloseTo(-0.2, within(1e-12));
                        });
        assertThat(PastReturns.of(history, 1).drawdowns())
                .extracting(Drawdown::peak)
                .hasSize(1);
    }

    /** A return over missing sessions is not known, and so neither is that of the month and the year. */
    @Test
    void overAGapNothingIsClaimed() {
        List<HistoryPoint> history = new ArrayList<>(weekly(100, 110));
        history.add(point(LocalDate.of(2024, 6, 3), 50));
        history.add(point(LocalDate.of(2024, 7, 1), 55));
        history.add(point(LocalDate.of(2024, 7, 2), 66));
        PastReturns.Year year = PastReturns.of(history, 5).years().getLast();
        assertThat(year.months().get(5)).isNaN();
        assertThat(year.months().get(2)).isNaN();
        assertThat(year.whole()).isNaN();
    }

    @Test
    void oneCloseHasNoReturn() {
        assertThat(PastReturns.of(weekly(100), 5)).isEqualTo(new PastReturns(List.of(), List.of()));
        assertThat(PastReturns.of(List.of(), 5).years()).isEmpty();
    }
}
