package candor.cleaning.repair;

import java.time.LocalDate;

/**
 * A dividend of the file, with what each column says of it and what was decided.
 *
 * <p>Adjusted closes before an ex-date carry the factor 1 - cash / close before, so that the step of adjusted close by close
 * across the ex-date tells what cash the source adjusted for, whatever its column Dividends says.
 */
final class Payment {

    private static final double SAME_AMOUNT = 0.02;
    private static final double SAME_RATIO = 0.03;

    private final int row;
    private final int prior;
    private final LocalDate session;
    private final double before;
    private final double dividend;
    private final double gain;
    private final double factor;
    private final double precision;
    private final double split;

    private double cash;
    private boolean settled;
    private boolean refit;
    private String finding = "";

    /**
     * @param row of the ex-date, a priced one
     * @param prior the priced row before it
     * @param factor by which the source adjusted across the ex-date; NaN for none
     * @param precision of that factor, for the rounding of adjusted closes
     */
    Payment(Worksheet sheet, int row, int prior, double factor, double precision) {
        this.row = row;
        this.prior = prior;
        this.session = sheet.row(row).session();
        this.split = sheet.split(row);
        this.before = before(sheet, row, prior);
        this.dividend = sheet.row(row).dividend();
        this.gain = Math.max(0, sheet.row(row).capitalGain());
        this.factor = factor;
        this.precision = precision;
        this.cash = dividend;
    }

    /** The close before, in shares of the ex-date: closes as traded show a split of that day, and the cash is of after it. */
    private static double before(Worksheet sheet, int row, int prior) {
        double close = sheet.close(prior);
        double move = StrictMath.log(sheet.close(row) / close);
        boolean shown = Math.abs(move + StrictMath.log(sheet.split(row))) < Math.abs(move);
        return !sheet.adjusted() && shown ? close / sheet.split(row) : close;
    }

    int row() {
        return row;
    }

    int prior() {
        return prior;
    }

    LocalDate session() {
        return session;
    }

    /** The close before the ex-date, in shares of the ex-date. */
    double before() {
        return before;
    }

    /** What the column says; never changes. */
    double dividend() {
        return dividend;
    }

    double gain() {
        return gain;
    }

    /** By which the source adjusted. */
    double factor() {
        return factor;
    }

    /** Of that factor. */
    double precision() {
        return precision;
    }

    /** The ratio of a split on the same day, 1 for none. */
    double split() {
        return split;
    }

    /** The cash that the source adjusted for. */
    double implied() {
        return before * (1 - factor);
    }

    /** Whether the source adjusted for this much, to a fiftieth and the rounding of its adjusted closes. */
    boolean isAdjustedFor(double amount) {
        return Math.abs(implied() - amount) <= Math.max(SAME_AMOUNT * amount, precision * before);
    }

    /** Whether the source adjusted for this many times the amount in the column. */
    boolean isAdjustedInRatio(double ratio) {
        double amount = ratio * dividend;
        return Math.abs(implied() - amount) <= Math.max(SAME_RATIO * amount, precision * before);
    }

    /** Of the close before. */
    double share(double amount) {
        return amount / before;
    }

    /** What was decided that shareholders got. */
    double cash() {
        return cash;
    }

    boolean isSettled() {
        return settled;
    }

    /** Whether the adjusted closes before have to be brought to the cash. */
    boolean isRefit() {
        return refit;
    }

    String finding() {
        return finding;
    }

    double trueFactor() {
        return 1 - cash / before;
    }

    /** Nothing has to be done, or nothing can be. */
    void leave() {
        settled = true;
    }

    /** Decides on the cash; adjusted closes follow where they were made for another. */
    void settle(Worksheet sheet, double decided, String rule, String why) {
        settled = true;
        cash = decided;
        finding = why;
        if (decided != dividend) {
            sheet.set(row, Column.DIVIDEND, decided, rule, why);
        }
        refit = sheet.adjusted() && !isAdjustedFor(decided);
    }
}
