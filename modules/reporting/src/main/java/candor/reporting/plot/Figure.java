package candor.reporting.plot;

import java.util.List;

/**
 * A drawing.
 *
 * @param name short, of {@code a-z} and {@code -}; unique within a document
 * @param width in points
 * @param height in points
 * @param title what it shows, for those who cannot see it too
 * @param description what one reads from it, in words
 * @param marks in the order in which they are drawn
 */
public record Figure(String name, double width, double height, String title, String description, List<Mark> marks) {

    public Figure {
        marks = List.copyOf(marks);
    }
}
