// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import candor.pipeline.report.ReportModel.HistoryPoint;
import candor.reporting.plot.Axis;
import candor.reporting.plot.Canvas;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Mark;
import candor.reporting.plot.Panel;
import candor.reporting.plot.Range;
import candor.reporting.plot.Series;
import candor.reporting.plot.Typeface;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A line went straight through months without a bar, as if somebody had traded on the way. */
class WindowTest {

    /** Six sessions are missing after the second, five after the fourth. */
    private static final List<HistoryPoint> HISTORY = Stream.of(
                    "2024-01-02", "2024-01-03", "2024-01-12", "2024-01-16", "2024-01-24", "2024-01-25")
            .map(day -> new HistoryPoint(LocalDate.parse(day), 10, 10, 0.02, Double.NaN))
            .toList();

    private final Series closes = Window.series(HISTORY, HistoryPoint::adjustedClose);

    @Test
    void aSeriesBreaksOffWhereReturnsAreUnknown() {
        assertThat(closes.size()).isEqualTo(7);
        assertThat(closes.values()).containsExactly(10.0, 10.0, Double.NaN, 10.0, 10.0, 10.0, 10.0);
    }

    @Test
    void linesAndAreasAreDrawnInParts() {
        Canvas canvas = new Canvas(Window.WIDTH, 100);
        Panel panel = new Panel(
                canvas,
                Typeface.bundled(),
                new Panel.Area(0, 0, Window.WIDTH, 100, 0),
                Axis.dates(Window.days(HISTORY), 10),
                Axis.percent(new Range(0, 20), 8));

        panel.line(closes, Ink.LINE, 1);
        panel.band(Window.series(HISTORY, point -> 0), closes, Ink.BAND80);

        List<Mark> marks = canvas.figure("f", "f", "f").marks();
        assertThat(marks.stream().filter(Mark.Line.class::isInstance)).hasSize(2);
        assertThat(marks.stream()
                        .filter(Mark.Area.class::isInstance)
                        .map(Mark.Area.class::cast)
                        .map(area -> area.outline().size()))
                .containsExactly(4, 8);
    }
}
