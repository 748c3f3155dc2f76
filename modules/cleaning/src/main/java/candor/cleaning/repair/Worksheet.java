package candor.cleaning.repair;

import candor.cleaning.log.CleaningEntry;
import candor.store.port.RawBar;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Rows under repair, one a session and ascending, with what was done to them so far. */
final class Worksheet {

    private final List<RawBar> rows;
    private final boolean adjusted;
    private final List<CleaningEntry> log = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final boolean[] aside;
    private int faults;

    Worksheet(List<RawBar> ascending, boolean adjusted) {
        this.rows = new ArrayList<>(ascending);
        this.adjusted = adjusted;
        this.aside = new boolean[ascending.size()];
    }

    /** Whether the source has adjusted closes of its own. */
    boolean adjusted() {
        return adjusted;
    }

    int size() {
        return rows.size();
    }

    RawBar row(int index) {
        return rows.get(index);
    }

    double close(int index) {
        return rows.get(index).close();
    }

    /** Adjusted close by close; NaN or out of range where the source gave nonsense. */
    double ratio(int index) {
        return rows.get(index).adjustedClose() / close(index);
    }

    double split(int index) {
        double split = rows.get(index).split();
        return split > 0 && split < Double.POSITIVE_INFINITY ? split : 1;
    }

    /** The indices of the rows that have a close and are not in doubt, ascending. */
    int[] priced() {
        return java.util.stream.IntStream.range(0, rows.size())
                .filter(i -> !aside[i] && Column.CLOSE.isPrice(rows.get(i)))
                .toArray();
    }

    long daysBetween(int first, int second) {
        return ChronoUnit.DAYS.between(row(first).session(), row(second).session());
    }

    void set(int index, Column column, double value, String rule, String evidence) {
        RawBar row = rows.get(index);
        double before = column.of(row);
        if (before == value) {
            return;
        }
        rows.set(index, column.with(row, value));
        log.add(new CleaningEntry(
                row.session(),
                column.label(),
                Double.isNaN(before) ? "" : Double.toString(before),
                Double.toString(value),
                rule,
                "line " + row.line() + ": " + evidence));
    }

    /** Counts one fault of the provider, however many cells it spoilt. */
    void countFault() {
        faults++;
    }

    void doubt(int index, Column column, String rule, String evidence, Doubt.Consequence then) {
        RawBar row = rows.get(index);
        aside[index] |= then == Doubt.Consequence.SET_ASIDE;
        doubts.add(new Doubt(
                row.session(), row.line(), column.label(), Double.toString(column.of(row)), rule, evidence, then));
    }

    List<RawBar> rows() {
        return rows;
    }

    List<CleaningEntry> log() {
        return log;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    int faults() {
        return faults;
    }
}
