package candor.reporting.chart;

import candor.pipeline.report.ReportModel.HistoryPoint;
import candor.reporting.plot.Range;
import candor.reporting.plot.Series;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The sessions that a chart shows, and their place on an axis of epoch days. */
final class Window {

    /** Width of every chart, in points: the text width of an A4 page. */
    static final double WIDTH = 510;

    /** Baseline of the legend, and where panels begin below it. */
    static final double LEGEND_Y = 9;

    static final double PANEL_TOP = 20;

    /** Dates need room for three ticks even where there is only one session. */
    private static final int LEAST_DAYS = 4;

    private Window() {}

    /** Place of a date on an axis of epoch days. */
    static double day(LocalDate date) {
        return (double) date.toEpochDay();
    }

    static Series series(List<HistoryPoint> history, ToDoubleFunction<HistoryPoint> value) {
        return Series.of(history, p -> day(p.session()), value);
    }

    static Range days(LocalDate from, LocalDate to) {
        return new Range(day(from), Math.max(day(to), day(from) + LEAST_DAYS));
    }

    static Range days(List<HistoryPoint> history) {
        return history.isEmpty()
                ? new Range(0, LEAST_DAYS)
                : days(history.getFirst().session(), history.getLast().session());
    }
}
