package candor.reporting.document;

import candor.reporting.plot.Canvas;
import candor.reporting.plot.Figure;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Mark;
import candor.reporting.plot.Mark.Anchor;
import candor.reporting.plot.Point;
import candor.reporting.plot.Typeface;
import java.util.ArrayList;
import java.util.List;

/** A4 pages that are filled from top to bottom. */
final class Pages {

    static final double WIDTH = 595.28;
    static final double HEIGHT = 841.89;
    static final double LEFT = 42.64;
    static final double TEXT_WIDTH = WIDTH - 2 * LEFT;

    private static final double TOP = 62;
    private static final double BOTTOM = HEIGHT - 58;
    private static final double SMALL = 7.5;

    private final Typeface typeface;
    private final String running;
    private final List<Canvas> pages = new ArrayList<>();
    private Canvas page;
    private double y = TOP;

    /**
     * @param running at the head of every page
     */
    Pages(Typeface typeface, String running) {
        this.typeface = typeface;
        this.running = running;
        this.page = begin();
    }

    /** How much is left on this page, in points. */
    double room() {
        return BOTTOM - y;
    }

    /** Height of a page's text area. */
    static double fullHeight() {
        return BOTTOM - TOP;
    }

    double y() {
        return y;
    }

    int pageIndex() {
        return pages.size() - 1;
    }

    /** Begins a page unless this one has the room. */
    void need(double height) {
        if (height > room() && y > TOP) {
            page = begin();
            y = TOP;
        }
    }

    /** Begins a page unless this one is empty. */
    void fresh() {
        need(room() + 1);
    }

    /** Moves down; a page's first lines begin at its top. */
    void space(double height) {
        y = y > TOP ? Math.min(y + height, BOTTOM) : y;
    }

    /** Moves down past something that was drawn. */
    void advance(double height) {
        y += height;
    }

    /** Draws a mark whose y counts from the current position. */
    void draw(Mark mark) {
        page.add(mark.translated(0, y));
    }

    /** Draws a figure at the current position and moves below it. */
    void draw(Figure figure) {
        page.add(figure, LEFT, y);
        y += figure.height();
    }

    /** All pages with head and foot. */
    List<Figure> finished(String title) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Canvas canvas = pages.get(i);
            String number = "Page " + (i + 1) + " of " + pages.size();
            canvas.add(label(LEFT, 36, typeface.drawable(running), Anchor.START));
            canvas.add(rule(43));
            canvas.add(rule(HEIGHT - 44));
            canvas.add(label(WIDTH - LEFT, HEIGHT - 32, number, Anchor.END));
            figures.add(canvas.figure("page-" + (i + 1), title, number));
        }
        return figures;
    }

    private Canvas begin() {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        pages.add(canvas);
        return canvas;
    }

    private static Mark rule(double y) {
        return new Mark.Line(List.of(new Point(LEFT, y), new Point(WIDTH - LEFT, y)), Ink.GRID, 0.5, false);
    }

    private static Mark label(double x, double y, String text, Anchor anchor) {
        return new Mark.Label(x, y, text, SMALL, anchor, Ink.MUTED, false);
    }
}
