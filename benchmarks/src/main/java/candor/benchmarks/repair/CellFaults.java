package candor.benchmarks.repair;

import candor.store.port.RawBar;
import java.util.List;

/** Single cells, and what funds' gains spoil. */
final class CellFaults {

    private CellFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("high and low exchanged", CellFaults::exchanged),
                new Fault("adjusted close missing", (draft, place, draw) -> {
                    draft.change(place.row(draw, draft.size()), row -> row.withAdjustedClose(Double.NaN));
                    return draft.adjusted();
                }),
                new Fault("close missing", (draft, place, draw) -> {
                    draft.change(
                            place.row(draw, draft.size()),
                            row -> row.withPrices(row.open(), row.high(), row.low(), Double.NaN));
                    return draft.adjusted();
                }),
                new Fault("gain counted twice", CellFaults::gainsTwice));
    }

    private static boolean exchanged(Draft draft, Third place, Draw draw) {
        int i = place.row(draw, draft.size());
        draft.change(i, row -> row.withPrices(row.open(), row.low(), row.high(), row.close()));
        RawBar row = draft.right().get(i);
        return row.high() > row.low() * 1.001;
    }

    /** The dividend holds the gain already, and the provider adjusts for both. */
    private static boolean gainsTwice(Draft draft, Third place, Draw draw) {
        boolean found = false;
        for (int i = 1; i < draft.size(); i++) {
            RawBar row = draft.row(i);
            if (row.capitalGain() > 0 && draft.adjusted()) {
                double whole = row.dividend() + row.capitalGain();
                draft.set(i, each -> each.withActions(whole, each.split(), each.capitalGain()));
                draft.adjustFor(i, whole + row.capitalGain());
                found = true;
            }
        }
        return found;
    }
}
