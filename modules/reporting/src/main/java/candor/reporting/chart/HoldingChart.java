// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.chart;

import candor.forecasting.evaluation.scorecard.CoverageRecord;
import candor.forecasting.evaluation.scorecard.CoverageShare;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.pipeline.report.ReportModel;
import candor.reporting.plot.Axis;
import candor.reporting.plot.Canvas;
import candor.reporting.plot.Figure;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Mark;
import candor.reporting.plot.Mark.Anchor;
import candor.reporting.plot.Panel;
import candor.reporting.plot.Point;
import candor.reporting.plot.Range;
import candor.reporting.plot.Tick;
import candor.reporting.plot.Typeface;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often the 90 % ranges held, as dots with their 95 % intervals beside the nominal share: a row each for all outcomes,
 * for the latest and for the worst year of every horizon.
 */
public final class HoldingChart {

    private static final double ROW = 10.6;
    private static final double TOP = 2;
    private static final double FOOT = 18;
    private static final double LABELS = 190;
    private static final double NUMBERS = 46;
    private static final double GROUP_GAP = 4;

    private HoldingChart() {}

    /**
     * @param first whether it is the first of its horizon
     */
    private record Line(String label, CoverageShare share, double nominal, boolean first) {}

    /** Whether any horizon has outcomes to show. */
    public static boolean hasOutcomes(ReportModel model) {
        return !lines(model).isEmpty();
    }

    public static Figure of(ReportModel model, Typeface typeface) {
        List<Line> lines = lines(model);
        double height = TOP + FOOT;
        for (Line line : lines) {
            height += ROW + (line.first() ? GROUP_GAP : 0);
        }
        Canvas canvas = new Canvas(Window.WIDTH, height);
        Range shares = new Range(least(lines), 1);
        Panel panel = new Panel(
                canvas,
                typeface,
                new Panel.Area(0, TOP, Window.WIDTH - NUMBERS, height, LABELS),
                Axis.percent(shares, 8),
                new Axis(new Range(0, 1), false, List.<Tick>of()));
        panel.drawAxes();
        panel.moment(lines.isEmpty() ? 0.9 : lines.getFirst().nominal(), Ink.TEXT);
        double y = TOP;
        for (Line line : lines) {
            y += line.first() ? GROUP_GAP : 0;
            draw(canvas, panel, line, y + ROW / 2);
            y += ROW;
        }
        return canvas.figure(
                "ranges-held", model.forecast().symbol() + ": how often the 90\u00a0% ranges held", description(lines));
    }

    private static void draw(Canvas canvas, Panel panel, Line line, double y) {
        Ink ink = line.share().isOff(line.nominal()) ? Ink.ACCENT : Ink.LINE;
        canvas.add(new Mark.Label(0, y + 2.8, line.label(), Panel.LABEL_SIZE, Anchor.START, Ink.TEXT, line.first()));
        canvas.add(new Mark.Line(
                List.of(
                        new Point(panel.x(line.share().coverage().lower()), y),
                        new Point(panel.x(line.share().coverage().upper()), y)),
                ink,
                1.4,
                false));
        canvas.add(new Mark.Dot(panel.x(line.share().coverage().value()), y, 3, ink));
        canvas.add(new Mark.Label(
                Window.WIDTH, y + 2.8, percent(line.share()), Panel.LABEL_SIZE, Anchor.END, Ink.TEXT, line.first()));
    }

    private static double least(List<Line> lines) {
        double least = 0.8;
        for (Line line : lines) {
            least = Math.min(least, line.share().coverage().lower());
        }
        return Math.max(0, Math.floor(20 * least) / 20);
    }

    private static List<Line> lines(ReportModel model) {
        List<Line> lines = new ArrayList<>();
        for (HorizonScorecard horizon : model.metrics().horizons()) {
            CoverageRecord record = horizon.coverage90();
            if (record != null) {
                String sessions = horizon.sessions() == 1 ? "next session" : horizon.sessions() + " sessions";
                lines.add(new Line(
                        capital(sessions) + ": all "
                                + Numerals.count(record.whole().outcomes()) + " outcomes",
                        record.whole(),
                        record.nominal(),
                        true));
                add(lines, "the last 250", record.last250(), record.nominal());
                Map.Entry<String, CoverageShare> worst = record.worstYear();
                if (worst != null) {
                    add(lines, "the worst year, " + worst.getKey(), worst.getValue(), record.nominal());
                }
            }
        }
        return lines;
    }

    private static void add(List<Line> lines, String label, @Nullable CoverageShare share, double nominal) {
        if (share != null) {
            lines.add(new Line(label, share, nominal, false));
        }
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String percent(CoverageShare share) {
        return Numerals.percent(share.coverage().value());
    }

    private static String description(List<Line> lines) {
        StringBuilder out = new StringBuilder("Of ranges that should hold nine times in ten, these shares held. ");
        for (Line line : lines) {
            out.append(line.first() ? line.label() : capital(line.label()))
                    .append(": ")
                    .append(percent(line.share()))
                    .append(" (95\u00a0% interval ")
                    .append(Numerals.percent(line.share().coverage().lower()))
                    .append(" to ")
                    .append(Numerals.percent(line.share().coverage().upper()))
                    .append("). ");
        }
        return out.toString().strip();
    }
}
