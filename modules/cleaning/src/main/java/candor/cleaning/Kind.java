// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.store.port.RawBar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Series that are no daily bars of an exchange in New York, told by when they have rows. */
enum Kind {
    INTRADAY("several rows a day, as of intraday bars", "give daily bars, one row for each session"),
    MONTHLY("one row a month", "give daily bars, not monthly ones"),
    WEEKLY("one row a week", "give daily bars, not weekly ones"),
    EVERY_DAY(
            "rows on Saturdays and Sundays as on other days, as of a crypto currency",
            "give the bars of a share or fund; what trades on every day has no sessions that Candor knows"),
    DAY_EARLY(
            "rows from Sunday to Thursday, none on Fridays: days of another time zone, or an exchange of another week",
            "write each row under its session's day in New York, in most files one day later"),
    DAY_LATE(
            "rows from Tuesday to Saturday, none on Mondays: days of another time zone",
            "write each row under its session's day in New York, in most files one day earlier");

    /** With fewer days the kind is left open. */
    private static final int FEWEST = 10;

    /** Of all rows: a day of the week has a fifth in a series of five days, a seventh in one of seven. */
    private static final double MANY = 0.1;

    private static final double HARDLY_ANY = 0.01;

    private final String what;
    private final String remedy;

    Kind(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }

    /** @param ascending by session */
    static Optional<Kind> of(List<RawBar> ascending) {
        List<LocalDate> days = new ArrayList<>();
        int several = 0;
        int from = 0;
        for (int to = 1; to <= ascending.size(); to++) {
            if (to == ascending.size() || !session(ascending, to).equals(session(ascending, from))) {
                days.add(session(ascending, from));
                several += differ(ascending.subList(from, to)) ? 1 : 0;
                from = to;
            }
        }
        if (days.size() < FEWEST) {
            return Optional.empty();
        }
        return 2 * several > days.size() ? Optional.of(INTRADAY) : ofDays(days);
    }

    private static LocalDate session(List<RawBar> rows, int index) {
        return rows.get(index).session();
    }

    private static boolean differ(List<RawBar> ofOneDay) {
        return ofOneDay.size() > 1
                && ofOneDay.stream().map(row -> row.withLine(0)).distinct().count() > 1;
    }

    private static Optional<Kind> ofDays(List<LocalDate> days) {
        int[] apart = new int[days.size() - 1];
        for (int i = 0; i < apart.length; i++) {
            apart[i] =
                    Math.toIntExact(days.get(i + 1).toEpochDay() - days.get(i).toEpochDay());
        }
        Arrays.sort(apart);
        int usual = apart[apart.length / 2];
        if (usual >= 5) {
            return usual <= 9 ? Optional.of(WEEKLY) : usual <= 35 ? Optional.of(MONTHLY) : Optional.empty();
        }
        int[] count = new int[DayOfWeek.SUNDAY.getValue() + 1];
        days.forEach(day -> count[day.getDayOfWeek().getValue()]++);
        boolean saturdays = share(count, DayOfWeek.SATURDAY, days) > MANY;
        boolean sundays = share(count, DayOfWeek.SUNDAY, days) > MANY;
        if (saturdays && sundays) {
            return Optional.of(EVERY_DAY);
        }
        if (sundays && share(count, DayOfWeek.FRIDAY, days) < HARDLY_ANY) {
            return Optional.of(DAY_EARLY);
        }
        return saturdays && share(count, DayOfWeek.MONDAY, days) < HARDLY_ANY
                ? Optional.of(DAY_LATE)
                : Optional.empty();
    }

    private static double share(int[] count, DayOfWeek day, List<LocalDate> days) {
        return (double) count[day.getValue()] / days.size();
    }
}
