package candor.reporting.plot;

import java.util.ArrayList;
import java.util.List;

/** Collects marks, first drawn first. */
public final class Canvas {

    private final double width;
    private final double height;
    private final List<Mark> marks = new ArrayList<>();

    /** Of a size in points. */
    public Canvas(double width, double height) {
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    public void add(Mark mark) {
        marks.add(mark);
    }

    /** Draws a figure with its upper left corner at (x, y). */
    public void add(Figure figure, double x, double y) {
        figure.marks().forEach(mark -> marks.add(mark.translated(x, y)));
    }

    /** What was drawn up to now; see {@link Figure} for name, title and description. */
    public Figure figure(String name, String title, String description) {
        return new Figure(name, width, height, title, description, marks);
    }
}
