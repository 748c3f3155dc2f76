package candor.reporting.chart;

import candor.pipeline.report.ExplorationDocument;
import candor.reporting.plot.Axis;
import candor.reporting.plot.Canvas;
import candor.reporting.plot.Figure;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Legend;
import candor.reporting.plot.Legend.Entry;
import candor.reporting.plot.Legend.Sample;
import candor.reporting.plot.Panel;
import candor.reporting.plot.Range;
import candor.reporting.plot.Tick;
import candor.reporting.plot.Typeface;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Autocorrelations of returns and, beside them on the same scale, of squared returns. */
public final class AutocorrelationChart {

    private static final double HEIGHT = 150;
    private static final double GUTTER = 16;

    private AutocorrelationChart() {}

    public static Figure of(ExplorationDocument e, Typeface typeface) {
        DoubleStream bounds = DoubleStream.of(-e.autocorrelationBound(), e.autocorrelationBound());
        Range range = Range.spanning(
                        Stream.of(values(e.autocorrelation()), values(e.autocorrelationOfSquares()), bounds)
                                .flatMapToDouble(s -> s))
                .including(0)
                .padded(0.08);
        Canvas canvas = new Canvas(Window.WIDTH, HEIGHT);
        double half = (Window.WIDTH - GUTTER) / 2;
        draw(canvas, typeface, 0, half, range, e.autocorrelationBound(), e.autocorrelation(), "Returns");
        draw(
                canvas,
                typeface,
                half + GUTTER,
                Window.WIDTH,
                range,
                e.autocorrelationBound(),
                e.autocorrelationOfSquares(),
                "Squared returns");
        return canvas.figure(
                "autocorrelation", "Autocorrelation of daily returns and of their squares", description(e));
    }

    private static void draw(
            Canvas canvas,
            Typeface typeface,
            double left,
            double right,
            Range range,
            double bound,
            List<Double> correlations,
            String name) {
        Range lags = new Range(0, correlations.size() + 1.0);
        Panel panel = new Panel(
                canvas,
                typeface,
                new Panel.Area(left, Window.PANEL_TOP, right, HEIGHT, 0),
                lagAxis(lags, correlations.size()),
                Axis.numbers(range, 6));
        if (Double.isFinite(bound)) {
            panel.bar(lags.from(), lags.to(), -bound, bound, Ink.BAND95);
        }
        panel.drawAxes();
        panel.level(0, Ink.AXIS, 0.6, false);
        for (int i = 0; i < correlations.size(); i++) {
            if (Double.isFinite(correlations.get(i))) {
                panel.stem(i + 1.0, 0, correlations.get(i), Ink.LINE);
            }
        }
        Legend.draw(
                canvas,
                typeface,
                panel.left(),
                Window.LEGEND_Y,
                List.of(
                        new Entry(name + ", by lag", Ink.LINE, Sample.DOT),
                        new Entry("95\u00a0% band", Ink.BAND95, Sample.BAND)));
    }

    private static Axis lagAxis(Range lags, int count) {
        int every = count > 12 ? 5 : count > 6 ? 2 : 1;
        return new Axis(
                lags,
                false,
                IntStream.rangeClosed(1, count)
                        .filter(lag -> lag % every == 0)
                        .mapToObj(lag -> new Tick(lag, Integer.toString(lag)))
                        .toList());
    }

    private static DoubleStream values(List<Double> correlations) {
        return correlations.stream().mapToDouble(Double::doubleValue);
    }

    private static String description(ExplorationDocument e) {
        return outside(e.autocorrelation(), e.autocorrelationBound()) + " of "
                + e.autocorrelation().size() + " autocorrelations of returns are outside the 95\u00a0% band, and "
                + outside(e.autocorrelationOfSquares(), e.autocorrelationBound()) + " of "
                + e.autocorrelationOfSquares().size() + " of squared returns.";
    }

    private static long outside(List<Double> correlations, double bound) {
        return values(correlations).filter(c -> Math.abs(c) > bound).count();
    }
}
