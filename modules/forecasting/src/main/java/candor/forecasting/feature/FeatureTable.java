package candor.forecasting.feature;

import java.util.List;

/**
 * Features by session: row t holds what is known at the close of session t, and nothing later. NaN marks a value that
 * is not defined yet.
 */
public final class FeatureTable {

    private final List<String> names;
    private final double[][] columns;
    private final int size;

    /**
     * @param names one for each column, unique
     * @param columns values by column, then session; handed over, not copied
     */
    public FeatureTable(List<String> names, double[][] columns) {
        if (names.isEmpty() || names.size() != columns.length) {
            throw new IllegalArgumentException(names.size() + " names for " + columns.length + " columns");
        }
        this.names = List.copyOf(names);
        this.columns = columns;
        this.size = columns[0].length;
        for (int c = 0; c < columns.length; c++) {
            if (columns[c].length != size) {
                throw new IllegalArgumentException(
                        "column " + names.get(c) + " has " + columns[c].length + " rows, the first has " + size);
            }
        }
    }

    public List<String> names() {
        return names;
    }

    /** Number of rows: one for each session of the price history. */
    public int size() {
        return size;
    }

    /** The value at a session, NaN where it is not defined. */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /** Whether every feature of the row is finite. */
    public boolean complete(int row) {
        for (double[] column : columns) {
            if (!Double.isFinite(column[row])) {
                return false;
            }
        }
        return true;
    }

    /** The table with the named columns only, in that order; throws IllegalArgumentException for an unknown name. */
    public FeatureTable select(List<String> wanted) {
        double[][] chosen = new double[wanted.size()][];
        for (int c = 0; c < chosen.length; c++) {
            int at = names.indexOf(wanted.get(c));
            if (at < 0) {
                throw new IllegalArgumentException("no such feature: '" + wanted.get(c) + "'; there are " + names);
            }
            chosen[c] = columns[at];
        }
        return new FeatureTable(wanted, chosen);
    }
}
