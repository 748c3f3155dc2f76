package candor.reporting.document;

import candor.reporting.document.Block.Banner;
import candor.reporting.document.Block.Bullets;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Picture;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Statement;
import candor.reporting.document.Block.Table;
import candor.reporting.plot.Ink;
import candor.reporting.plot.SvgWriter;
import candor.reporting.plot.Typeface;
import candor.reporting.text.Markup;
import candor.reporting.text.NoBreak;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes a document as a self-contained page that is valid HTML and well-formed XML, and needs no script. */
public final class HtmlWriter {

    private static final String STYLE = "report.css";

    private final StringBuilder out = new StringBuilder();
    private int headings;

    private final SvgWriter svg;

    private HtmlWriter(Typeface typeface) {
        this.svg = new SvgWriter(typeface);
    }

    /** The page as UTF-8. */
    public static byte[] write(Document document, Typeface typeface) {
        HtmlWriter writer = new HtmlWriter(typeface);
        writer.page(document);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void page(Document document) {
        out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n")
                .append("<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\"")
                .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
        element("title", document.running());
        out.append("<style>\n").append(Ink.styleSheet()).append(styleSheet()).append("</style>\n");
        out.append("</head>\n<body>\n<main>\n<header>\n");
        element("h1", document.title());
        out.append("<p class=\"subtitle\">")
                .append(escaped(document.subtitle()))
                .append("</p>\n</header>\n");
        document.blocks().forEach(this::block);
        out.append(headings > 0 ? "</section>\n" : "").append("</main>\n</body>\n</html>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Statement statement -> classed("statement", statement.text());
            case Banner banner -> classed("banner", banner.text());
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> element("p", paragraph.text());
            case Note note -> classed("note", note.text());
            case Bullets bullets -> {
                out.append("<ul>\n");
                bullets.items().forEach(item -> element("li", item));
                out.append("</ul>\n");
            }
            case Picture picture -> {
                out.append("<figure>\n").append(svg.inline(picture.figure()));
                element("figcaption", picture.caption());
                out.append("</figure>\n");
            }
            case Table table -> table(table);
        }
    }

    private void heading(Heading heading) {
        out.append(headings > 0 ? "</section>\n" : "");
        headings++;
        String id = "section-" + headings;
        out.append("<section aria-labelledby=\"").append(id).append("\">\n<h2 id=\"");
        out.append(id).append("\">").append(escaped(heading.text())).append("</h2>\n");
    }

    /** Wide tables scroll by themselves, by keyboard too, and the page does not. */
    private void table(Table table) {
        out.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(escaped(table.caption()))
                .append("\">\n<table>\n");
        element("caption", table.caption());
        out.append("<thead>\n<tr>");
        table.columns().forEach(column -> cell("th scope=\"col\"", column, column.header()));
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (Row row : table.rows()) {
            switch (row) {
                case Group group ->
                    out.append("<tr class=\"group\"><th scope=\"colgroup\" colspan=\"")
                            .append(table.columns().size())
                            .append("\">")
                            .append(escaped(group.text()))
                            .append("</th></tr>\n");
                case Cells cells -> cells(table, cells);
            }
        }
        out.append("</tbody>\n</table>\n</div>\n");
    }

    private void cells(Table table, Cells cells) {
        out.append(cells.strong() ? "<tr class=\"strong\">" : "<tr>");
        for (int i = 0; i < cells.texts().size(); i++) {
            cell(
                    i == 0 ? "th scope=\"row\"" : "td",
                    table.columns().get(i),
                    cells.texts().get(i));
        }
        out.append("</tr>\n");
    }

    private void cell(String tag, Column column, String text) {
        out.append('<').append(tag).append(column.numeric() ? " class=\"number\">" : ">");
        out.append(escaped(text)).append("</").append(tag, 0, 2).append('>');
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>').append(escaped(text));
        out.append("</").append(name).append(">\n");
    }

    private void classed(String name, String text) {
        out.append("<p class=\"")
                .append(name)
                .append("\">")
                .append(escaped(text))
                .append("</p>\n");
    }

    private static String escaped(String text) {
        return Markup.escape(NoBreak.in(text));
    }

    private static String styleSheet() {
        try (InputStream in = HtmlWriter.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IOException("no " + STYLE + " beside " + HtmlWriter.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
