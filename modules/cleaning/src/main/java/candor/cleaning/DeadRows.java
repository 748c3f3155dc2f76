// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.cleaning.Liveness.Run;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets rows aside that a dead feed wrote: rows that stand still ({@link Liveness}), rows that repeat others
 * ({@link Repetitions}), closes that stand still ({@link StuckCloses}). Where the last row is one of them, there is nothing
 * to forecast from, and the run stops.
 */
final class DeadRows {

    private final CleaningLog log;
    private final Stops stops;
    private List<RawBar> alive;

    /** Those at the end, ascending. */
    private final List<String> atEnd = new ArrayList<>();

    private LocalDate firstAtEnd = LocalDate.MAX;

    DeadRows(List<RawBar> ascending, CleaningLog log, Stops stops) {
        this.alive = ascending;
        this.log = log;
        this.stops = stops;
    }

    /** Rows from (inclusive) to (exclusive), and what is wrong with them as the rest of a sentence. */
    record Stretch(int from, int to, String finding) {

        int length() {
            return to - from;
        }
    }

    /**
     * The rows without those.
     *
     * @param ascending one row a session
     * @param withVolume whether the source has volumes
     */
    static List<RawBar> setAside(List<RawBar> ascending, boolean withVolume, CleaningLog log, Stops stops) {
        DeadRows dead = new DeadRows(ascending, log, stops);
        dead.remove(still(ascending, withVolume));
        dead.remove(Repetitions.of(dead.alive));
        dead.remove(StuckCloses.of(dead.alive));
        if (!dead.atEnd.isEmpty()) {
            dead.stop(ascending.getLast().session());
        }
        return dead.alive;
    }

    private static List<Stretch> still(List<RawBar> rows, boolean withVolume) {
        List<Stretch> found = new ArrayList<>();
        for (Run run : Liveness.dead(rows, withVolume)) {
            double price = rows.get(run.from()).close();
            String how = switch (run.volumes()) {
                case NONE -> ", at a price of " + price + " and without volume";
                case REPEATED -> ", volume included";
                case ALIVE -> ", at a price of " + price + ", with volumes that go on";
            };
            boolean moves = rows.subList(run.from(), run.to()).stream()
                    .anyMatch(row -> row.close() != rows.get(run.from() - 1).close());
            String what = moves ? "hardly differ" : "only repeat";
            String end = run.length() == 1 ? "s" : "";
            found.add(new Stretch(
                    run.from(), run.to(), what + end + (moves ? " from" : "") + " what stood before" + how));
        }
        return found;
    }

    /** @param found ascending, apart from each other */
    private void remove(List<Stretch> found) {
        List<RawBar> kept = new ArrayList<>();
        int next = 0;
        for (Stretch stretch : found) {
            kept.addAll(alive.subList(next, stretch.from()));
            next = stretch.to();
            report(stretch);
        }
        kept.addAll(alive.subList(next, alive.size()));
        alive = found.isEmpty() ? alive : kept;
    }

    private void report(Stretch stretch) {
        List<RawBar> rows = alive.subList(stretch.from(), stretch.to());
        LocalDate first = rows.getFirst().session();
        LocalDate last = rows.getLast().session();
        String evidence = (stretch.length() == 1
                        ? "the row of " + first
                        : stretch.length() + " rows from " + first + " to " + last)
                + " " + stretch.finding();
        rows.forEach(row -> log.quarantine(row, CleaningLog.ROW, row.pricesAndVolume(), Liveness.RULE, evidence));
        if (stretch.to() == alive.size()) {
            atEnd.addFirst(evidence);
            firstAtEnd = first;
        }
    }

    private void stop(LocalDate last) {
        LocalDate live = alive.getLast().session();
        stops.check(
                Liveness.RULE,
                firstAtEnd,
                last,
                String.join("; ", atEnd) + ": the feed has died, and such rows would make a forecast far too sure",
                "get later bars, or forecast with --as-of " + live + ", the last session that is alive");
    }
}
