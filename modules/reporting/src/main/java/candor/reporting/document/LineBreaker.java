package candor.reporting.document;

import candor.reporting.plot.Typeface;
import candor.reporting.text.NoBreak;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines at blanks; a word wider than the line is broken where it must be. Text is set as the font can
 * draw it.
 */
final class LineBreaker {

    private final Typeface typeface;
    private final double size;

    LineBreaker(Typeface typeface, double size) {
        this.typeface = typeface;
        this.size = size;
    }

    /** One line at least. */
    List<String> lines(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text)) {
            String rest = word;
            if (!line.isEmpty() && width(line + " " + rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest) > width && rest.length() > 1) {
                int end = fitting(rest, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Width of the widest word. */
    double least(String text) {
        return words(text).stream().mapToDouble(this::width).max().orElse(0);
    }

    double width(String text) {
        return typeface.width(text, size);
    }

    private List<String> words(String text) {
        String flat = NoBreak.in(text.replaceAll("[ \\t\\r\\n]+", " ").strip());
        return List.of(typeface.drawable(flat).split(" ", -1));
    }

    /** How many characters fit, one at least, never half of a pair. */
    private int fitting(String word, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next)) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
