// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.cleaning;

import candor.pipeline.cleaning.Liveness.Run;
import candor.pipeline.port.RawBar;
import java.util.ArrayList;
import java.util.List;

/** Sets dead rows aside; where the last row is one of them, there is nothing to forecast from, and the run stops. */
final class DeadRows {

    private final CleaningLog log;
    private final Stops stops;

    DeadRows(CleaningLog log, Stops stops) {
        this.log = log;
        this.stops = stops;
    }

    /** @param ascending one row a session */
    List<RawBar> setAside(List<RawBar> ascending, boolean withVolume) {
        List<Run> dead = Liveness.dead(ascending, withVolume);
        if (dead.isEmpty()) {
            return ascending;
        }
        List<RawBar> alive = new ArrayList<>();
        int next = 0;
        for (Run run : dead) {
            alive.addAll(ascending.subList(next, run.from()));
            next = run.to();
            report(run, ascending);
        }
        alive.addAll(ascending.subList(next, ascending.size()));
        return alive;
    }

    private void report(Run run, List<RawBar> rows) {
        RawBar first = rows.get(run.from());
        RawBar last = rows.get(run.to() - 1);
        RawBar live = rows.get(run.from() - 1);
        String what = (run.length() == 1 ? "the row of " : run.length() + " rows from ")
                + first.session()
                + (run.length() == 1 ? "" : " to " + last.session());
        String how = switch (run.volumes()) {
            case NONE -> ", at a price of " + first.close() + " and without volume";
            case REPEATED -> ", volume included";
            case ALIVE -> ", at a price of " + first.close() + ", with volumes that go on";
        };
        String evidence = what + " only repeat" + (run.length() == 1 ? "s" : "") + " what stood before" + how;
        for (RawBar row : rows.subList(run.from(), run.to())) {
            log.quarantine(row, CleaningLog.ROW, row.pricesAndVolume(), Liveness.RULE, evidence);
        }
        if (run.to() == rows.size()) {
            stops.check(
                    Liveness.RULE,
                    first.session(),
                    last.session(),
                    evidence + ": the feed has died, and such rows would make a forecast far too sure",
                    "get later bars, or forecast with --as-of " + live.session() + ", the last session that is alive");
        }
    }
}
