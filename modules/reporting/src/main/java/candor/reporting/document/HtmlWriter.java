package candor.reporting.document;

import candor.reporting.document.Block.Banner;
import candor.reporting.document.Block.Bullets;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Part;
import candor.reporting.document.Block.Picture;
import candor.reporting.document.Block.Statement;
import candor.reporting.document.Block.Table;
import candor.reporting.markup.Element;
import candor.reporting.markup.MarkupWriter;
import candor.reporting.markup.StyleSheet;
import candor.reporting.plot.Ink;
import candor.reporting.plot.SvgWriter;
import candor.reporting.plot.Typeface;
import candor.reporting.text.NoBreak;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a document as a self-contained page that is valid HTML and well-formed XML, and needs no script. */
public final class HtmlWriter {

    private static final String STYLE = "report.css";

    private final SvgWriter svg;

    private HtmlWriter(Typeface typeface) {
        this.svg = new SvgWriter(typeface);
    }

    /** The page as UTF-8. */
    public static byte[] write(Document document, Typeface typeface) {
        Element root = new HtmlWriter(typeface).page(document);
        return MarkupWriter.page(root).getBytes(StandardCharsets.UTF_8);
    }

    private Element page(Document document) {
        return Element.ofLines("html", List.of(head(document), Element.ofLines("body", List.of(main(document)))))
                .with("xmlns", "http://www.w3.org/1999/xhtml")
                .with("lang", "en");
    }

    private static Element head(Document document) {
        return Element.ofLines(
                "head",
                List.of(
                        Element.of("meta").with("charset", "utf-8"),
                        Element.of("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1"),
                        Element.of("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", "default-src 'none'; style-src 'unsafe-inline'"),
                        element("title", document.running()),
                        Element.of("style", new StyleSheet("\n" + Ink.styleSheet() + styleSheet()))));
    }

    /** What stands below a heading is in a section of its own; below the title of a part, headings are one level lower. */
    private Element main(Document document) {
        List<Element> all = new ArrayList<>();
        all.add(Element.ofLines(
                "header", List.of(element("h1", document.title()), classed("subtitle", document.subtitle()))));
        all.add(contents(document));
        List<Element> section = new ArrayList<>();
        int titles = 0;
        boolean inPart = false;
        for (Block block : document.blocks()) {
            String title = title(block);
            if (title == null) {
                (titles == 0 ? all : section).add(element(block));
            } else {
                all.addAll(section(titles, section));
                section.clear();
                titles++;
                inPart |= block instanceof Part;
                section.add(title(block instanceof Part, inPart, title).with("id", id(titles)));
            }
        }
        all.addAll(section(titles, section));
        return Element.ofLines("main", all);
    }

    private static Element title(boolean part, boolean inPart, String text) {
        return part ? element("h2", text).with("class", "part") : element(inPart ? "h3" : "h2", text);
    }

    /** Null for what is no title. */
    private static @Nullable String title(Block block) {
        return switch (block) {
            case Part part -> part.text();
            case Heading heading -> heading.text();
            default -> null;
        };
    }

    private static Element contents(Document document) {
        List<Element> links = new ArrayList<>();
        for (Block block : document.blocks()) {
            String title = title(block);
            if (title != null) {
                Element link = element("a", title).with("href", "#" + id(links.size() + 1));
                Element item = Element.of("li", link);
                links.add(block instanceof Part ? item.with("class", "part") : item);
            }
        }
        Element list = Element.ofLines("ul", links);
        Element details = Element.ofLines("details", List.of(element("summary", "Contents"), list));
        return Element.ofLines("nav", List.of(details)).with("aria-label", "Contents");
    }

    private static List<Element> section(int heading, List<Element> content) {
        return heading == 0
                ? List.of()
                : List.of(Element.ofLines("section", content).with("aria-labelledby", id(heading)));
    }

    private static String id(int heading) {
        return "section-" + heading;
    }

    private Element element(Block block) {
        return switch (block) {
            case Statement statement -> classed("statement", statement.text());
            case Banner banner -> classed("banner", banner.text());
            case Part part -> throw new IllegalArgumentException("a part begins a section: " + part);
            case Heading heading -> throw new IllegalArgumentException("a heading begins a section: " + heading);
            case Paragraph paragraph -> element("p", paragraph.text());
            case Note note -> classed("note", note.text());
            case Bullets bullets ->
                Element.ofLines(
                        "ul",
                        bullets.items().stream()
                                .map(item -> element("li", item))
                                .toList());
            case Picture picture ->
                // A chart wider than the screen scrolls by itself, by keyboard too.
                Element.ofLines(
                                "figure",
                                List.of(svg.inline(picture.figure()), element("figcaption", picture.caption())))
                        .with("tabindex", "0");
            case Table table -> table(table);
        };
    }

    /** Wide tables scroll by themselves, by keyboard too, and the page does not. */
    private static Element table(Table table) {
        List<Element> headers = table.columns().stream()
                .map(column -> cell(element("th", column.header()).with("scope", "col"), column))
                .toList();
        List<Element> rows = table.rows().stream()
                .map(row -> switch (row) {
                    case Group group ->
                        Element.of(
                                        "tr",
                                        element("th", group.text())
                                                .with("scope", "colgroup")
                                                .with(
                                                        "colspan",
                                                        String.valueOf(
                                                                table.columns().size())))
                                .with("class", "group");
                    case Cells cells -> row(table, cells);
                })
                .toList();
        Element whole = Element.ofLines(
                "table",
                List.of(
                        element("caption", table.caption()),
                        Element.ofLines("thead", List.of(Element.of("tr", headers))),
                        Element.ofLines("tbody", rows)));
        return Element.ofLines("div", List.of(whole))
                .with("class", "table")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", NoBreak.in(table.caption()));
    }

    private static Element row(Table table, Cells cells) {
        List<Element> row = new ArrayList<>();
        for (int i = 0; i < cells.texts().size(); i++) {
            String text = cells.texts().get(i);
            Element cell = i == 0 ? element("th", text).with("scope", "row") : element("td", text);
            row.add(cell(cell, table.columns().get(i)));
        }
        Element all = Element.of("tr", row);
        return cells.strong() ? all.with("class", "strong") : all;
    }

    private static Element cell(Element cell, Column column) {
        return column.numeric() ? cell.with("class", "number") : cell;
    }

    private static Element element(String name, String text) {
        return Element.of(name, NoBreak.in(text));
    }

    private static Element classed(String name, String text) {
        return element("p", text).with("class", name);
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
