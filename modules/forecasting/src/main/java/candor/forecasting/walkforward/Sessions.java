package candor.forecasting.walkforward;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.BitSet;

/** The sessions of a walk-forward: where it begins, where it refits, and what follows the last one. */
final class Sessions {

    private final PriceHistory history;
    private final TradingCalendar calendar;
    private final RefitSchedule schedule;
    private final int firstOrigin;
    private final BitSet boosts;

    /**
     * @throws NotEnoughRows if there is no origin with so many usable rows
     */
    Sessions(PriceHistory history, FeatureTable selected, TradingCalendar calendar, ForecastPlan plan) {
        if (selected.size() != history.size()) {
            throw new IllegalArgumentException(
                    selected.size() + " rows of features for " + history.size() + " sessions");
        }
        this.history = history;
        this.calendar = calendar;
        this.schedule = plan.schedule();
        this.firstOrigin = firstOrigin(selected, plan.settings().minimumRows());
        this.boosts = boosts(plan.settings().boosting().refitEvery());
    }

    private BitSet boosts(int every) {
        BitSet origins = new BitSet();
        for (int origin = firstOrigin, last = origin - every; origin < history.size(); origin++) {
            if (origin - last >= every && refitsAt(origin)) {
                origins.set(origin);
                last = origin;
            }
        }
        return origins;
    }

    private static int firstOrigin(FeatureTable selected, int minimumRows) {
        int usable = 0;
        for (int t = 1; t < selected.size(); t++) {
            if (selected.complete(t - 1)) {
                usable++;
            }
            if (usable == minimumRows) {
                return t;
            }
        }
        throw new NotEnoughRows(usable, minimumRows);
    }

    int firstOrigin() {
        return firstOrigin;
    }

    boolean refitsAt(int origin) {
        return origin >= firstOrigin && schedule.refitsAt(origin - firstOrigin, after(origin, 1));
    }

    /** Whether trees are grown anew at a refit origin: at the first, and where the last time is long enough ago. */
    boolean boostsAt(int origin) {
        return boosts.get(origin);
    }

    /** The last origin up to a refit at which trees are grown. */
    int lastBoost(int refit) {
        return boosts.previousSetBit(refit);
    }

    /** The last refit origin of the history. */
    int lastRefit() {
        for (int origin = history.size() - 1; origin >= firstOrigin; origin--) {
            if (refitsAt(origin)) {
                return origin;
            }
        }
        throw new IllegalArgumentException("the schedule " + schedule + " has no refit in "
                + history.session(firstOrigin) + ".." + history.session(history.size() - 1));
    }

    /** The session that lies so many sessions after the origin, by the calendar where the history has ended. */
    LocalDate after(int origin, int sessions) {
        int last = history.size() - 1;
        int beyond = origin + sessions - last;
        return beyond <= 0 ? history.session(origin + sessions) : calendar.sessionAfter(history.session(last), beyond);
    }
}
