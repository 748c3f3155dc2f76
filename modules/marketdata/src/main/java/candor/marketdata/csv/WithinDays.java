package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import candor.pipeline.port.RawBar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one day at different times, which bars within days have. One such day is no proof: yfinance can end a file with
 * the day as it is and the same day so far.
 */
final class WithinDays {

    private static final int PLAINLY = 2;
    private static final int ONE_IN = 10;

    private final int date;
    private final int timeOfDay;
    private @Nullable LocalDate day;
    private String time = "";
    private @Nullable String shown;
    private long line;
    private int pairs;

    /**
     * @param date the cell with the date, which may have the time in it
     * @param timeOfDay the cell with the time; negative where there is none
     */
    WithinDays(int date, int timeOfDay) {
        this.date = date;
        this.timeOfDay = timeOfDay;
    }

    void note(CsvRow row, RawBar bar) {
        if (timeOfDay < 0 && row.plainDate(date) != null) {
            time = "";
        } else {
            String before = time;
            time = row.text(timeOfDay < 0 ? date : timeOfDay);
            if (bar.session().equals(day) && !before.isEmpty() && !time.equals(before)) {
                pairs++;
                if (shown == null) {
                    shown = bar.session() + " has rows at " + Quoted.of(before) + " and " + Quoted.of(time);
                    line = row.line();
                }
            }
        }
        day = bar.session();
    }

    /** Refuses a file of bars within days. */
    void refuse(int rows, CsvProblems problems) {
        if (shown != null && pairs >= PLAINLY && pairs * ONE_IN > rows) {
            problems.add(
                    line,
                    shown + ": these are bars within a day",
                    "give daily bars, one row for each session");
            throw problems.refusal();
        }
    }
}
