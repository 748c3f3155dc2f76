package candor.reporting.chart;

import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.report.ReportModel;
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
import candor.reporting.text.Numerals;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Share of outcomes inside the one-session-ahead 90 % interval, year by year, as bars from the nominal level, over the
 * band in which chance alone leaves 95 % of the years.
 */
public final class CoverageChart {

    private static final double HEIGHT = 195;
    private static final double NOMINAL = 0.9;
    private static final double NORMAL_97_5 = 1.959964;
    private static final int SESSIONS_A_YEAR = 252;
    private static final double HALF_BAR = 0.3;

    /** Fewer years get bars as narrow as if there were so many. */
    private static final int LEAST_SLOTS = 10;

    private static final int MOST_LABELS = 14;

    private CoverageChart() {}

    public static Figure of(ReportModel model, Typeface typeface) {
        SortedMap<String, Double> byYear = byYear(model);
        List<String> years = List.copyOf(byYear.keySet());
        Map<String, Integer> outcomes = outcomes(model);
        double widest = IntStream.range(0, years.size())
                .mapToDouble(i -> chance(outcomes, years.get(i)))
                .max()
                .orElse(chance(Map.of(), ""));
        Range shares = Range.spanning(DoubleStream.concat(
                        DoubleStream.of(NOMINAL - widest, NOMINAL + widest),
                        byYear.values().stream().mapToDouble(Double::doubleValue)))
                .padded(0.15);
        Canvas canvas = new Canvas(Window.WIDTH, HEIGHT);
        Panel panel = new Panel(
                canvas,
                typeface,
                new Panel.Area(0, Window.PANEL_TOP, Window.WIDTH, HEIGHT, 0),
                yearAxis(years),
                Axis.percent(shares, 8));
        for (int i = 0; i < years.size(); i++) {
            double chance = chance(outcomes, years.get(i));
            panel.bar(i - 0.5, i + 0.5, NOMINAL - chance, NOMINAL + chance, Ink.BAND95);
        }
        panel.drawAxes();
        double half = HALF_BAR * Math.min(1, (double) years.size() / LEAST_SLOTS);
        for (int i = 0; i < years.size(); i++) {
            bar(panel, i, half, byYear.getOrDefault(years.get(i), NOMINAL), chance(outcomes, years.get(i)));
        }
        panel.level(NOMINAL, Ink.TEXT, 0.8, false);
        if (years.isEmpty()) {
            panel.say("No year has 100 outcomes yet");
        }
        Legend.draw(canvas, typeface, panel.left(), Window.LEGEND_Y, legend());
        return canvas.figure(
                "coverage-by-year",
                model.forecast().symbol() + ": coverage of the one-session-ahead 90\u00a0% interval by year",
                description(byYear));
    }

    private static void bar(Panel panel, int at, double half, double coverage, double chance) {
        Ink ink = Math.abs(coverage - NOMINAL) > chance ? Ink.ACCENT : Ink.LINE;
        panel.bar(at - half, at + half, NOMINAL, coverage, ink);
    }

    private static List<Entry> legend() {
        return List.of(
                new Entry("Coverage, from the nominal 90\u00a0%", Ink.LINE, Sample.BAND),
                new Entry("outside the band of chance", Ink.ACCENT, Sample.BAND),
                new Entry("Band of chance (95\u00a0%)", Ink.BAND95, Sample.BAND));
    }

    private static SortedMap<String, Double> byYear(ReportModel model) {
        SortedMap<String, Double> found = new TreeMap<>();
        model.metrics().horizons().stream()
                .filter(h -> h.sessions() == 1)
                .flatMap(h -> h.intervals().stream())
                .filter(i -> i.nominal() == NOMINAL)
                .forEach(i -> i.byYear().forEach((year, share) -> {
                    if (Double.isFinite(share)) {
                        found.put(year, share);
                    }
                }));
        return found;
    }

    private static Map<String, Integer> outcomes(ReportModel model) {
        Map<String, Integer> counts = new TreeMap<>();
        for (BacktestRow row : model.past()) {
            if (Double.isFinite(row.quantiles().getFirst())) {
                counts.merge(Integer.toString(row.target().getYear()), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Half-width of the band by the normal approximation to the binomial. */
    private static double chance(Map<String, Integer> outcomes, String year) {
        int n = outcomes.getOrDefault(year, SESSIONS_A_YEAR);
        return NORMAL_97_5 * Math.sqrt(NOMINAL * (1 - NOMINAL) / n);
    }

    private static Axis yearAxis(List<String> years) {
        int every = (years.size() + MOST_LABELS - 1) / MOST_LABELS;
        List<Tick> ticks = IntStream.range(0, years.size())
                .filter(i -> (years.size() - 1 - i) % every == 0)
                .mapToObj(i -> new Tick(i, years.get(i)))
                .toList();
        return new Axis(new Range(-0.6, Math.max(years.size(), 1) - 0.4), false, ticks);
    }

    private static String description(SortedMap<String, Double> byYear) {
        StringBuilder out = new StringBuilder();
        byYear.forEach((year, share) ->
                out.append(year).append(": ").append(Numerals.percent(share)).append("; "));
        return out.isEmpty() ? "No year has 100 outcomes yet." : out.substring(0, out.length() - 2) + ".";
    }
}
