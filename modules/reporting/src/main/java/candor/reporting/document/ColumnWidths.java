package candor.reporting.document;

import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.plot.Typeface;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares a width among columns: each gets what its widest word needs, then as much as its widest text wants. Where even
 * the words do not fit, columns that want no more than an equal share keep what they want.
 */
final class ColumnWidths {

    /** Between columns. */
    static final double GAP = 9;

    private final LineBreaker breaker;

    ColumnWidths(Typeface typeface) {
        this.breaker = new LineBreaker(typeface, TextStyle.CELL.size());
    }

    /** Widths without the gaps; with them they fill {@code width}. */
    List<Double> of(Table table, double width) {
        int n = table.columns().size();
        double available = width - GAP * (n - 1);
        double[] least = new double[n];
        double[] wanted = new double[n];
        for (int i = 0; i < n; i++) {
            measure(table, i, least, wanted);
        }
        double leastSum = sum(least);
        double wantedSum = sum(wanted);
        double[] widths = new double[n];
        for (int i = 0; i < n; i++) {
            if (wantedSum <= available) {
                widths[i] = wanted[i] + (available - wantedSum) / n;
            } else if (leastSum <= available) {
                widths[i] = least[i] + (wanted[i] - least[i]) * (available - leastSum) / (wantedSum - leastSum);
            } else {
                widths[i] = squeezed(least, i, available);
            }
        }
        return IntStream.range(0, n).mapToObj(i -> widths[i]).toList();
    }

    private void measure(Table table, int column, double[] least, double[] wanted) {
        Column header = table.columns().get(column);
        least[column] = breaker.least(header.header());
        wanted[column] = header.numeric() ? least[column] : breaker.width(header.header());
        for (Row row : table.rows()) {
            if (row instanceof Cells cells) {
                String text = cells.texts().get(column);
                double whole = breaker.width(text);
                least[column] = Math.max(least[column], header.numeric() ? whole : breaker.least(text));
                wanted[column] = Math.max(wanted[column], whole);
            }
        }
    }

    private static double squeezed(double[] least, int column, double available) {
        double share = available / least.length;
        double modest = IntStream.range(0, least.length)
                .filter(i -> least[i] <= share)
                .mapToDouble(i -> least[i])
                .sum();
        double greedy = sum(least) - modest;
        return least[column] <= share ? least[column] : least[column] * (available - modest) / greedy;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
