package candor.local.console.markup;

import java.util.Set;

/** Writes a tree as a document. */
public final class MarkupWriter {

    private static final Set<String> WITHOUT_END_TAG = Set.of("img", "link", "meta");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");

    private MarkupWriter() {}

    /** The document of that root element. */
    public static String write(Element root) {
        MarkupWriter writer = new MarkupWriter();
        writer.append(root);
        return writer.out.append('\n').toString();
    }

    private void append(Node node) {
        switch (node) {
            case Text text -> escape(text.value());
            case Element element -> append(element);
        }
    }

    private void append(Element element) {
        out.append('<').append(element.name());
        element.attributes().forEach(attribute -> {
            out.append(' ').append(attribute.name()).append("=\"");
            escape(attribute.value());
            out.append('"');
        });
        if (WITHOUT_END_TAG.contains(element.name())) {
            out.append("/>");
            return;
        }
        out.append('>');
        element.children().forEach(this::append);
        out.append("</").append(element.name()).append('>');
    }

    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
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
