package candor.benchmarks.repair;

import java.util.List;
import java.util.stream.IntStream;

/** Dividends that are listed and were not paid, or were paid and are not listed, or not adjusted for. */
final class ListFaults {

    private static final int FURTHEST = 6;

    private ListFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("not adjusted for", (draft, place, draw) -> notAdjusted(draft, place, draw, false)),
                new Fault("the last not adjusted for", (draft, place, draw) -> notAdjusted(draft, place, draw, true)),
                new Fault("not listed", ListFaults::notListed),
                new Fault("listed on another day", ListFaults::moved),
                new Fault("listed again", (draft, place, draw) -> again(draft, place, draw, false, 1)),
                new Fault("listed and adjusted for again", (draft, place, draw) -> again(draft, place, draw, true, 1)),
                new Fault(
                        "listed and adjusted for again, other amount",
                        (draft, place, draw) -> again(draft, place, draw, true, draw.between(0.92, 1.08))),
                new Fault("never paid", ListFaults::neverPaid));
    }

    private static boolean notAdjusted(Draft draft, Third place, Draw draw, boolean last) {
        int[] all = draft.exDates();
        if (all.length == 0 || !draft.adjusted()) {
            return false;
        }
        int ex = all[last ? all.length - 1 : place.of(draw, all.length)];
        draft.adjustFor(ex, 0);
        return AmountFaults.isMaterial(draft, ex);
    }

    private static boolean notListed(Draft draft, Third place, Draw draw) {
        int[] all = draft.exDates();
        if (all.length < 3 || !draft.adjusted()) {
            return false;
        }
        int ex = all[place.of(draw, all.length)];
        draft.list(ex, 0);
        return AmountFaults.isMaterial(draft, ex);
    }

    private static boolean moved(Draft draft, Third place, Draw draw) {
        int[] all = draft.exDates();
        if (all.length == 0 || !draft.adjusted()) {
            return false;
        }
        int ex = all[place.of(draw, all.length)];
        int other = ex + (draw.chance(0.5) ? 1 : -1) * draw.whole(1, FURTHEST);
        if (!isFree(draft, ex, other)) {
            return false;
        }
        draft.list(ex, 0);
        draft.list(other, draft.dividend(ex));
        hideSmall(draft, ex);
        return AmountFaults.isMaterial(draft, ex);
    }

    /** Only the price can tell, and does not where the day's moves are as large. */
    private static void hideSmall(Draft draft, int ex) {
        if (!draft.shows(ex)) {
            draft.hide();
        }
    }

    private static boolean again(Draft draft, Third place, Draw draw, boolean adjusted, double factor) {
        int[] all = draft.exDates();
        if (all.length == 0 || (adjusted && !draft.adjusted())) {
            return false;
        }
        int ex = all[place.of(draw, all.length)];
        int other = ex - (factor == 1 ? draw.whole(1, FURTHEST) : draw.of(List.of(1, -1)));
        if (!isFree(draft, ex, other) || draft.dividend(other) > 0) {
            return false;
        }
        draft.list(other, draft.dividend(ex) * factor);
        if (factor != 1) {
            hideSmall(draft, ex);
        }
        if (adjusted) {
            draft.adjustFor(other, draft.dividend(ex) * factor);
        }
        return AmountFaults.isMaterial(draft, ex);
    }

    /** No other dividend within three weeks. */
    private static boolean isFree(Draft draft, int ex, int other) {
        return other >= 1
                && other < draft.size() - 1
                && IntStream.rangeClosed(Math.max(1, ex - 15), Math.min(draft.size() - 1, ex + 15))
                        .allMatch(i -> i == ex || draft.dividend(i) == 0);
    }

    /** An amount as the others, on a day between those of a regular payer. */
    private static boolean neverPaid(Draft draft, Third place, Draw draw) {
        int[] all = draft.exDates();
        if (all.length < 4 || !isRegular(all) || !draft.adjusted()) {
            return false;
        }
        int k = Math.min(all.length - 2, place.of(draw, all.length));
        int between = (all[k] + all[k + 1]) / 2;
        draft.list(between, draft.dividend(all[k]));
        return all[k + 1] - all[k] > 30 && AmountFaults.isMaterial(draft, all[k]);
    }

    private static boolean isRegular(int[] exDates) {
        int[] distances = IntStream.range(1, exDates.length)
                .map(k -> exDates[k] - exDates[k - 1])
                .sorted()
                .toArray();
        return distances[0] > 0.8 * distances[distances.length - 1];
    }
}
