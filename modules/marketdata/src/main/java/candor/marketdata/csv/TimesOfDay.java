package candor.marketdata.csv;

import candor.forecasting.text.Figures;
import candor.marketdata.text.Quoted;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The times of day of a file, within its dates or in a column of their own. Rows of one day with several times are
 * intraday bars, which are no daily ones: they are rejected by that name. One or two such days among many are none: some
 * writers add the running session to that of the day.
 */
final class TimesOfDay {

    private record Time(long line, String text) {}

    /** More days than that are no accident, and neither is half of a short file. */
    private static final int FEW = 2;

    private final Map<LocalDate, Time> first = new HashMap<>();
    private final Set<LocalDate> several = new HashSet<>();
    private @Nullable String example;

    /** Takes note of a row's time as it is written. */
    void note(long line, LocalDate day, String text) {
        Time before = first.putIfAbsent(day, new Time(line, text));
        if (before != null && !before.text.equals(text) && several.add(day) && example == null) {
            example =
                    Quoted.of(before.text) + " on line " + before.line + " and " + Quoted.of(text) + " on line " + line;
        }
    }

    /** Notes a problem where the rows are intraday. */
    void rejectIntraday(CsvProblems problems) {
        if (several.size() > FEW || several.size() * 2 > first.size()) {
            problems.add(
                    "column " + CsvColumn.DATE.title() + ": ",
                    "intraday rows: " + several.size() + " of " + Figures.count(first.size(), "day")
                            + (several.size() == 1 ? " has" : " have") + " several times of day, as in " + example,
                    "export daily bars");
        }
    }
}
