package candor.reporting.chart;

import candor.cleaning.PriceBasis;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes, adjusted where the source lets them be, on a logarithmic axis, and below them how far they were under their
 * highest level so far.
 */
public final class PriceChart {

    private static final double HEIGHT = 236;
    private static final double SPLIT = 143;
    private static final double LABEL_ROOM = 36;

    private PriceChart() {}

    /** A session and its adjusted close over the highest one up to it, less 1. */
    private record Loss(LocalDate session, double depth) {}

    public static Figure of(ReportModel model, Typeface typeface) {
        List<HistoryPoint> history = model.history();
        Range days = Window.days(history);
        Series prices = Window.series(history, HistoryPoint::adjustedClose);
        List<Loss> losses = losses(history);
        Series drawdown = Window.series(losses, Loss::session, Loss::depth);
        Canvas canvas = new Canvas(Window.WIDTH, HEIGHT);
        Panel upper = new Panel(
                canvas,
                typeface,
                new Panel.Area(0, Window.PANEL_TOP, Window.WIDTH, SPLIT, LABEL_ROOM),
                Axis.bare(days),
                priceAxis(prices));
        Panel lower = new Panel(
                canvas,
                typeface,
                new Panel.Area(0, SPLIT + Window.PANEL_TOP, Window.WIDTH, HEIGHT, LABEL_ROOM),
                Axis.dates(days, 10),
                Axis.percent(new Range(Math.min(-0.01, deepest(losses)), 0), 6));
        upper.drawAxes();
        upper.line(prices, Ink.LINE, 0.9);
        if (!losses.isEmpty()) {
            lower.band(drawdown, Window.series(losses, Loss::session, loss -> 0), Ink.BAND80);
        }
        lower.drawAxes();
        legend(
                canvas,
                typeface,
                upper,
                adjusted(model) ? "Adjusted close, logarithmic axis" : "Close, logarithmic axis",
                Ink.LINE,
                Sample.LINE,
                Window.LEGEND_Y);
        legend(
                canvas,
                typeface,
                lower,
                adjusted(model)
                        ? "Drawdown from the highest adjusted close so far"
                        : "Drawdown from the highest close so far",
                Ink.BAND80,
                Sample.BAND,
                SPLIT + Window.LEGEND_Y + 2);
        return canvas.figure(
                "price-history", model.forecast().symbol() + ": price and drawdown", description(model, losses));
    }

    private static Axis priceAxis(Series prices) {
        Range range = Range.spanning(prices.values());
        return Axis.logarithmic(new Range(range.from() > 0 ? range.from() * 0.95 : 0.5, range.to() * 1.05), 8);
    }

    private static List<Loss> losses(List<HistoryPoint> history) {
        List<Loss> losses = new ArrayList<>();
        double highest = 0;
        for (HistoryPoint point : history) {
            highest = Math.max(highest, point.adjustedClose());
            losses.add(new Loss(point.session(), point.adjustedClose() / highest - 1));
        }
        return losses;
    }

    private static double deepest(List<Loss> losses) {
        return losses.stream().mapToDouble(Loss::depth).min().orElse(0);
    }

    private static void legend(
            Canvas canvas, Typeface typeface, Panel panel, String text, Ink ink, Sample sample, double y) {
        Legend.draw(canvas, typeface, panel.left(), y, List.of(new Entry(text, ink, sample)));
    }

    private static boolean adjusted(ReportModel model) {
        PriceBasis prices = model.source().prices();
        return prices == null || prices.adjusted();
    }

    private static String description(ReportModel model, List<Loss> losses) {
        List<HistoryPoint> history = model.history();
        if (history.isEmpty()) {
            return "There are no sessions.";
        }
        return "From " + Numerals.date(history.getFirst().session()) + " to "
                + Numerals.date(history.getLast().session())
                + (adjusted(model) ? " the adjusted close went from " : " the close went from ")
                + Numerals.price(history.getFirst().adjustedClose()) + " to "
                + Numerals.price(history.getLast().adjustedClose()) + "; the deepest drawdown was "
                + Numerals.percent(deepest(losses)) + ".";
    }
}
