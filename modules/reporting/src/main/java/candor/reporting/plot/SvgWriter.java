package candor.reporting.plot;

import candor.reporting.markup.Element;
import candor.reporting.markup.MarkupWriter;
import candor.reporting.markup.StyleSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes figures as SVG. Every mark carries its light colour as an attribute and a class that style sheets with
 * {@link Ink#styleSheet()} follow; viewers that know no CSS variables keep the former. Text is given its width, so that a
 * machine with other fonts keeps the layout.
 */
public final class SvgWriter {

    /** Around a figure in a file of its own, in points. */
    private static final double MARGIN = 8;

    private final Typeface typeface;

    public SvgWriter(Typeface typeface) {
        this.typeface = typeface;
    }

    /** For a page that brings {@link Ink#styleSheet()}. */
    public Element inline(Figure figure) {
        return picture(figure, 0, Map.of(), figure.marks(), List.of());
    }

    /** A file of its own, on paper. */
    public String standalone(Figure figure) {
        double width = figure.width() + 2 * MARGIN;
        double height = figure.height() + 2 * MARGIN;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Box(-MARGIN, -MARGIN, width, height, Ink.PAPER));
        marks.addAll(figure.marks());
        Map<String, String> size = new LinkedHashMap<>();
        size.put("width", number(width) + "pt");
        size.put("height", number(height) + "pt");
        Element style = Element.of("style", new StyleSheet(Ink.styleSheet()));
        return MarkupWriter.xml(picture(figure, MARGIN, size, marks, List.of(style)));
    }

    /** @param style before the first mark */
    private Element picture(
            Figure figure, double margin, Map<String, String> size, List<Mark> marks, List<Element> style) {
        List<Element> lines = new ArrayList<>();
        lines.add(Element.of("title", figure.title()).with("id", figure.name() + "-title"));
        lines.add(Element.of("desc", figure.description()).with("id", figure.name() + "-desc"));
        lines.addAll(style);
        marks.forEach(mark -> lines.add(element(mark)));
        Element svg = Element.ofLines("svg", lines)
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with(
                        "viewBox",
                        number(-margin)
                                + ' '
                                + number(-margin)
                                + ' '
                                + number(figure.width() + 2 * margin)
                                + ' '
                                + number(figure.height() + 2 * margin));
        for (Map.Entry<String, String> length : size.entrySet()) {
            svg = svg.with(length.getKey(), length.getValue());
        }
        return svg.with("role", "img")
                .with("font-family", "'Liberation Sans', Arial, Helvetica, sans-serif")
                .with("aria-labelledby", figure.name() + "-title " + figure.name() + "-desc");
    }

    private Element element(Mark mark) {
        return switch (mark) {
            case Mark.Line line -> line(line);
            case Mark.Area area ->
                coloured(Element.of("path").with("d", path(area.outline()) + "Z"), "fill", area.ink());
            case Mark.Box box ->
                coloured(
                        Element.of("rect")
                                .with("x", number(box.x()))
                                .with("y", number(box.y()))
                                .with("width", number(box.width()))
                                .with("height", number(box.height())),
                        "fill",
                        box.ink());
            case Mark.Dot dot ->
                coloured(
                        Element.of("circle")
                                .with("cx", number(dot.x()))
                                .with("cy", number(dot.y()))
                                .with("r", number(dot.radius())),
                        "fill",
                        dot.ink());
            case Mark.Label label -> label(label);
        };
    }

    private static Element line(Mark.Line line) {
        Element path = Element.of("path")
                .with("d", path(line.points()))
                .with("fill", "none")
                .with("stroke-linejoin", "round");
        Element drawn = coloured(path, "stroke", line.ink()).with("stroke-width", number(line.width()));
        return line.dashed() ? drawn.with("stroke-dasharray", "3 2.5") : drawn;
    }

    private Element label(Mark.Label label) {
        Element text = Element.of("text", label.text())
                .with("x", number(label.x()))
                .with("y", number(label.y()))
                .with("font-size", number(label.size()))
                .with("textLength", number(typeface.width(label.text(), label.size())))
                .with("lengthAdjust", "spacingAndGlyphs")
                .with("text-anchor", label.anchor().name().toLowerCase(Locale.ROOT));
        return coloured(label.strong() ? text.with("font-weight", "600") : text, "fill", label.ink());
    }

    private static String path(List<Point> points) {
        StringBuilder out = new StringBuilder();
        for (Point point : points) {
            out.append(out.isEmpty() ? 'M' : 'L')
                    .append(number(point.x()))
                    .append(' ')
                    .append(number(point.y()));
        }
        return out.toString();
    }

    private static Element coloured(Element element, String property, Ink ink) {
        return element.with(property, ink.lightHex()).with("class", property.charAt(0) + "-" + ink.cssName());
    }

    /** Two decimals at most, never an exponent: hundredths of a point are finer than any screen. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a coordinate must be finite: " + value);
        }
        long hundredths = Math.round(value * 100);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String fraction = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest;
        return (hundredths < 0 ? "-" : "") + whole + fraction;
    }
}
