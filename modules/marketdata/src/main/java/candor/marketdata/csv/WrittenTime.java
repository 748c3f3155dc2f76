package candor.marketdata.csv;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The time of day that stands behind a date.
 *
 * @param second of the day, from 0 to 86,399
 * @param universal whether it is UTC's: such a time does not say which zone's day is meant
 */
record WrittenTime(int second, boolean universal) {

    /**
     * What can follow a date, with or without it: a time such as T16:00:00.000Z, 4:00 PM, 160000 or 16:00:00 US/Eastern.
     * Two blanks stand before it in files of Interactive Brokers.
     */
    static final String PATTERN =
            "(?:(?:T|-(?=[0-9]{2}:)|[,;]?\\h{1,2})(?<hour>[0-9]{1,2})(?::|(?<=[0-9]{2}))(?<minute>[0-9]{2})"
                    + "(?::?(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?(?:\\h?(?<half>[AP])\\.?M\\.?)?(?:\\h?(?<zone>"
                    + "Z|[+-][0-9]{2}:?[0-9]{2}|(?:[A-Z]{2,4}|[A-Z]{2,9}(?:/[A-Z_]{2,20}){1,2})(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?))?"
                    + "(?:\\h\\([^()]{1,40}\\))?)?";

    /** As {@link #PATTERN}, of digits that follow those of the date at once. */
    static final String DIGITS =
            "(?<hour>[01][0-9]|2[0-3])(?<minute>[0-5][0-9])(?<second>[0-5][0-9])?" + "(?<half>[AP]){0}(?<zone>Z){0}";

    private static final Set<String> UNIVERSAL =
            Set.of("Z", "UTC", "GMT", "ETC/UTC", "+00:00", "-00:00", "+0000", "-0000", "GMT+0000");
    private static final int HALF_DAY = 12;
    private static final int LAST_SECOND = 86_399;

    /** The time in the groups of {@link #PATTERN}; null where there is none. */
    static @Nullable WrittenTime of(Matcher found) {
        if (found.group("hour") == null) {
            return null;
        }
        int hour = Integer.parseInt(found.group("hour"));
        String half = found.group("half");
        if (half != null) {
            hour = hour % HALF_DAY + (half.equalsIgnoreCase("P") ? HALF_DAY : 0);
        }
        int seconds = found.group("second") == null ? 0 : Integer.parseInt(found.group("second"));
        int second = hour * 3600 + Integer.parseInt(found.group("minute")) * 60 + seconds;
        String zone = found.group("zone");
        return new WrittenTime(
                Math.min(second, LAST_SECOND), zone != null && UNIVERSAL.contains(zone.toUpperCase(Locale.ROOT)));
    }
}
