package candor.forecasting.walkforward;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** At which origins the coefficients are fitted again. Never depends on where the history ends. */
public sealed interface RefitSchedule {

    /**
     * Whether to refit at an origin.
     *
     * @param originsSinceFirst 0 at the first origin of the walk-forward
     * @param nextSession the session after the origin
     */
    boolean refitsAt(int originsSinceFirst, LocalDate nextSession);

    /** Every so many sessions, the first origin being the first refit. */
    static RefitSchedule everySessions(int sessions) {
        return new EverySessions(sessions);
    }

    /** At the origins whose next session is one of the dates. */
    static RefitSchedule onTargetDates(SortedSet<LocalDate> dates) {
        return new OnTargetDates(dates);
    }

    /**
     * @param sessions &ge; 1
     */
    record EverySessions(int sessions) implements RefitSchedule {

        public EverySessions {
            if (sessions < 1) {
                throw new IllegalArgumentException("refit every " + sessions + " sessions: want at least 1");
            }
        }

        @Override
        public boolean refitsAt(int originsSinceFirst, LocalDate nextSession) {
            return originsSinceFirst % sessions == 0;
        }
    }

    /**
     * @param dates first sessions that are forecast with the new coefficients
     */
    record OnTargetDates(SortedSet<LocalDate> dates) implements RefitSchedule {

        public OnTargetDates {
            dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
        }

        @Override
        public boolean refitsAt(int originsSinceFirst, LocalDate nextSession) {
            return dates.contains(nextSession);
        }
    }
}
