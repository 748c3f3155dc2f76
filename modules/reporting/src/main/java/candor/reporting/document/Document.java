package candor.reporting.document;

import java.time.LocalDate;
import java.util.List;

/**
 * What is written as a page or as a PDF.
 *
 * @param title on top
 * @param subtitle below it
 * @param running at the head of every printed page
 * @param date that the document carries, instead of a time of writing
 */
public record Document(String title, String subtitle, String running, LocalDate date, List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }
}
