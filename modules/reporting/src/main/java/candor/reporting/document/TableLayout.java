package candor.reporting.document;

import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.document.Tag.Kind;
import candor.reporting.document.Tag.Scope;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Mark;
import candor.reporting.plot.Mark.Anchor;
import candor.reporting.plot.Point;
import candor.reporting.plot.Typeface;
import java.util.ArrayList;
import java.util.List;

/** Sets a table on pages; its head is repeated on each, rows are kept whole where a page can hold them. */
final class TableLayout {

    private static final double PADDING = 2.3;
    private static final double GROUP_SPACE = 4;
    private static final int FIRST_ROWS = 3;

    private final Pages pages;
    private final LineBreaker breaker;
    private final Table table;
    private final List<Double> widths;
    private final List<String> caption;
    private final Line head;

    /** A row broken into lines of text, by column. */
    private record Line(List<List<String>> cells, TextStyle style, double above) {
        int count() {
            return cells.stream().mapToInt(List::size).max().orElse(1);
        }

        double height() {
            return above + count() * style.leading() + 2 * PADDING;
        }
    }

    TableLayout(Pages pages, Typeface typeface, Table table) {
        this.pages = pages;
        this.breaker = new LineBreaker(typeface, TextStyle.CELL.size());
        this.table = table;
        this.widths = new ColumnWidths(typeface).of(table, Pages.TEXT_WIDTH);
        this.caption = new LineBreaker(typeface, TextStyle.CAPTION.size()).lines(table.caption(), Pages.TEXT_WIDTH);
        this.head = broken(table.columns().stream().map(Column::header).toList(), TextStyle.HEADER_CELL);
    }

    /** Height of what belongs on one page: a small table, or a larger one's head and first rows. */
    double leastHeight() {
        double height = caption.size() * TextStyle.CAPTION.leading() + PADDING + head.height();
        double least = height;
        for (int i = 0; i < table.rows().size(); i++) {
            height += broken(table.rows().get(i)).height();
            least = i < FIRST_ROWS ? height : least;
        }
        return height <= Pages.fullHeight() / 4 ? height : Math.min(least, Pages.fullHeight());
    }

    /** @param owner the table's element */
    void draw(Tag owner) {
        pages.need(leastHeight());
        drawCaption(owner.add(Kind.CAPTION));
        drawHead(headers(owner.add(Kind.TR)));
        for (int i = 0; i < table.rows().size(); i++) {
            Line row = broken(table.rows().get(i));
            double together = row.height();
            if (table.rows().get(i) instanceof Group && i + 1 < table.rows().size()) {
                together += broken(table.rows().get(i + 1)).height();
            }
            if (together > pages.room()) {
                turnPage(together);
            }
            drawRow(row, cells(owner.add(Kind.TR), table.rows().get(i)));
        }
    }

    private List<Tag> headers(Tag row) {
        return table.columns().stream()
                .map(column -> row.addHeader(Scope.COLUMN, 1))
                .toList();
    }

    /** The first cell of a row names the row, a group's cell the columns below it. */
    private List<Tag> cells(Tag owner, Row row) {
        if (row instanceof Group) {
            return List.of(owner.addHeader(Scope.COLUMN, table.columns().size()));
        }
        List<Tag> cells = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            cells.add(i == 0 ? owner.addHeader(Scope.ROW, 1) : owner.add(Kind.TD));
        }
        return cells;
    }

    private void turnPage(double height) {
        pages.need(Math.max(height, pages.room() + 1));
        // Said once already: on this page the head is decoration.
        drawHead(List.of());
    }

    private void drawCaption(Tag owner) {
        TextStyle style = TextStyle.CAPTION;
        for (String line : caption) {
            pages.draw(
                    owner,
                    new Mark.Label(
                            Pages.LEFT, style.ascent(), line, style.size(), Anchor.START, style.ink(), style.strong()));
            pages.advance(style.leading());
        }
        pages.advance(PADDING);
    }

    private void drawHead(List<Tag> owners) {
        drawLines(head, owners, 0, head.count(), true);
        pages.decorate(rule(0, Ink.AXIS));
    }

    /** A row higher than what a whole page leaves goes on over pages. */
    private void drawRow(Line row, List<Tag> owners) {
        int from = 0;
        while (from < row.count()) {
            int fits = (int)
                    ((pages.room() - row.above() - 2 * PADDING) / row.style().leading());
            if (fits < 1) {
                turnPage(Pages.fullHeight());
                continue;
            }
            int to = Math.min(row.count(), from + fits);
            drawLines(row, owners, from, to, false);
            from = to;
        }
        pages.decorate(rule(0, Ink.GRID));
    }

    /** @param owners by column; none for a row that is said elsewhere */
    private void drawLines(Line row, List<Tag> owners, int from, int to, boolean atBottom) {
        double x = Pages.LEFT;
        for (int column = 0; column < row.cells().size(); column++) {
            List<String> lines = row.cells().get(column);
            boolean group = row.style() == TextStyle.GROUP_CELL;
            boolean numeric = !group && table.columns().get(column).numeric();
            int shift = atBottom ? row.count() - lines.size() : 0;
            for (int i = from; i < Math.min(to, lines.size()); i++) {
                double y =
                        row.above() + PADDING + (i - from + shift) * row.style().leading();
                Mark label = new Mark.Label(
                        numeric ? x + widths.get(column) : x,
                        y + row.style().ascent(),
                        lines.get(i),
                        row.style().size(),
                        numeric ? Anchor.END : Anchor.START,
                        row.style().ink(),
                        row.style().strong());
                if (owners.isEmpty()) {
                    pages.decorate(label);
                } else {
                    pages.draw(owners.get(column), label);
                }
            }
            x += widths.get(column) + ColumnWidths.GAP;
        }
        pages.advance(row.above() + (to - from) * row.style().leading() + 2 * PADDING);
    }

    private Line broken(Row row) {
        return switch (row) {
            case Group group ->
                new Line(List.of(breaker.lines(group.text(), Pages.TEXT_WIDTH)), TextStyle.GROUP_CELL, GROUP_SPACE);
            case Cells cells -> broken(cells.texts(), cells.strong() ? TextStyle.STRONG_CELL : TextStyle.CELL);
        };
    }

    private Line broken(List<String> texts, TextStyle style) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(breaker.lines(texts.get(i), widths.get(i) + 0.01));
        }
        return new Line(cells, style, 0);
    }

    private static Mark rule(double y, Ink ink) {
        return new Mark.Line(
                List.of(new Point(Pages.LEFT, y), new Point(Pages.WIDTH - Pages.LEFT, y)), ink, 0.5, false);
    }
}
