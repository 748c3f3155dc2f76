// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Splits that a person named: they take the place of what the source lists for that session. */
final class RuledSplits {

    private static final String RULE = "split-ruled";

    private final Rulings rulings;
    private final CleaningLog log;

    RuledSplits(Rulings rulings, CleaningLog log) {
        this.rulings = rulings;
        this.log = log;
    }

    Set<LocalDate> sessions() {
        return new HashSet<>(rulings.splits().keySet());
    }

    /** The rows with each split in the row of its session, or the first after it. */
    List<RawBar> listed(List<RawBar> rows) {
        List<RawBar> changed = new ArrayList<>(rows);
        for (Ruling ruling : rulings.splits().values()) {
            rows.stream()
                    .map(RawBar::session)
                    .filter(session -> !session.isBefore(ruling.session()))
                    .min(Comparator.naturalOrder())
                    .ifPresent(session ->
                            changed.replaceAll(row -> row.session().equals(session) ? split(row, ruling) : row));
        }
        return changed;
    }

    private RawBar split(RawBar row, Ruling ruling) {
        double split = ruling.ratio() == 1 ? 0 : ruling.ratio();
        if (row.split() == split) {
            return row;
        }
        log.repair(row, "split", row.split(), split, RULE, evidence(row, ruling));
        return row.withActions(row.dividend(), split, row.capitalGain());
    }

    private static String evidence(RawBar row, Ruling ruling) {
        return "line " + row.line() + ": " + ruling.by() + " ruled on "
                + LocalDate.ofInstant(ruling.at(), ZoneOffset.UTC) + ": " + ruling.words();
    }

    /**
     * The rows of a source with adjusted closes, those before each split at the level of those after it where they are not
     * there yet.
     *
     * @param rows ascending, one a session, each with close and adjusted close
     */
    List<RawBar> restated(List<RawBar> rows) {
        List<RawBar> changed = new ArrayList<>(rows);
        for (Ruling ruling : rulings.splits().values()) {
            int split = 0;
            while (split < changed.size() && changed.get(split).session().isBefore(ruling.session())) {
                split++;
            }
            if (split > 0 && split < changed.size()) {
                restate(changed, split, ruling);
            }
        }
        return changed;
    }

    private void restate(List<RawBar> rows, int split, Ruling ruling) {
        RawBar before = rows.get(split - 1);
        RawBar after = rows.get(split);
        double prices = shows(before.close(), after.close(), ruling.ratio()) ? ruling.ratio() : 1;
        double adjusted = shows(before.adjustedClose(), after.adjustedClose(), ruling.ratio()) ? ruling.ratio() : 1;
        for (int i = 0; i < split && (prices != 1 || adjusted != 1); i++) {
            RawBar row = rows.get(i);
            RawBar restated = row.withPrices(
                            row.open() / prices, row.high() / prices, row.low() / prices, row.close() / prices)
                    .withAdjustedClose(row.adjustedClose() / adjusted)
                    .withVolume(Math.rint(row.volume() * prices));
            log.repairPrices(row, restated, RULE, evidence(row, ruling));
            rows.set(i, restated);
        }
    }

    /** Whether a step from one to the other is nearer to the split than to none. */
    private static boolean shows(double before, double after, double ratio) {
        double step = StrictMath.log(after / before);
        return Math.abs(step + StrictMath.log(ratio)) < Math.abs(step);
    }
}
