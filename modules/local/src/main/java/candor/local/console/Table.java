package candor.local.console;

import candor.reporting.markup.Element;
import candor.reporting.markup.Node;
import candor.reporting.markup.Text;
import java.util.ArrayList;
import java.util.List;

/** A table with a caption, column headings, and the first cell of each row as the row's heading. */
final class Table {

    private final String caption;
    private final List<Column> columns;
    private final List<Element> rows = new ArrayList<>();

    /** @param number whether cells are aligned as numbers */
    record Column(String heading, boolean number) {

        static Column text(String heading) {
            return new Column(heading, false);
        }

        static Column number(String heading) {
            return new Column(heading, true);
        }
    }

    Table(String caption, Column... columns) {
        this.caption = caption;
        this.columns = List.of(columns);
    }

    static Node text(String value) {
        return new Text(value);
    }

    /** Adds a row with one cell for each column. */
    Table row(Node... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "the table '" + caption + "' has " + columns.size() + " columns, the row " + cells.length);
        }
        List<Element> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            Element cell = i == 0 ? Element.of("th", cells[i]).with("scope", "row") : Element.of("td", cells[i]);
            row.add(aligned(cell, columns.get(i)));
        }
        rows.add(Element.of("tr", row));
        return this;
    }

    /** The table in a region that scrolls by itself, by keyboard too, where the page is narrower than it. */
    Element toElement() {
        List<Element> headings = columns.stream()
                .map(column -> aligned(Element.of("th", column.heading()).with("scope", "col"), column))
                .toList();
        return Element.of(
                        "div",
                        Element.of(
                                "table",
                                Element.of("caption", caption),
                                Element.of("thead", Element.of("tr", headings)),
                                Element.of("tbody", rows)))
                .with("class", "table")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", caption);
    }

    private static Element aligned(Element cell, Column column) {
        return column.number() ? cell.with("class", "number") : cell;
    }
}
