package candor.reporting.document;

import candor.reporting.plot.Figure;
import java.util.List;

/** A part of a document, from top to bottom. */
public sealed interface Block {

    /** What the reader must not miss; shown apart. */
    record Statement(String text) implements Block {}

    /** A warning about the whole document. */
    record Banner(String text) implements Block {}

    /**
     * Begins a part of the document, for other readers than the one before.
     *
     * @param freshPage whether it begins on a page of its own, where the one before is half full at least
     */
    record Part(String text, boolean freshPage) implements Block {}

    /** Begins a section. */
    record Heading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** Small print: how to read what stands above. */
    record Note(String text) implements Block {}

    record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    record Picture(Figure figure, String caption) implements Block {}

    /**
     * A table; the first cell of a row names the row.
     *
     * @param columns one for each cell of a row
     */
    record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row instanceof Cells cells && cells.texts().size() != columns.size()) {
                    throw new IllegalArgumentException("table '" + caption + "' has " + columns.size()
                            + " columns, a row has " + cells.texts().size() + " cells");
                }
            }
        }
    }

    /**
     * @param numeric aligned to the right, never wrapped by choice
     */
    record Column(String header, boolean numeric) {}

    /** A line of a table. */
    sealed interface Row {}

    /** A title over the rows that follow. */
    record Group(String text) implements Row {}

    /**
     * @param strong set apart from the other rows
     */
    record Cells(List<String> texts, boolean strong) implements Row {
        public Cells {
            texts = List.copyOf(texts);
        }
    }
}
