package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the dates of a file say about the order of day and month. Proof is, in this order:
 *
 * <ol>
 *   <li>a date that is no day in one of the orders, as 01/31/2024 with the day first; dates of both kinds refuse the
 *       file;
 *   <li>dates that are strictly ascending or strictly descending in one order, with at most one of twenty on a weekend,
 *       while in the other at least three are out of order, or at least three, and more than a tenth, fall on weekends.
 * </ol>
 *
 * A file that offers neither is refused, with both readings shown, unless all its dates are the same in both.
 */
final class DateEvidence {

    private record Row(long line, String text, LocalDate monthFirst, LocalDate dayFirst) {}

    private static final int PLAINLY = 3;

    private final List<Row> open = new ArrayList<>();
    private @Nullable String onlyMonthFirst;
    private @Nullable String onlyDayFirst;

    /** Takes note of a date of which a day and a month are not named, and at least one order makes a day. */
    void note(long line, String text, WrittenDate date) {
        if (date.monthFirst() != null && date.dayFirst() != null) {
            open.add(new Row(line, text, date.monthFirst(), date.dayFirst()));
        } else if (date.dayFirst() == null) {
            onlyMonthFirst = onlyMonthFirst == null ? told(line, text) : onlyMonthFirst;
        } else {
            onlyDayFirst = onlyDayFirst == null ? told(line, text) : onlyDayFirst;
        }
    }

    private static String told(long line, String text) {
        return Quoted.of(text) + " on line " + line;
    }

    /** The order of the file; month first, with a problem noted, where the file does not say. */
    DateOrder proved(CsvProblems problems) {
        if (onlyMonthFirst != null && onlyDayFirst != null) {
            problems.add(
                    "column Date: ",
                    onlyMonthFirst + " has the month first, but " + onlyDayFirst + " the day",
                    "write all dates alike, best as 2024-01-31");
        }
        if (onlyMonthFirst != null || onlyDayFirst != null) {
            return onlyDayFirst != null ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        }
        Sequence monthFirst = Sequence.of(open.stream().map(Row::monthFirst).toList());
        Sequence dayFirst = Sequence.of(open.stream().map(Row::dayFirst).toList());
        if (dayFirst.plausible() && monthFirst.absurd()) {
            return DateOrder.DAY_FIRST;
        }
        if (!monthFirst.plausible() || !dayFirst.absurd()) {
            open.stream()
                    .filter(row -> !row.monthFirst.equals(row.dayFirst))
                    .findFirst()
                    .ifPresent(row -> problems.add(
                            row.line,
                            CsvColumn.DATE,
                            Quoted.of(row.text) + " is " + row.monthFirst + " or " + row.dayFirst
                                    + ", and no date of the file says which",
                            "write year-month-day, as in " + row.monthFirst));
        }
        return DateOrder.MONTH_FIRST;
    }

    /** How well days fit together as sessions, in the file's own order. */
    private record Sequence(int size, int outOfOrder, int weekends) {

        static Sequence of(List<LocalDate> days) {
            int ascents = 0;
            int descents = 0;
            for (int i = 1; i < days.size(); i++) {
                int step = days.get(i).compareTo(days.get(i - 1));
                ascents += step > 0 ? 1 : 0;
                descents += step < 0 ? 1 : 0;
            }
            int weekends = (int) days.stream().filter(Sequence::isWeekend).count();
            return new Sequence(days.size(), Math.max(0, days.size() - 1 - Math.max(ascents, descents)), weekends);
        }

        boolean plausible() {
            return outOfOrder == 0 && weekends * 20 <= size;
        }

        boolean absurd() {
            return outOfOrder >= PLAINLY || (weekends >= PLAINLY && weekends * 10 > size);
        }

        static boolean isWeekend(LocalDate day) {
            return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        }
    }
}
