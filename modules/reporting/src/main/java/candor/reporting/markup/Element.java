package candor.reporting.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An element with its attributes in the order in which they were given.
 *
 * @param name as in {@code section}
 */
public record Element(String name, List<Attribute> attributes, List<Node> children) implements Node {

    private static final Text LINE_END = new Text("\n");
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9-]*(:[a-zA-Z0-9-]+)?");

    /** @param value as it is to be read, not escaped */
    public record Attribute(String name, String value) {

        public Attribute {
            requireName(name);
        }
    }

    public Element {
        requireName(name);
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    public static Element of(String name, Node... children) {
        return new Element(name, List.of(), List.of(children));
    }

    public static Element of(String name, List<? extends Node> children) {
        return new Element(name, List.of(), List.copyOf(children));
    }

    /** Each child begins and ends a line. */
    public static Element ofLines(String name, List<? extends Node> children) {
        List<Node> lines = new ArrayList<>(2 * children.size() + 1);
        lines.add(LINE_END);
        for (Node child : children) {
            lines.add(child);
            lines.add(LINE_END);
        }
        return new Element(name, List.of(), lines);
    }

    /** @param text as it is to be read, not escaped */
    public static Element of(String name, String text) {
        return of(name, new Text(text));
    }

    /** A copy with one more attribute. */
    public Element with(String attribute, String value) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(new Attribute(attribute, value));
        return new Element(name, more, children);
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of an element or attribute: '" + name + "'");
        }
    }
}
