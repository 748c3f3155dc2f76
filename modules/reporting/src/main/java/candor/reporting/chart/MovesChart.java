package candor.reporting.chart;

import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ExplorationDocument.Move;
import candor.reporting.plot.Canvas;
import candor.reporting.plot.Figure;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Mark;
import candor.reporting.plot.Mark.Anchor;
import candor.reporting.plot.Panel;
import candor.reporting.plot.Point;
import candor.reporting.plot.Typeface;
import candor.reporting.text.Numerals;
import java.util.List;

/** The largest daily moves as bars to the left and right of zero, each with its date and its size. */
public final class MovesChart {

    private static final int MOST = 12;
    private static final double ROW = 13;
    private static final double TOP = 4;
    private static final double DATES = 62;
    private static final double NUMBERS = 44;

    private MovesChart() {}

    public static Figure of(ExplorationDocument exploration, Typeface typeface) {
        List<Move> moves = exploration.outliers().stream()
                .filter(m -> Double.isFinite(m.logReturn()))
                .limit(MOST)
                .toList();
        double height = TOP * 2 + ROW * Math.max(1, moves.size());
        Canvas canvas = new Canvas(Window.WIDTH, height);
        double largest = moves.stream()
                .mapToDouble(m -> Math.abs(m.logReturn()))
                .filter(m -> m > 0)
                .max()
                .orElse(1);
        double middle = DATES + (Window.WIDTH - DATES) / 2;
        double reach = (Window.WIDTH - DATES) / 2 - NUMBERS;
        for (int i = 0; i < moves.size(); i++) {
            draw(canvas, moves.get(i), TOP + i * ROW, middle, reach / largest);
        }
        canvas.add(
                new Mark.Line(List.of(new Point(middle, TOP), new Point(middle, height - TOP)), Ink.AXIS, 0.6, false));
        if (moves.isEmpty()) {
            String text = "There is no move to show";
            double left = (Window.WIDTH - typeface.width(text, Panel.LABEL_SIZE)) / 4;
            canvas.add(label(left, TOP + 10, text, Anchor.START, Ink.MUTED));
        }
        return canvas.figure("largest-moves", "Largest daily moves", description(moves));
    }

    private static void draw(Canvas canvas, Move move, double top, double middle, double scale) {
        double length = Math.abs(move.logReturn()) * scale;
        boolean up = move.logReturn() >= 0;
        double baseline = top + ROW - 3.8;
        canvas.add(
                new Mark.Box(up ? middle : middle - length, top + 1.5, length, ROW - 3, up ? Ink.BAND50 : Ink.ACCENT));
        canvas.add(label(0, baseline, move.session().toString(), Anchor.START, Ink.MUTED));
        canvas.add(label(
                up ? middle + length + 4 : middle - length - 4,
                baseline,
                Numerals.percent(move.logReturn()),
                up ? Anchor.START : Anchor.END,
                Ink.TEXT));
    }

    private static Mark label(double x, double y, String text, Anchor anchor, Ink ink) {
        return new Mark.Label(x, y, text, Panel.LABEL_SIZE, anchor, ink, false);
    }

    private static String description(List<Move> moves) {
        StringBuilder out = new StringBuilder("Daily log returns:");
        moves.forEach(m -> out.append(' ')
                .append(m.session())
                .append(' ')
                .append(Numerals.percent(m.logReturn()))
                .append(';'));
        return moves.isEmpty() ? "There is no move to show." : out.toString();
    }
}
