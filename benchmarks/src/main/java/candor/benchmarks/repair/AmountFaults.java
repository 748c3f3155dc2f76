package candor.benchmarks.repair;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Dividends in another amount than was paid: in the column, in the adjusted closes, or in both. */
final class AmountFaults {

    /** Below this share of the price no fall of a day tells amounts apart. */
    private static final double SMALL = 0.004;

    private static final List<Double> CURRENCIES = List.of(0.0067, 0.13, 7.8, 20.0, 151.0);

    /** Prices fall by three fifths of the cash to the whole: what lies nearer shows in no price. */
    private static final List<Double> LIKE_CURRENCIES = List.of(0.73, 1.27, 1.35);

    private AmountFaults() {}

    static List<Fault> all() {
        return List.of(
                one("listed x100", true, false, 100),
                bare("listed x100, no adjusted closes", 100),
                one("listed /100", true, false, 0.01),
                bare("listed /100, no adjusted closes", 0.01),
                one("adjusted for x100", false, true, 100),
                one("adjusted for /100", false, true, 0.01),
                one("listed and adjusted for x100", true, true, 100),
                one("listed and adjusted for /100", true, true, 0.01),
                one("adjusted for twice the amount", false, true, 2),
                one("listed twice the amount", true, false, 2),
                one("listed half the amount", true, false, 0.5),
                every("all listed x100", true, false, draw -> 100),
                every("all adjusted for /100", false, true, draw -> 0.01),
                every("all listed and adjusted for x100", true, true, draw -> 100),
                every("all adjusted in another currency", false, true, draw -> draw.of(CURRENCIES)),
                every("all adjusted in a like currency", false, true, draw -> draw.of(LIKE_CURRENCIES)));
    }

    private static Fault one(String kind, boolean listed, boolean adjusted, double factor) {
        return new Fault(
                kind,
                (draft, place, draw) -> draft.adjusted() && plantOne(draft, place, draw, listed, adjusted, factor));
    }

    /** Listed in the wrong unit where no adjusted close bears witness. */
    private static Fault bare(String kind, double factor) {
        return new Fault(
                kind, (draft, place, draw) -> !draft.adjusted() && plantOne(draft, place, draw, true, false, factor));
    }

    private static boolean plantOne(
            Draft draft, Third place, Draw draw, boolean listed, boolean adjusted, double factor) {
        int[] all = draft.exDates();
        if (all.length == 0) {
            return false;
        }
        int ex = all[place.of(draw, all.length)];
        spoil(draft, ex, listed, adjusted, factor);
        boolean contradicted = draft.adjusted() && listed != adjusted;
        if (!(contradicted && isUnit(factor)) && !draft.tells(ex, draft.dividend(ex) * factor)) {
            draft.hide();
        }
        return isMaterial(draft, ex) && isPossible(draft, ex, adjusted ? factor : 1);
    }

    private static Fault every(String kind, boolean listed, boolean adjusted, ToDoubleFunction<Draw> factors) {
        return new Fault(kind, (draft, place, draw) -> {
            double factor = factors.applyAsDouble(draw);
            boolean material = false;
            for (int ex : draft.exDates()) {
                spoil(draft, ex, listed, adjusted, factor);
                material |= isMaterial(draft, ex);
            }
            if (LIKE_CURRENCIES.contains(factor)) {
                draft.hide();
            }
            return material && (!adjusted || draft.adjusted());
        });
    }

    private static void spoil(Draft draft, int ex, boolean listed, boolean adjusted, double factor) {
        if (listed) {
            draft.list(ex, draft.dividend(ex) * factor);
        }
        if (adjusted && draft.adjusted()) {
            draft.adjustFor(ex, draft.dividend(ex) * factor);
        }
    }

    static boolean isMaterial(Draft draft, int ex) {
        return draft.dividend(ex) >= SMALL * draft.close(ex - 1);
    }

    /** Whether one of two amounts is absurd, so that it tells itself which. */
    private static boolean isUnit(double factor) {
        return factor >= 100 || factor <= 0.01;
    }

    /** A provider that adjusts for twice half the price would write no adjusted close. */
    private static boolean isPossible(Draft draft, int ex, double factor) {
        return factor >= 100 || draft.dividend(ex) * factor < 0.9 * draft.close(ex - 1);
    }
}
