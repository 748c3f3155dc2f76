package candor.reporting.document;

import candor.reporting.document.Sheet.Piece;
import candor.reporting.plot.Figure;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Mark;
import candor.reporting.plot.Mark.Anchor;
import candor.reporting.plot.Point;
import candor.reporting.plot.Typeface;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private final List<List<Piece>> pages = new ArrayList<>();
    private List<Piece> page;
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

    /** Draws a mark of an element; its y counts from the current position. */
    void draw(Tag owner, Mark mark) {
        add(owner, mark.translated(0, y));
    }

    /** Draws a mark that says nothing; its y counts from the current position. */
    void decorate(Mark mark) {
        add(null, mark.translated(0, y));
    }

    /** Draws a figure of an element at the current position and moves below it. */
    void draw(Tag owner, Figure figure) {
        page.add(new Piece(
                owner,
                figure.marks().stream().map(mark -> mark.translated(LEFT, y)).toList()));
        y += figure.height();
    }

    /** Marks of one element that follow each other are one piece. */
    private void add(@Nullable Tag owner, Mark mark) {
        Piece last = page.isEmpty() ? null : page.getLast();
        if (last != null && last.owner() == owner) {
            List<Mark> marks = new ArrayList<>(last.marks());
            marks.add(mark);
            page.set(page.size() - 1, new Piece(owner, marks));
        } else {
            page.add(new Piece(owner, List.of(mark)));
        }
    }

    /** All pages with head and foot. */
    List<Sheet> finished() {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            String number = "Page " + (i + 1) + " of " + pages.size();
            List<Piece> pieces = new ArrayList<>(pages.get(i));
            pieces.add(new Piece(
                    null,
                    List.of(
                            label(LEFT, 36, typeface.drawable(running), Anchor.START),
                            rule(43),
                            rule(HEIGHT - 44),
                            label(WIDTH - LEFT, HEIGHT - 32, number, Anchor.END))));
            sheets.add(new Sheet(WIDTH, HEIGHT, pieces));
        }
        return sheets;
    }

    private List<Piece> begin() {
        List<Piece> pieces = new ArrayList<>();
        pages.add(pieces);
        return pieces;
    }

    private static Mark rule(double y) {
        return new Mark.Line(List.of(new Point(LEFT, y), new Point(WIDTH - LEFT, y)), Ink.GRID, 0.5, false);
    }

    private static Mark label(double x, double y, String text, Anchor anchor) {
        return new Mark.Label(x, y, text, SMALL, anchor, Ink.MUTED, false);
    }
}
