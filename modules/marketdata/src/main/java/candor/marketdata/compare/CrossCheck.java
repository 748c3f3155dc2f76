package candor.marketdata.compare;

import candor.marketdata.compare.Difference.Column;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Bars of one symbol from two sources, side by side. It reports where they differ and does not choose.
 *
 * <p>Compared are the sessions from the later of both first ones to the earlier of both last ones: closes as traded that
 * are more than a cent apart, volumes more than 5 % of the larger one apart, dividends (with what a fund distributes of
 * its gains) and splits more than a hundred-thousandth apart, and sessions that have a close at only one. A volume that
 * one of them does not have is no difference.
 *
 * @param a name of the first source
 * @param b name of the second
 * @param from first common day; null where there is none
 * @param to last common day; null where there is none
 * @param compared sessions with a close at both
 * @param counts differences by column, with a zero for each column without one
 * @param rows all differences, by session and column
 */
public record CrossCheck(
        String a,
        String b,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int compared,
        Map<Column, Integer> counts,
        List<Difference> rows) {

    /** Dollars; and what two decimals lose as doubles. */
    private static final double CENT = 0.01 + 1e-9;

    private static final double VOLUME_SHARE = 0.05;
    private static final double ACTION_SHARE = 1e-5;

    public CrossCheck {
        counts = Map.copyOf(counts);
        rows = List.copyOf(rows);
    }

    /**
     * Throws IllegalArgumentException where one of them has a session twice.
     *
     * @param barsOfA as traded, in any order
     * @param barsOfB as traded, in any order
     */
    public static CrossCheck of(String a, List<RawBar> barsOfA, String b, List<RawBar> barsOfB) {
        Comparison comparison = new Comparison(bySession(a, barsOfA), bySession(b, barsOfB));
        return comparison.result(a, b);
    }

    private static NavigableMap<LocalDate, RawBar> bySession(String source, List<RawBar> bars) {
        NavigableMap<LocalDate, RawBar> sorted = new TreeMap<>();
        for (RawBar bar : bars) {
            if (sorted.put(bar.session(), bar) != null) {
                throw new IllegalArgumentException(source + " has " + bar.session() + " twice; give each session once");
            }
        }
        return sorted;
    }

    private static final class Comparison {

        private final NavigableMap<LocalDate, RawBar> a;
        private final NavigableMap<LocalDate, RawBar> b;
        private final List<Difference> rows = new ArrayList<>();
        private int compared;

        Comparison(NavigableMap<LocalDate, RawBar> a, NavigableMap<LocalDate, RawBar> b) {
            this.a = a;
            this.b = b;
        }

        CrossCheck result(String nameOfA, String nameOfB) {
            if (a.isEmpty() || b.isEmpty() || from().isAfter(to())) {
                return new CrossCheck(nameOfA, nameOfB, null, null, 0, counts(), rows);
            }
            SortedSet<LocalDate> sessions = new TreeSet<>(a.keySet());
            sessions.addAll(b.keySet());
            sessions.tailSet(from()).headSet(to().plusDays(1)).forEach(this::compare);
            return new CrossCheck(nameOfA, nameOfB, from(), to(), compared, counts(), rows);
        }

        private LocalDate from() {
            return a.firstKey().isAfter(b.firstKey()) ? a.firstKey() : b.firstKey();
        }

        private LocalDate to() {
            return a.lastKey().isBefore(b.lastKey()) ? a.lastKey() : b.lastKey();
        }

        private void compare(LocalDate session) {
            double closeOfA = close(a.get(session));
            double closeOfB = close(b.get(session));
            boolean both = !Double.isNaN(closeOfA) && !Double.isNaN(closeOfB);
            compared += both ? 1 : 0;
            if (Double.isNaN(closeOfA) != Double.isNaN(closeOfB)) {
                rows.add(new Difference(session, Column.SESSION, closeOfA, closeOfB));
            }
            if (both && Math.abs(closeOfA - closeOfB) > CENT) {
                rows.add(new Difference(session, Column.CLOSE, closeOfA, closeOfB));
            }
            relative(session, Column.VOLUME, volume(a.get(session)), volume(b.get(session)), VOLUME_SHARE);
            relative(session, Column.DIVIDEND, cash(a.get(session)), cash(b.get(session)), ACTION_SHARE);
            relative(session, Column.SPLIT, split(a.get(session)), split(b.get(session)), ACTION_SHARE);
        }

        /** Adds a row where they are more than the share of the larger one apart; one that is not there never is. */
        private void relative(LocalDate session, Column column, double ofA, double ofB, double share) {
            if (Math.abs(ofA - ofB) > share * Math.max(Math.abs(ofA), Math.abs(ofB))) {
                rows.add(new Difference(session, column, ofA, ofB));
            }
        }

        private Map<Column, Integer> counts() {
            Map<Column, Integer> counts = new EnumMap<>(Column.class);
            for (Column column : Column.values()) {
                counts.put(column, 0);
            }
            rows.forEach(row -> counts.merge(row.column(), 1, Integer::sum));
            return counts;
        }

        private static double close(@Nullable RawBar bar) {
            return bar == null ? Double.NaN : bar.close();
        }

        private static double volume(@Nullable RawBar bar) {
            return bar == null ? Double.NaN : bar.volume();
        }

        /** Zero where there is no row: nothing is known to be paid. */
        private static double cash(@Nullable RawBar bar) {
            return bar == null ? 0 : bar.dividend() + bar.capitalGain();
        }

        /** One where none is known, so that a written 1:1 is none. */
        private static double split(@Nullable RawBar bar) {
            return bar == null || bar.split() == 0 ? 1 : bar.split();
        }
    }
}
