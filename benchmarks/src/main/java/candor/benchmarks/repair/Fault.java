package candor.benchmarks.repair;

import java.util.ArrayList;
import java.util.List;

/**
 * A way in which providers spoil a history.
 *
 * @param kind with its size
 */
record Fault(String kind, Planting planting) {

    /** Puts the fault into a draft. */
    @FunctionalInterface
    interface Planting {

        /** False where the history has no room for it; the draft is then of no use. */
        boolean plant(Draft draft, Third place, Draw draw);
    }

    /** All of them, in the order of the table. */
    static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        all.addAll(UnitFaults.all());
        all.addAll(SplitFaults.all());
        all.addAll(AmountFaults.all());
        all.addAll(ListFaults.all());
        all.addAll(CellFaults.all());
        return all;
    }
}
