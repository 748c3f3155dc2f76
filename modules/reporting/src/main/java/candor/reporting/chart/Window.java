package candor.reporting.chart;

import candor.forecasting.market.PriceHistory;
import candor.pipeline.report.ReportModel.HistoryPoint;
import candor.reporting.plot.Range;
import candor.reporting.plot.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    private record Place(double day, double value) {}

    private Window() {}

    /** Place of a date on an axis of epoch days. */
    static double day(LocalDate date) {
        return (double) date.toEpochDay();
    }

    /** Broken off where a return over missing sessions is unknown: a line would claim prices for them. */
    static Series series(List<HistoryPoint> history, ToDoubleFunction<HistoryPoint> value) {
        return series(history, HistoryPoint::session, value);
    }

    static <T> Series series(List<T> items, Function<T, LocalDate> session, ToDoubleFunction<T> value) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            LocalDate day = session.apply(items.get(i));
            if (i > 0 && PriceHistory.isBroken(session.apply(items.get(i - 1)), day)) {
                places.add(new Place(day(day), Double.NaN));
            }
            places.add(new Place(day(day), value.applyAsDouble(items.get(i))));
        }
        return Series.of(places, Place::day, Place::value);
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
