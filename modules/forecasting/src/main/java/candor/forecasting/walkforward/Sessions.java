package candor.forecasting.walkforward;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** The sessions of a walk-forward: where it begins, where it refits, and what follows the last one. */
final class Sessions {

    private final PriceHistory history;
    private final TradingCalendar calendar;
    private final RefitSchedule schedule;
    private final int firstOrigin;
    private final int beginning;
    private final BitSet refits = new BitSet();

    /** The refits at which candidates are fitted, by the sessions between their fits at least. */
    private final Map<Integer, BitSet> fits = new TreeMap<>();

    /**
     * @throws NotEnoughRows if no candidate can forecast from any origin
     */
    Sessions(PriceHistory history, FeatureTable selected, TradingCalendar calendar, ForecastPlan plan) {
        if (selected.size() != history.size()) {
            throw new IllegalArgumentException(
                    selected.size() + " rows of features for " + history.size() + " sessions");
        }
        this.history = history;
        this.calendar = calendar;
        this.schedule = plan.schedule();
        this.firstOrigin = firstOrigin(history, selected, plan);
        this.beginning = Math.min(plan.earliestOrigin(), firstOrigin);
        if (beginning < firstOrigin) {
            refits.set(beginning);
        }
        for (int origin = firstOrigin; origin < history.size(); origin++) {
            refits.set(origin, schedule.refitsAt(origin - firstOrigin, after(origin, 1)));
        }
        for (Candidate candidate : Candidates.ALL) {
            fits.computeIfAbsent(plan.refitEvery(candidate), this::refitsEvery);
        }
    }

    /** Among the refits the first, and each that comes so many sessions or more after the one before it. */
    private BitSet refitsEvery(int least) {
        BitSet chosen = new BitSet();
        int before = firstOrigin - least;
        for (int refit = refits.nextSetBit(firstOrigin); refit >= 0; refit = refits.nextSetBit(refit + 1)) {
            if (refit - before >= least) {
                chosen.set(refit);
                before = refit;
            }
        }
        return chosen;
    }

    /** That with enough usable rows; where none has, the history's end, if a candidate does not wait for them. */
    private static int firstOrigin(PriceHistory history, FeatureTable selected, ForecastPlan plan) {
        int minimumRows = plan.settings().minimumRows();
        int usable = 0;
        for (int t = 1; t < selected.size(); t++) {
            if (selected.complete(t - 1) && !history.breaksBefore(t)) {
                usable++;
            }
            if (usable == minimumRows) {
                return t;
            }
        }
        if (plan.earliestOrigin() < history.size()) {
            return history.size();
        }
        throw NotEnoughRows.of(history, usable, minimumRows, plan.earliestOrigin());
    }

    /** The first origin of all. */
    int beginning() {
        return beginning;
    }

    /** Whether an origin comes before there are enough rows: only candidates that do not wait for them forecast there. */
    boolean isEarly(int origin) {
        return origin < firstOrigin;
    }

    boolean refitsAt(int origin) {
        return refits.get(origin);
    }

    /**
     * The refit origin whose fit of a candidate is in use at a refit: that refit itself, but for candidates that are
     * fitted less often.
     *
     * @param every sessions between fits of the candidate at least
     */
    int lastFit(int refit, int every) {
        return fits.getOrDefault(every, refits).previousSetBit(refit);
    }

    /** The last refit origin up to a session; -1 where there is none. */
    int lastRefit(int session) {
        return session < 0 ? -1 : refits.previousSetBit(session);
    }

    /**
     * The last refit origin of the history.
     *
     * @throws IllegalArgumentException if there is none
     */
    int lastRefit() {
        int last = lastRefit(history.size() - 1);
        if (last < 0) {
            throw new IllegalArgumentException("the schedule " + schedule + " has no refit in "
                    + history.session(firstOrigin) + ".." + history.session(history.size() - 1));
        }
        return last;
    }

    /** How many refits of all candidates there are. */
    int refits() {
        return refits.get(firstOrigin, Math.max(refits.length(), firstOrigin)).cardinality();
    }

    /** The session that lies so many sessions after the origin, by the calendar where the history has ended. */
    LocalDate after(int origin, int sessions) {
        int last = history.size() - 1;
        int beyond = origin + sessions - last;
        return beyond <= 0 ? history.session(origin + sessions) : calendar.sessionAfter(history.session(last), beyond);
    }
}
