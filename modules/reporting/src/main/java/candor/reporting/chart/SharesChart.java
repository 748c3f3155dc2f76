package candor.reporting.chart;

import candor.reporting.plot.Canvas;
import candor.reporting.plot.Figure;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Mark;
import candor.reporting.plot.Mark.Anchor;
import candor.reporting.plot.Panel;
import candor.reporting.plot.Point;
import java.util.List;

/** Shares in a forecast as bars to the left and right of zero: a row for each feature, a column for each horizon. */
public final class SharesChart {

    private static final double ROW = 13;
    private static final double HEADER = 18;
    private static final double LABELS = 100;
    private static final double NUMBERS = 44;
    private static final double GUTTER = 12;

    private SharesChart() {}

    /**
     * The bars of one horizon, drawn to their own scale.
     *
     * @param header stands above
     * @param shares one for each row, finite
     * @param texts the shares in words, one for each row
     */
    public record Column(String header, List<Double> shares, List<String> texts) {
        public Column {
            shares = List.copyOf(shares);
            texts = List.copyOf(texts);
        }
    }

    /**
     * @param name see {@link Figure}
     * @param labels of the rows
     * @param columns at least one
     */
    public static Figure of(String name, String title, List<String> labels, List<Column> columns) {
        Canvas canvas = new Canvas(Window.WIDTH, HEADER + ROW * labels.size() + 4);
        for (int i = 0; i < labels.size(); i++) {
            canvas.add(label(0, baseline(i), labels.get(i), Anchor.START, Ink.MUTED));
        }
        double width = (Window.WIDTH - LABELS) / columns.size();
        for (int c = 0; c < columns.size(); c++) {
            draw(canvas, columns.get(c), LABELS + c * width + GUTTER, LABELS + (c + 1) * width);
        }
        return canvas.figure(name, title, description(labels, columns));
    }

    private static void draw(Canvas canvas, Column column, double left, double right) {
        double largest = column.shares().stream()
                .mapToDouble(Math::abs)
                .filter(share -> share > 0)
                .max()
                .orElse(1);
        double reach = (right - NUMBERS - left) / 2;
        double middle = left + reach;
        canvas.add(label(left, 10, column.header(), Anchor.START, Ink.TEXT));
        for (int i = 0; i < column.shares().size(); i++) {
            double share = column.shares().get(i);
            double length = Math.abs(share) / largest * reach;
            double top = HEADER + i * ROW;
            canvas.add(new Mark.Box(
                    share < 0 ? middle - length : middle,
                    top + 1.5,
                    length,
                    ROW - 3,
                    share < 0 ? Ink.ACCENT : Ink.BAND50));
            canvas.add(label(right, baseline(i), column.texts().get(i), Anchor.END, Ink.TEXT));
        }
        double bottom = HEADER + column.shares().size() * ROW;
        canvas.add(new Mark.Line(List.of(new Point(middle, HEADER), new Point(middle, bottom)), Ink.AXIS, 0.6, false));
    }

    private static double baseline(int row) {
        return HEADER + (row + 1) * ROW - 3.8;
    }

    private static Mark label(double x, double y, String text, Anchor anchor, Ink ink) {
        return new Mark.Label(x, y, text, Panel.LABEL_SIZE, anchor, ink, false);
    }

    private static String description(List<String> labels, List<Column> columns) {
        StringBuilder out = new StringBuilder();
        for (Column column : columns) {
            out.append(out.isEmpty() ? "" : " ").append(column.header()).append(':');
            for (int i = 0; i < labels.size(); i++) {
                out.append(i == 0 ? " " : ", ")
                        .append(labels.get(i))
                        .append(' ')
                        .append(column.texts().get(i));
            }
            out.append('.');
        }
        return out.toString();
    }
}
