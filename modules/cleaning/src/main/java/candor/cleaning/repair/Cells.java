package candor.cleaning.repair;

import candor.forecasting.text.Figures;
import candor.store.port.RawBar;
import java.util.stream.IntStream;

/**
 * Single wrong cells in rows that are otherwise right.
 *
 * <p>High and low are swapped where high lies below low and exchanging them makes all four prices fit: no other exchange
 * of one cell does. A price is off by a unit where it stands 100 times apart both from the rows around and from other
 * prices of its own row. A close that is absent follows from the adjusted close where the rows on both sides have one
 * ratio between the two and the result lies between low and high.
 */
final class Cells {

    static final String SWAP = "high-low-swapped";
    static final String UNIT = "unit-100x-cell";
    static final String CLOSE = "close-from-adjusted";

    private static final double FACTOR = 100;

    /** As logarithm: within this of the rows around, or of 100 times them. */
    private static final double BESIDE = 0.4;

    /** As logarithm: adjusted close by close changes by less between sessions, dividends apart. */
    private static final double SAME_RATIO = 1e-3;

    /** By which, relative, high and low miss each other for rounding alone. */
    private static final double ROUNDING = 1e-6;

    private static final int AROUND = 3;

    private final Worksheet sheet;

    private Cells(Worksheet sheet) {
        this.sheet = sheet;
    }

    static void repair(Worksheet sheet) {
        Cells cells = new Cells(sheet);
        int[] priced = IntStream.range(0, sheet.size())
                .filter(i -> hasPrice(sheet.row(i)))
                .toArray();
        double[] middles =
                IntStream.of(priced).mapToDouble(i -> middle(sheet.row(i))).toArray();
        for (int j = 0; j < priced.length; j++) {
            cells.scaleCellsOf(priced[j], around(middles, j));
            middles[j] = middle(sheet.row(priced[j]));
        }
        for (int j = 0; j < priced.length; j++) {
            cells.scaleAdjustedClose(priced, j);
            cells.fillClose(priced, j);
            cells.swap(priced[j]);
        }
    }

    private static boolean hasPrice(RawBar row) {
        return Column.PRICES.stream().anyMatch(column -> column.isPrice(row));
    }

    /** @param around the middle price of the rows around, as logarithm */
    private void scaleCellsOf(int i, double around) {
        RawBar row = sheet.row(i);
        boolean unitKnown = Column.PRICES.stream()
                .anyMatch(column -> column.isPrice(row) && Math.abs(apart(column, row, around)) < BESIDE);
        for (Column column : Column.PRICES) {
            double apart = column.isPrice(row) ? apart(column, row, around) : 0;
            if (unitKnown && Math.abs(Math.abs(apart) - StrictMath.log(FACTOR)) < BESIDE) {
                set(
                        i,
                        column,
                        apart > 0 ? column.of(row) / FACTOR : column.of(row) * FACTOR,
                        UNIT,
                        column.label() + " stands 100 times " + (apart > 0 ? "above" : "below")
                                + " other prices of its row and the rows around, whose middle is "
                                + Figures.significant(StrictMath.exp(around)) + ": a wrong unit");
            }
        }
    }

    private static double apart(Column column, RawBar row, double around) {
        return StrictMath.log(column.of(row)) - around;
    }

    private void scaleAdjustedClose(int[] priced, int j) {
        if (!sheet.adjusted()) {
            return;
        }
        double before = ratioApart(priced, j, -1);
        double after = ratioApart(priced, j, 1);
        double apart = Math.abs(before) < Math.abs(after) ? before : after;
        if (Math.abs(Math.abs(apart) - StrictMath.log(FACTOR)) < BESIDE / 4) {
            double value = sheet.row(priced[j]).adjustedClose();
            set(
                    priced[j],
                    Column.ADJUSTED_CLOSE,
                    apart > 0 ? value / FACTOR : value * FACTOR,
                    UNIT,
                    "adjusted close by close is " + Figures.significant(sheet.ratio(priced[j]))
                            + ", 100 times apart from the rows around: a wrong unit");
        }
    }

    /** From the middle ratio of adjusted close to close on one side; of the other where there is none. */
    private double ratioApart(int[] priced, int j, int direction) {
        double usual = Medians.of(IntStream.rangeClosed(1, AROUND)
                .map(k -> j + direction * k)
                .filter(k -> k >= 0 && k < priced.length)
                .mapToDouble(k -> sheet.ratio(priced[k])));
        double apart = StrictMath.log(sheet.ratio(priced[j]) / usual);
        boolean atEdge = direction < 0 ? j == 0 : j == priced.length - 1;
        return atEdge ? Double.POSITIVE_INFINITY : apart;
    }

    private void fillClose(int[] priced, int j) {
        RawBar row = sheet.row(priced[j]);
        if (Column.CLOSE.isPrice(row) || !Column.ADJUSTED_CLOSE.isPrice(row) || j == 0 || j == priced.length - 1) {
            return;
        }
        double before = sheet.ratio(priced[j - 1]);
        double after = sheet.ratio(priced[j + 1]);
        double close = row.adjustedClose() / before;
        if (Math.abs(StrictMath.log(before / after)) < SAME_RATIO
                && close >= row.low() * (1 - SAME_RATIO)
                && close <= row.high() * (1 + SAME_RATIO)) {
            set(
                    priced[j],
                    Column.CLOSE,
                    close,
                    CLOSE,
                    "no close, but an adjusted close, whose ratio to the close is " + Figures.significant(before)
                            + " on both sides; the result lies between low and high");
        }
    }

    private void swap(int i) {
        RawBar row = sheet.row(i);
        boolean fits = row.high() < row.low() * (1 - ROUNDING)
                && Math.min(row.open(), row.close()) >= row.high() * (1 - ROUNDING)
                && Math.max(row.open(), row.close()) <= row.low() * (1 + ROUNDING);
        if (fits) {
            String evidence =
                    "high " + row.high() + " lies below low " + row.low() + ", and exchanged both fit open and close";
            sheet.countFault();
            sheet.set(i, Column.HIGH, row.low(), SWAP, evidence);
            sheet.set(i, Column.LOW, row.high(), SWAP, evidence);
        }
    }

    private void set(int i, Column column, double value, String rule, String evidence) {
        sheet.countFault();
        sheet.set(i, column, value, rule, evidence);
    }

    /** As logarithm, from a few rows on each side. */
    private static double around(double[] middles, int j) {
        return StrictMath.log(
                Medians.of(IntStream.rangeClosed(Math.max(0, j - AROUND), Math.min(middles.length - 1, j + AROUND))
                        .filter(k -> k != j)
                        .mapToDouble(k -> middles[k])));
    }

    private static double middle(RawBar row) {
        return Medians.of(
                Column.PRICES.stream().filter(column -> column.isPrice(row)).mapToDouble(column -> column.of(row)));
    }
}
