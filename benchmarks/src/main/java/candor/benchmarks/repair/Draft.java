package candor.benchmarks.repair;

import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A history while a fault is planted into it: what is right, and what is given. */
final class Draft {

    private static final double CLEAR = 5;

    /** The standard deviation of a normal distribution, by its median size. */
    private static final double NORMAL = 1.4826;

    /** As a logarithm. */
    private static final double KEPT = 0.15;

    private final List<RawBar> right;
    private final List<RawBar> given;
    private final boolean adjusted;
    private boolean hidden;

    Draft(CleanHistory history) {
        this.right = new ArrayList<>(history.rows());
        this.given = new ArrayList<>(history.rows());
        this.adjusted = history.adjusted();
    }

    boolean adjusted() {
        return adjusted;
    }

    int size() {
        return right.size();
    }

    List<RawBar> right() {
        return right;
    }

    List<RawBar> given() {
        return given;
    }

    RawBar row(int i) {
        return given.get(i);
    }

    /** Of the row as it is right. */
    double close(int i) {
        return right.get(i).close();
    }

    double dividend(int i) {
        return right.get(i).dividend();
    }

    /** Rows that pay a dividend and no gain, ascending. */
    int[] exDates() {
        return IntStream.range(1, right.size())
                .filter(i -> dividend(i) > 0 && right.get(i).capitalGain() == 0)
                .toArray();
    }

    /**
     * Whether anything in the right history tells that the cash of that day was its own and not the other: a difference of
     * five usual moves of a day, of which the price shows three at the least, or a payer that keeps about its rate.
     */
    boolean tells(int ex, double other) {
        return shows(ex, Math.abs(dividend(ex) - other)) || isKept(ex);
    }

    /** Whether the price of the day shows that its dividend was paid. */
    boolean shows(int ex) {
        return shows(ex, dividend(ex));
    }

    private boolean shows(int ex, double cash) {
        return cash >= CLEAR * usualMove() * close(ex - 1);
    }

    /** Marks the fault as one that nothing in the file can tell. */
    void hide() {
        hidden = true;
    }

    boolean isHidden() {
        return hidden;
    }

    private double usualMove() {
        double[] moves = IntStream.range(1, right.size())
                .mapToDouble(i -> Math.abs(StrictMath.log(close(i) / close(i - 1))))
                .filter(move -> move > 0)
                .sorted()
                .toArray();
        return moves.length == 0 ? 0 : NORMAL * moves[moves.length / 2];
    }

    /** Whether three of the four dividends beside it are about as large. */
    private boolean isKept(int ex) {
        int[] all = exDates();
        int k = Arrays.binarySearch(all, ex);
        return IntStream.rangeClosed(Math.max(0, k - 2), Math.min(all.length - 1, k + 2))
                        .filter(i -> i != k)
                        .filter(i -> Math.abs(StrictMath.log(dividend(all[i]) / dividend(ex))) < KEPT)
                        .count()
                >= 3;
    }

    boolean isTraded(int i) {
        return right.get(i).volume() > 0
                && right.get(i).close() != right.get(i - 1).close();
    }

    void change(int i, UnaryOperator<RawBar> how) {
        given.set(i, how.apply(given.get(i)));
    }

    /** A change of both, which is no fault. */
    void set(int i, UnaryOperator<RawBar> how) {
        right.set(i, how.apply(right.get(i)));
        change(i, how);
    }

    /** Keeps these rows of both. */
    void cut(int from, int to) {
        for (List<RawBar> rows : List.of(right, given)) {
            rows.subList(to, rows.size()).clear();
            rows.subList(0, from).clear();
        }
    }

    /** Multiplies all prices from (inclusive) to (exclusive), and volumes by their own factor. */
    void scale(int from, int to, double factor, double volumes) {
        for (int i = from; i < to; i++) {
            change(
                    i,
                    row -> row.withPrices(
                                    row.open() * factor, row.high() * factor, row.low() * factor, row.close() * factor)
                            .withAdjustedClose(row.adjustedClose() * factor)
                            .withVolume(Math.rint(row.volume() * volumes)));
        }
    }

    void list(int i, double dividend) {
        change(i, row -> row.withActions(dividend, row.split(), row.capitalGain()));
    }

    /** Adjusts for another amount on that day, whatever the column says. */
    void adjustFor(int i, double cash) {
        double before = close(i - 1);
        double factor = (1 - cash / before) / (1 - right.get(i).dividend() / before);
        for (int k = 0; k < i; k++) {
            change(k, row -> row.withAdjustedClose(row.adjustedClose() * factor));
        }
    }
}
