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
import candor.reporting.plot.Series;
import candor.reporting.plot.Typeface;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Annualised volatility as it was forecast for each session, as a line over the area of the true one where known. */
public final class VolatilityChart {

    private static final double HEIGHT = 155;
    private static final double SESSIONS_A_YEAR = 252;

    private VolatilityChart() {}

    public static Figure of(ReportModel model, Typeface typeface) {
        List<HistoryPoint> history = model.history();
        Series estimated = annualised(history, false);
        List<HistoryPoint> withTruth = history.stream()
                .filter(p -> Double.isFinite(p.trueVolatility()))
                .toList();
        Series known = annualised(withTruth, true);
        Range range = Range.spanning(DoubleStream.concat(estimated.values(), known.values()));
        Canvas canvas = new Canvas(Window.WIDTH, HEIGHT);
        Panel panel = new Panel(
                canvas,
                typeface,
                new Panel.Area(0, Window.PANEL_TOP, Window.WIDTH, HEIGHT, 0),
                Axis.dates(Window.days(history), 10),
                Axis.percent(new Range(0, range.to() * 1.05), 8));
        if (known.hasValues()) {
            panel.band(Window.series(withTruth, p -> 0), known, Ink.BAND80);
        }
        panel.drawAxes();
        List<Entry> entries = new ArrayList<>();
        if (estimated.hasValues()) {
            panel.line(estimated, Ink.LINE, 0.9);
            entries.add(new Entry("Forecast at the close before, annualised", Ink.LINE, Sample.LINE));
        } else {
            panel.say("Too few sessions for a volatility forecast yet");
        }
        if (known.hasValues()) {
            entries.add(new Entry("True volatility (synthetic stock)", Ink.BAND80, Sample.BAND));
        }
        Legend.draw(canvas, typeface, panel.left(), Window.LEGEND_Y, entries);
        return canvas.figure(
                "volatility", model.forecast().symbol() + ": annualised volatility", description(estimated));
    }

    private static Series annualised(List<HistoryPoint> history, boolean isTrue) {
        double root = Math.sqrt(SESSIONS_A_YEAR);
        return Window.series(history, p -> (isTrue ? p.trueVolatility() : p.volatility()) * root);
    }

    private static String description(Series estimated) {
        if (!estimated.hasValues()) {
            return "No volatility was forecast yet.";
        }
        double[] sorted = estimated.values().filter(Double::isFinite).sorted().toArray();
        return "Forecast volatility was between " + Numerals.percent(sorted[0]) + " and "
                + Numerals.percent(sorted[sorted.length - 1]) + " a year, with a median of "
                + Numerals.percent(sorted[sorted.length / 2]) + ".";
    }
}
