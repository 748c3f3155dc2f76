package candor.benchmarks.repair;

import java.util.ArrayList;
import java.util.List;

/** Splits that the file names, and that a provider applied to the wrong rows. */
final class SplitFaults {

    private static final List<Double> SMALL = List.of(1.5, 2.0, 3.0, 0.5, 4.0);
    private static final List<Double> LARGE = List.of(5.0, 10.0, 20.0, 0.1, 0.05, 0.02);
    private static final int SHORT_FILE = 22;

    private SplitFaults() {}

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        for (boolean large : new boolean[] {false, true}) {
            List<Double> ratios = large ? LARGE : SMALL;
            String size = large ? ", 5 and more" : ", below 5";
            for (boolean twice : new boolean[] {false, true}) {
                String what = twice ? "split applied twice" : "split not applied";
                all.add(new Fault(what + size, (draft, place, draw) -> old(draft, place, draw, ratios, twice)));
                all.add(new Fault(what + size + ", 22 rows", (draft, place, draw) -> {
                    int from = draw.whole(0, Math.max(0, draft.size() - SHORT_FILE));
                    draft.cut(from, Math.min(draft.size(), from + SHORT_FILE));
                    return old(draft, place, draw, ratios, twice);
                }));
            }
            all.add(new Fault("split some days off" + size, (draft, place, draw) -> off(draft, place, draw, ratios)));
        }
        return all;
    }

    private static boolean old(Draft draft, Third place, Draw draw, List<Double> ratios, boolean twice) {
        int ex = place.row(draw, draft.size());
        double ratio = draw.of(ratios);
        list(draft, ex, ratio);
        double factor = twice ? 1 / ratio : ratio;
        draft.scale(0, ex, factor, 1 / factor);
        return hasNoOther(draft) && draft.size() >= SHORT_FILE;
    }

    /** The rows between the split and the day on which the provider switched. */
    private static boolean off(Draft draft, Third place, Draw draw, List<Double> ratios) {
        int ex = place.row(draw, draft.size());
        double ratio = draw.of(ratios);
        list(draft, ex, ratio);
        int days = draw.whole(1, 10);
        if (draw.chance(0.5)) {
            draft.scale(Math.max(1, ex - days), ex, ratio, 1 / ratio);
        } else {
            draft.scale(ex, Math.min(draft.size() - 1, ex + days), 1 / ratio, ratio);
        }
        return hasNoOther(draft) && draft.size() > 60 && draft.isTraded(ex) && ex < draft.size() - 12;
    }

    private static void list(Draft draft, int ex, double ratio) {
        draft.set(ex, row -> row.withActions(row.dividend(), ratio, row.capitalGain()));
    }

    private static boolean hasNoOther(Draft draft) {
        return draft.adjusted()
                && draft.right().stream().filter(row -> row.split() > 0).count() == 1;
    }
}
