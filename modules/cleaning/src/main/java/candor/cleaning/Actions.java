package candor.cleaning;

import candor.forecasting.market.CorporateAction;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects dividends and splits from all rows, also from those that are set aside for their prices: an action of a day
 * without a bar still lies between its neighbours.
 */
final class Actions {

    private Actions() {}

    static boolean arePossible(RawBar row) {
        return row.dividend() >= 0
                && row.dividend() < Double.POSITIVE_INFINITY
                && row.split() >= 0
                && row.split() < Double.POSITIVE_INFINITY
                && row.capitalGain() >= 0
                && row.capitalGain() < Double.POSITIVE_INFINITY;
    }

    /** The row's dividend and split as text, and its capital gain where there is one. */
    static String values(RawBar row) {
        return "dividend " + row.dividend() + ", split " + row.split()
                + (row.capitalGain() == 0 ? "" : ", capital gain " + row.capitalGain());
    }

    /**
     * The actions, ascending by session. A session whose rows contradict each other or are impossible has none; where
     * adjusted closes must be computed from the actions that would be a wrong return, and a person has to look.
     *
     * @param rows ascending by session, without duplicates
     */
    static List<CorporateAction> of(List<RawBar> rows, boolean hasAdjustedClose, Stops stops) {
        Map<LocalDate, RawBar> bySession = new TreeMap<>();
        Map<LocalDate, RawBar> doubtful = new TreeMap<>();
        for (RawBar row : rows) {
            RawBar same = bySession.putIfAbsent(row.session(), row);
            boolean agrees = same == null
                    || (same.dividend() == row.dividend()
                            && same.split() == row.split()
                            && same.capitalGain() == row.capitalGain());
            if (!agrees || !arePossible(row)) {
                doubtful.put(row.session(), row);
            }
        }
        if (!hasAdjustedClose && !doubtful.isEmpty()) {
            RawBar row = doubtful.values().iterator().next();
            stops.check(
                    "impossible-action",
                    row.session(),
                    row.session(),
                    "line " + row.line() + ", " + row.session() + ": " + values(row)
                            + " is impossible or differs from another row of that session, and there is no adjusted"
                            + " close to go by",
                    "correct the dividend or split, or add an Adj Close column");
        }
        bySession.keySet().removeAll(doubtful.keySet());
        List<CorporateAction> actions = new ArrayList<>();
        bySession.values().forEach(row -> addActions(row, actions));
        return actions;
    }

    private static void addActions(RawBar row, List<CorporateAction> actions) {
        double cash = row.dividend() + row.capitalGain();
        if (cash > 0) {
            actions.add(new CorporateAction.Dividend(row.session(), cash));
        }
        if (row.split() > 0 && row.split() != 1) {
            actions.add(new CorporateAction.Split(row.session(), row.split()));
        }
    }
}
