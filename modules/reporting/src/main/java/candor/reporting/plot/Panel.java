package candor.reporting.plot;

import candor.reporting.plot.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;

/** A rectangle of a canvas with two axes, in which data are drawn. */
public final class Panel {

    /** Size of an axis label in points. */
    public static final double LABEL_SIZE = 8;

    private static final double LABEL_GAP = 5;
    private static final double X_LABEL_ROOM = 15;
    private static final double RIGHT_ROOM = 6;
    private static final double HAIRLINE = 0.5;

    private final Canvas canvas;
    private final Typeface typeface;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final Axis xAxis;
    private final Axis yAxis;

    /** The plot itself takes what the axis labels leave of {@code area}. */
    public Panel(Canvas canvas, Typeface typeface, Area area, Axis xAxis, Axis yAxis) {
        double labels = yAxis.ticks().stream()
                .mapToDouble(t -> typeface.width(t.label(), LABEL_SIZE) + LABEL_GAP)
                .max()
                .orElse(0);
        this.canvas = canvas;
        this.typeface = typeface;
        this.left = area.left() + Math.max(labels, area.labelRoom());
        this.top = area.top();
        this.width = area.right() - RIGHT_ROOM - left;
        this.height = area.bottom() - top - (xAxis.ticks().isEmpty() ? 0 : X_LABEL_ROOM);
        this.xAxis = xAxis;
        this.yAxis = yAxis;
    }

    /**
     * Where a panel goes, labels included.
     *
     * @param labelRoom least room for the labels of the y axis, so that stacked panels align
     */
    public record Area(double left, double top, double right, double bottom, double labelRoom) {}

    public double x(double value) {
        return left + width * xAxis.fraction(value);
    }

    public double y(double value) {
        return top + height * (1 - yAxis.fraction(value));
    }

    public double left() {
        return left;
    }

    public double top() {
        return top;
    }

    /** Grid lines and the labels of both axes. */
    public void drawAxes() {
        for (Tick tick : yAxis.ticks()) {
            level(tick.at(), Ink.GRID, HAIRLINE, false);
            label(left - LABEL_GAP, y(tick.at()) + LABEL_SIZE * 0.35, tick.label(), Anchor.END, Ink.MUTED);
        }
        double bottom = top + height;
        canvas.add(new Mark.Line(
                List.of(new Point(left, bottom), new Point(left + width, bottom)), Ink.AXIS, HAIRLINE, false));
        double free = 0;
        for (Tick tick : xAxis.ticks()) {
            double half = typeface.width(tick.label(), LABEL_SIZE) / 2;
            double centre = Math.min(x(tick.at()), canvas.width() - half);
            canvas.add(new Mark.Line(
                    List.of(new Point(x(tick.at()), bottom), new Point(x(tick.at()), bottom + 3)),
                    Ink.AXIS,
                    HAIRLINE,
                    false));
            if (centre - half >= free) {
                label(centre, bottom + 12, tick.label(), Anchor.MIDDLE, Ink.MUTED);
                free = centre + half + LABEL_GAP;
            }
        }
    }

    /** A line through the series, broken at its gaps; a value alone between gaps is a dot. */
    public void line(Series series, Ink ink, double strokeWidth) {
        List<Point> run = new ArrayList<>();
        for (int i = 0; i <= series.size(); i++) {
            if (i < series.size() && Double.isFinite(series.y(i))) {
                run.add(new Point(x(series.x(i)), y(series.y(i))));
            } else if (!run.isEmpty()) {
                stroke(run, ink, strokeWidth);
                run.clear();
            }
        }
    }

    private void stroke(List<Point> run, Ink ink, double strokeWidth) {
        if (run.size() == 1) {
            canvas.add(new Mark.Dot(run.getFirst().x(), run.getFirst().y(), strokeWidth, ink));
        } else {
            canvas.add(new Mark.Line(Decimation.of(run), ink, strokeWidth, false));
        }
    }

    /** The area between two series over the same x, in parts where both have gaps. */
    public void band(Series lower, Series upper, Ink ink) {
        int from = 0;
        for (int i = 0; i <= lower.size(); i++) {
            if (i == lower.size() || !Double.isFinite(lower.y(i) + upper.y(i))) {
                if (i > from) {
                    area(lower, upper, from, i, ink);
                }
                from = i + 1;
            }
        }
    }

    private void area(Series lower, Series upper, int from, int to, Ink ink) {
        List<Point> outline = new ArrayList<>();
        for (int i = from; i < to; i++) {
            outline.add(new Point(x(lower.x(i)), y(lower.y(i))));
        }
        for (int i = to - 1; i >= from; i--) {
            outline.add(new Point(x(upper.x(i)), y(upper.y(i))));
        }
        canvas.add(new Mark.Area(outline, ink));
    }

    /** A bar in data units; {@code from} and {@code to} in any order. */
    public void bar(double xFrom, double xTo, double from, double to, Ink ink) {
        double y = Math.min(y(from), y(to));
        canvas.add(new Mark.Box(x(xFrom), y, x(xTo) - x(xFrom), Math.abs(y(from) - y(to)), ink));
    }

    /** A stem from one value to another, with a dot at its end. */
    public void stem(double at, double from, double to, Ink ink) {
        canvas.add(new Mark.Line(List.of(new Point(x(at), y(from)), new Point(x(at), y(to))), ink, 1.2, false));
        dot(at, to, 1.7, ink);
    }

    /** A dot of a radius in points. */
    public void dot(double at, double value, double radius, Ink ink) {
        canvas.add(new Mark.Dot(x(at), y(value), radius, ink));
    }

    /** A horizontal line through the panel. */
    public void level(double value, Ink ink, double strokeWidth, boolean dashed) {
        canvas.add(new Mark.Line(
                List.of(new Point(left, y(value)), new Point(left + width, y(value))), ink, strokeWidth, dashed));
    }

    /** A dashed vertical line through the panel. */
    public void moment(double at, Ink ink) {
        canvas.add(new Mark.Line(
                List.of(new Point(x(at), top), new Point(x(at), top + height)), ink, HAIRLINE + 0.3, true));
    }

    /** Words in the middle, for a panel that has nothing to show. */
    public void say(String text) {
        double room = typeface.width(text, LABEL_SIZE) + 4 * LABEL_GAP;
        double middle = left + width / 2;
        double baseline = top + height / 2;
        canvas.add(new Mark.Box(middle - room / 2, baseline - 1.5 * LABEL_SIZE, room, 2.4 * LABEL_SIZE, Ink.PAPER));
        label(middle, baseline, text, Anchor.MIDDLE, Ink.MUTED);
    }

    private void label(double x, double y, String text, Anchor anchor, Ink ink) {
        canvas.add(new Mark.Label(x, y, text, LABEL_SIZE, anchor, ink, false));
    }
}
