package candor.benchmarks.repair;

import candor.pipeline.port.RawBar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A history while a fault is planted into it: what is right, and what is given. */
final class Draft {

    private final List<RawBar> right;
    private final List<RawBar> given;
    private final boolean adjusted;

    Draft(History history) {
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
