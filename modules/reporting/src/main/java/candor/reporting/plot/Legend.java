package candor.reporting.plot;

import candor.reporting.plot.Mark.Anchor;
import java.util.List;

/** What the colours of a chart mean: a row of samples with their names. */
public final class Legend {

    private static final double SAMPLE = 14;
    private static final double GAP = 4;
    private static final double BETWEEN = 12;

    private Legend() {}

    /** How a sample looks. */
    public enum Sample {
        LINE,
        BAND,
        DOT
    }

    /** A name and its sample. */
    public record Entry(String name, Ink ink, Sample sample) {}

    /** Draws the row, its baseline at {@code y}. */
    public static void draw(Canvas canvas, Typeface typeface, double x, double y, List<Entry> entries) {
        double at = x;
        for (Entry entry : entries) {
            canvas.add(sample(entry, at, y));
            at += SAMPLE + GAP;
            canvas.add(new Mark.Label(at, y, entry.name(), Panel.LABEL_SIZE, Anchor.START, Ink.MUTED, false));
            at += typeface.width(entry.name(), Panel.LABEL_SIZE) + BETWEEN;
        }
    }

    private static Mark sample(Entry entry, double x, double y) {
        double middle = y - 2.8;
        return switch (entry.sample()) {
            case LINE ->
                new Mark.Line(List.of(new Point(x, middle), new Point(x + SAMPLE, middle)), entry.ink(), 1.5, false);
            case BAND -> new Mark.Box(x, y - 6.3, SAMPLE, 7, entry.ink());
            case DOT -> new Mark.Dot(x + SAMPLE / 2, middle, 2.4, entry.ink());
        };
    }
}
