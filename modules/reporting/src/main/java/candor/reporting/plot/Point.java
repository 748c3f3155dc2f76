package candor.reporting.plot;

/** A place on paper, in points from the upper left corner. */
public record Point(double x, double y) {

    Point translated(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
