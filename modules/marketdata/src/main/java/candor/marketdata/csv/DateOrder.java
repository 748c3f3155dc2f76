package candor.marketdata.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which of the three numbers of a date is which: 03/04/24 is a day in each order. */
enum DateOrder {
    MONTH_FIRST("month first"),
    DAY_FIRST("day first"),
    YEAR_FIRST("year first");

    private final String title;

    DateOrder(String title) {
        this.title = title;
    }

    /** The words that provenance and messages have for it. */
    String title() {
        return title;
    }

    /** The day that three numbers are in this order; null where there is none. */
    @Nullable
    LocalDate day(int first, int second, int third) {
        return switch (this) {
            case MONTH_FIRST -> day(third, first, second, 0);
            case DAY_FIRST -> day(third, second, first, 0);
            case YEAR_FIRST -> day(first, second, third, 0);
        };
    }

    /**
     * As {@link #day(int, int, int)}, of a year that has two digits.
     *
     * @param lastYear the latest year that can be meant; the earliest is 99 years before
     */
    @Nullable
    LocalDate dayOfShortYear(int first, int second, int third, int lastYear) {
        return switch (this) {
            case MONTH_FIRST -> day(third, first, second, lastYear);
            case DAY_FIRST -> day(third, second, first, lastYear);
            case YEAR_FIRST -> day(first, second, third, lastYear);
        };
    }

    /** @param lastYear of the hundred years in question; 0 where the year is written in full */
    private static @Nullable LocalDate day(int year, int month, int day, int lastYear) {
        boolean isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31 && (lastYear == 0 || year <= 99);
        if (!isDay) {
            return null;
        }
        try {
            return LocalDate.of(lastYear == 0 ? year : lastYear - Math.floorMod(lastYear - year, 100), month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
