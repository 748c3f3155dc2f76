package candor.reporting.plot;

import candor.reporting.text.Markup;
import java.util.List;
import java.util.Locale;

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
    public String inline(Figure figure) {
        StringBuilder out = new StringBuilder();
        open(figure, 0, "", out);
        figure.marks().forEach(mark -> append(mark, out));
        return out.append("</svg>\n").toString();
    }

    /** A file of its own, on paper. */
    public String standalone(Figure figure) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        double width = figure.width() + 2 * MARGIN;
        double height = figure.height() + 2 * MARGIN;
        open(figure, MARGIN, " width=\"" + number(width) + "pt\" height=\"" + number(height) + "pt\"", out);
        out.append("<style>").append(Ink.styleSheet()).append("</style>\n");
        append(new Mark.Box(-MARGIN, -MARGIN, width, height, Ink.PAPER), out);
        figure.marks().forEach(mark -> append(mark, out));
        return out.append("</svg>\n").toString();
    }

    private static void open(Figure figure, double margin, String size, StringBuilder out) {
        String name = Markup.escape(figure.name());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"")
                .append(number(-margin) + ' ' + number(-margin) + ' ')
                .append(number(figure.width() + 2 * margin) + ' ' + number(figure.height() + 2 * margin))
                .append('"')
                .append(size)
                .append(" role=\"img\" font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\"")
                .append(" aria-labelledby=\"" + name + "-title " + name + "-desc\">\n")
                .append("<title id=\"" + name + "-title\">" + Markup.escape(figure.title()) + "</title>\n")
                .append("<desc id=\"" + name + "-desc\">" + Markup.escape(figure.description()) + "</desc>\n");
    }

    private void append(Mark mark, StringBuilder out) {
        switch (mark) {
            case Mark.Line line ->
                out.append("<path d=\"")
                        .append(path(line.points()))
                        .append("\" fill=\"none\" stroke-linejoin=\"round\"")
                        .append(colour("stroke", line.ink()))
                        .append(" stroke-width=\"")
                        .append(number(line.width()))
                        .append(line.dashed() ? "\" stroke-dasharray=\"3 2.5\"/>\n" : "\"/>\n");
            case Mark.Area area ->
                out.append("<path d=\"")
                        .append(path(area.outline()))
                        .append("Z\"")
                        .append(colour("fill", area.ink()))
                        .append("/>\n");
            case Mark.Box box ->
                out.append("<rect")
                        .append(attribute("x", box.x()))
                        .append(attribute("y", box.y()))
                        .append(attribute("width", box.width()))
                        .append(attribute("height", box.height()))
                        .append(colour("fill", box.ink()))
                        .append("/>\n");
            case Mark.Dot dot ->
                out.append("<circle")
                        .append(attribute("cx", dot.x()))
                        .append(attribute("cy", dot.y()))
                        .append(attribute("r", dot.radius()))
                        .append(colour("fill", dot.ink()))
                        .append("/>\n");
            case Mark.Label label ->
                out.append("<text")
                        .append(attribute("x", label.x()))
                        .append(attribute("y", label.y()))
                        .append(attribute("font-size", label.size()))
                        .append(attribute("textLength", typeface.width(label.text(), label.size())))
                        .append(" lengthAdjust=\"spacingAndGlyphs\" text-anchor=\"")
                        .append(label.anchor().name().toLowerCase(Locale.ROOT))
                        .append(label.strong() ? "\" font-weight=\"600\"" : "\"")
                        .append(colour("fill", label.ink()))
                        .append('>')
                        .append(Markup.escape(label.text()))
                        .append("</text>\n");
        }
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

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    private static String colour(String property, Ink ink) {
        return " " + property + "=\"" + ink.lightHex() + "\" class=\"" + property.charAt(0) + "-" + ink.cssName()
                + "\"";
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
