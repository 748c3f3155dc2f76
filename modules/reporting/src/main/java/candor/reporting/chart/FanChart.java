package candor.reporting.chart;

import candor.pipeline.report.ReportModel;
import candor.pipeline.report.ReportModel.HistoryPoint;
import candor.reporting.plot.Axis;
import candor.reporting.plot.Canvas;
import candor.reporting.plot.Figure;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Legend;
import candor.reporting.plot.Legend.Entry;
import candor.reporting.plot.Legend.Sample;
import candor.reporting.plot.Panel;
import candor.reporting.plot.Range;
import candor.reporting.plot.Typeface;
import candor.reporting.text.Numerals;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The last sessions with the intervals that were forecast for them one session ahead, and the forecast from the origin on.
 */
public final class FanChart {

    /** How many sessions of the past are shown. */
    static final int SESSIONS = 120;

    private static final double HEIGHT = 205;
    private static final double SMALL = 130;
    private static final double HALF_BAR_DAYS = 0.36;
    private static final String NAME = "fan-chart";

    private FanChart() {}

    /**
     * Prices are those that returns are computed from, scaled to end at the last close as traded: where the source lets them
     * be adjusted, a distribution or a split is no move.
     */
    public static Figure of(ReportModel model, Typeface typeface) {
        return of(model, typeface, HEIGHT);
    }

    /** The same, lower, for a page that holds more than the chart. */
    public static Figure small(ReportModel model, Typeface typeface) {
        return of(model, typeface, SMALL);
    }

    private static Figure of(ReportModel model, Typeface typeface, double height) {
        List<HistoryPoint> shown = lastOf(model.history());
        double scale = model.history().isEmpty()
                ? 1
                : model.forecast().lastClose() / model.history().getLast().adjustedClose();
        List<PastInterval> past = PastInterval.of(model.past(), shown, scale);
        Fan fan = Fan.of(model.forecast());
        Canvas canvas = new Canvas(Window.WIDTH, height);
        Panel panel = new Panel(
                canvas,
                typeface,
                new Panel.Area(0, Window.PANEL_TOP, Window.WIDTH, height, 0),
                Axis.dates(days(shown, model.forecast().asOf(), fan), 10),
                Axis.numbers(prices(shown, scale, past, fan).padded(0.04), 8));
        panel.drawAxes();
        for (PastInterval interval : past) {
            double day = Window.day(interval.target());
            panel.bar(day - HALF_BAR_DAYS, day + HALF_BAR_DAYS, interval.lower(), interval.upper(), Ink.BAND90);
        }
        fan.draw(panel);
        panel.moment(Window.day(model.forecast().asOf()), Ink.MUTED);
        panel.line(Window.series(shown, p -> p.adjustedClose() * scale), Ink.LINE, 1.2);
        past.stream()
                .filter(PastInterval::isMiss)
                .forEach(p -> panel.dot(Window.day(p.target()), p.outcome(), 2.4, Ink.ALERT));
        Legend.draw(canvas, typeface, panel.left(), Window.LEGEND_Y, legend());
        return canvas.figure(NAME, title(model), description(model, past));
    }

    private static List<HistoryPoint> lastOf(List<HistoryPoint> history) {
        return history.subList(Math.max(0, history.size() - SESSIONS), history.size());
    }

    private static Range days(List<HistoryPoint> shown, LocalDate asOf, Fan fan) {
        LocalDate from = shown.isEmpty() ? asOf.minusDays(7) : shown.getFirst().session();
        return Window.days(from.minusDays(1), fan.lastTarget(asOf).plusDays(1));
    }

    private static Range prices(List<HistoryPoint> shown, double scale, List<PastInterval> past, Fan fan) {
        DoubleStream closes = shown.stream().mapToDouble(p -> p.adjustedClose() * scale);
        DoubleStream intervals = past.stream().flatMapToDouble(p -> DoubleStream.of(p.lower(), p.upper()));
        return Range.spanning(Stream.of(closes, intervals, fan.prices()).flatMapToDouble(s -> s));
    }

    private static List<Entry> legend() {
        return List.of(
                new Entry("Price", Ink.LINE, Sample.LINE),
                new Entry("Outside its interval", Ink.ALERT, Sample.DOT),
                new Entry("50\u00a0% interval", Ink.BAND50, Sample.BAND),
                new Entry("80\u00a0%", Ink.BAND80, Sample.BAND),
                new Entry("90\u00a0%", Ink.BAND90, Sample.BAND),
                new Entry("95\u00a0%", Ink.BAND95, Sample.BAND));
    }

    private static String title(ReportModel model) {
        return model.forecast().symbol() + ": forecasts and outcomes to "
                + Numerals.date(model.forecast().asOf()) + ", and the forecast from there";
    }

    private static String description(ReportModel model, List<PastInterval> past) {
        StringBuilder out = new StringBuilder("Of the last " + past.size()
                + " one-session-ahead 90\u00a0% intervals, "
                + past.stream().filter(PastInterval::isMiss).count() + " missed the outcome.");
        model.forecast()
                .horizons()
                .forEach(h -> out.append(" By ")
                        .append(Numerals.date(h.target()))
                        .append(" the price is expected between ")
                        .append(Numerals.price(h.priceQuantiles().get("p05")))
                        .append(" and ")
                        .append(Numerals.price(h.priceQuantiles().get("p95")))
                        .append(" with probability 90\u00a0%."));
        return out.toString();
    }
}
