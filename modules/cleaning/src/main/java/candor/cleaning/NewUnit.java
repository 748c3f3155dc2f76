// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.cleaning.repair.RepairResult;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks where a few rows at the end decide what a price of today is: they stand 100 times above or below all before them, and
 * repair brought one side to the other. No return depends on which it was, but the level of a forecast does: a unit that was
 * mistaken, one that is new, and shares joined 1:100 look alike. Up to four rows are mistaken, as repair has it, unless their
 * volume fell or rose as shares do in a split.
 */
final class NewUnit {

    static final String RULE = "new-unit";

    /** The rule by which repair changes units. */
    private static final String UNITS = "unit-100x";

    private static final double FACTOR = 100;

    /** A unit that has been there for a quarter is no mistake. */
    private static final int QUARTER = 63;

    private static final int MONTH = 21;

    private final List<RawBar> given;
    private final Set<LocalDate> changed = new HashSet<>();

    private NewUnit(List<RawBar> given, RepairResult repaired) {
        this.given = given;
        repaired.log().stream()
                .filter(entry -> entry.rule().equals(UNITS) && entry.column().equals("close"))
                .forEach(entry -> changed.add(entry.session()));
    }

    /** @param given the rows before repair, ascending */
    static void ask(List<RawBar> given, RepairResult repaired, Rulings rulings, Stops stops) {
        NewUnit unit = new NewUnit(given, repaired);
        int from = unit.changed.isEmpty() ? 0 : unit.from();
        if (from > 0 && !rulings.isReal(given.get(from).session())) {
            unit.ask(from, stops);
        }
    }

    /** The first row of the few at the end, or 0. */
    private int from() {
        int from = given.size();
        boolean last = lastAreChanged();
        while (from > 0 && isChanged(from - 1) == last) {
            from--;
        }
        int few = given.size() - from;
        boolean doubtful = last
                ? from >= MONTH && countsSharesAnew(from)
                : few <= QUARTER && given.stream().limit(from).allMatch(this::isChangedOrEmpty);
        return doubtful ? from : 0;
    }

    private boolean lastAreChanged() {
        return isChanged(given.size() - 1);
    }

    private boolean isChanged(int i) {
        return changed.contains(given.get(i).session());
    }

    private boolean isChangedOrEmpty(RawBar row) {
        return changed.contains(row.session()) || !(row.close() > 0);
    }

    /** Whether volumes step the other way by more than half as much, as logarithm. */
    private boolean countsSharesAnew(int from) {
        double before = middleVolume(from - MONTH, from);
        double after = middleVolume(from, given.size());
        double shares = isAbove(from) ? before / after : after / before;
        return StrictMath.log(shares) > StrictMath.log(FACTOR) / 2;
    }

    private double middleVolume(int from, int to) {
        double[] sorted = given.subList(from, to).stream()
                .mapToDouble(RawBar::volume)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private boolean isAbove(int from) {
        return given.get(from).close() > given.get(from - 1).close();
    }

    private void ask(int from, Stops stops) {
        RawBar first = given.get(from);
        RawBar before = given.get(from - 1);
        String day = first.session().toString();
        int few = given.size() - from;
        String ratio = Ratio.text(isAbove(from) ? 1 / FACTOR : FACTOR);
        stops.check(
                RULE,
                first.session(),
                given.getLast().session(),
                "line " + first.line() + ": the last " + (few == 1 ? "row, of " : few + " rows, from ") + day
                        + (few == 1 ? "" : " on") + ", stand" + (few == 1 ? "s" : "") + " 100 times "
                        + (isAbove(from) ? "above" : "below") + " all before, close " + first.close() + " after "
                        + before.close() + " on " + before.session()
                        + ": a unit that is wrong, a new one, or a split, and the level of a forecast depends on which",
                "correct these rows where their unit is wrong, or say what it is: --split " + day + "=" + ratio
                        + " for a split, --real " + day + " for "
                        + (lastAreChanged() ? "a wrong unit, which is put right" : "a unit that is new since then")
                        + "; or forecast with --as-of " + before.session() + ", the session before");
    }
}
