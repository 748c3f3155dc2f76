// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.markup;

import java.util.Set;

/** Writes a tree as a document. What text and attributes say cannot become markup. */
public final class MarkupWriter {

    private static final Set<String> WITHOUT_CONTENT = Set.of("circle", "img", "link", "meta", "path", "rect");

    private final StringBuilder out;

    private MarkupWriter(String head) {
        this.out = new StringBuilder(head);
    }

    /** The page of that root element: HTML that is well-formed XML, too. */
    public static String page(Element root) {
        return write("<!DOCTYPE html>\n", root);
    }

    /** The XML file of that root element. */
    public static String xml(Element root) {
        return write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", root);
    }

    /** The element alone, for what stands inside another file. */
    public static String fragment(Element element) {
        MarkupWriter writer = new MarkupWriter("");
        writer.append(element);
        return writer.out.toString();
    }

    private static String write(String head, Element root) {
        MarkupWriter writer = new MarkupWriter(head);
        writer.append(root);
        return writer.out.append('\n').toString();
    }

    private void append(Node node) {
        switch (node) {
            case Text text -> escape(text.value(), "&#39;");
            case StyleSheet style -> out.append(style.css());
            case Element element -> append(element);
        }
    }

    private void append(Element element) {
        out.append('<').append(element.name());
        element.attributes().forEach(attribute -> {
            out.append(' ').append(attribute.name()).append("=\"");
            escape(attribute.value(), "'");
            out.append('"');
        });
        if (WITHOUT_CONTENT.contains(element.name())) {
            out.append("/>");
            return;
        }
        out.append('>');
        element.children().forEach(this::append);
        out.append("</").append(element.name()).append('>');
    }

    /** @param apostrophe how one is written, which ends nothing between double quotes */
    private void escape(String text, String apostrophe) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append(apostrophe);
                default -> out.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
    }

    /** The characters that an XML 1.0 document may hold, less C1 controls, which HTML forbids. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point < 0x7F)
                || (point >= 0xA0 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || (point >= 0x10000 && (point & 0xFFFE) != 0xFFFE);
    }
}
