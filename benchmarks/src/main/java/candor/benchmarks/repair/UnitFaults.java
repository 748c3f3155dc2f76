package candor.benchmarks.repair;

import java.util.ArrayList;
import java.util.List;

/** Prices in hundredths, or hundreds: one feed in pence, the other in pounds. */
final class UnitFaults {

    private static final int SHORTEST = 60;

    private UnitFaults() {}

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        for (double factor : new double[] {100, 0.01}) {
            String size = factor > 1 ? " x100" : " /100";
            all.add(new Fault("row" + size, (draft, place, draw) -> rows(draft, place, draw, factor, 1)));
            all.add(new Fault(
                    "stretch" + size, (draft, place, draw) -> rows(draft, place, draw, factor, draw.whole(2, 40))));
            all.add(new Fault("old rows" + size, (draft, place, draw) -> {
                int to = place.row(draw, draft.size());
                draft.scale(0, to, factor, 1);
                return draft.size() >= SHORTEST && draft.size() - to > 5;
            }));
            all.add(new Fault("cell" + size, (draft, place, draw) -> cell(draft, place, draw, factor)));
            all.add(new Fault("adjusted close" + size, (draft, place, draw) -> {
                draft.change(place.row(draw, draft.size()), row -> row.withAdjustedClose(row.adjustedClose() * factor));
                return draft.adjusted();
            }));
        }
        return all;
    }

    private static boolean rows(Draft draft, Third place, Draw draw, double factor, int length) {
        int from = place.row(draw, draft.size());
        draft.scale(from, Math.min(draft.size() - 1, from + length), factor, 1);
        return draft.size() >= SHORTEST && draft.isTraded(from);
    }

    private static boolean cell(Draft draft, Third place, Draw draw, double factor) {
        int i = place.row(draw, draft.size());
        switch (draw.whole(0, 3)) {
            case 0 -> draft.change(i, row -> row.withPrices(row.open() * factor, row.high(), row.low(), row.close()));
            case 1 -> draft.change(i, row -> row.withPrices(row.open(), row.high() * factor, row.low(), row.close()));
            case 2 -> draft.change(i, row -> row.withPrices(row.open(), row.high(), row.low() * factor, row.close()));
            default -> draft.change(i, row -> row.withPrices(row.open(), row.high(), row.low(), row.close() * factor));
        }
        return true;
    }
}
