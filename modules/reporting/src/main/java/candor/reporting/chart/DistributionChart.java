package candor.reporting.chart;

import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ExplorationDocument.Histogram;
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
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How often daily returns of each size came, beside the normal distribution with the same mean and deviation. */
public final class DistributionChart {

    private static final double HEIGHT = 170;
    private static final int CURVE_POINTS = 240;

    private DistributionChart() {}

    public static Figure of(ExplorationDocument exploration, Typeface typeface) {
        Histogram histogram = exploration.histogram();
        Range returns = returns(histogram);
        Series normal = normal(exploration, returns);
        DoubleStream counts = histogram.counts().stream().mapToDouble(Integer::doubleValue);
        Range heights = Range.spanning(DoubleStream.concat(counts, normal.values()));
        Canvas canvas = new Canvas(Window.WIDTH, HEIGHT);
        Panel panel = new Panel(
                canvas,
                typeface,
                new Panel.Area(0, Window.PANEL_TOP, Window.WIDTH, HEIGHT, 0),
                Axis.percent(returns, 10),
                Axis.numbers(new Range(0, heights.to() * 1.05), 7));
        panel.drawAxes();
        double inset = histogram.width() * 0.06;
        for (int i = 0; i < histogram.counts().size(); i++) {
            double from = histogram.from() + i * histogram.width();
            panel.bar(
                    from + inset,
                    from + histogram.width() - inset,
                    0,
                    histogram.counts().get(i),
                    Ink.BAND50);
        }
        panel.line(normal, Ink.ACCENT, 1.2);
        Legend.draw(
                canvas,
                typeface,
                panel.left(),
                Window.LEGEND_Y,
                List.of(
                        new Entry("Sessions by daily log return", Ink.BAND50, Sample.BAND),
                        new Entry("Normal distribution", Ink.ACCENT, Sample.LINE)));
        return canvas.figure("distribution", "Distribution of daily returns", description(exploration));
    }

    private static Range returns(Histogram histogram) {
        double to = histogram.from() + histogram.width() * histogram.counts().size();
        return Range.spanning(DoubleStream.of(histogram.from(), to));
    }

    /** Sessions expected in a bin at each return; nothing where the deviation is 0. */
    private static Series normal(ExplorationDocument e, Range returns) {
        double area = e.returns() * e.histogram().width();
        List<Double> at = IntStream.rangeClosed(0, CURVE_POINTS)
                .mapToObj(i -> returns.from() + (returns.to() - returns.from()) * i / CURVE_POINTS)
                .toList();
        return Series.of(
                at, r -> r, r -> area * density((r - e.mean()) / e.standardDeviation()) / e.standardDeviation());
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * StrictMath.PI);
    }

    private static String description(ExplorationDocument e) {
        return Numerals.count(e.returns()) + " daily returns with a standard deviation of "
                + Numerals.move(e.standardDeviation()) + ", skewness " + Numerals.statistic(e.skewness())
                + " and excess kurtosis " + Numerals.tenth(e.excessKurtosis())
                + "; returns beyond the ends are counted in the outermost bars.";
    }
}
