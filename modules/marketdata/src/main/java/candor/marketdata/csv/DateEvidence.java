package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the dates of a file say about the order of day, month and year, and about the century of years of two digits.
 * Proof of the order is, first come first served:
 *
 * <ol>
 *   <li>dates that are no day in the other orders, as 01/31/2024 with the day first; dates that no order fits together
 *       reject the file;
 *   <li>dates that are ascending or descending in one order, with at most one of twenty on a weekend, while in each
 *       other at least three are out of order, or at least three, and more than a tenth, fall on weekends, or the usual
 *       step is half a year and more, as of 21/09/24 and 21/09/27 with the day first. One date of fifty may be out of
 *       order where in each other more than a tenth are, or the steps are so long.
 * </ol>
 *
 * A file that offers neither is rejected, with all readings shown, unless all its dates are the same in each. The
 * hundred years that years of two digits lie in are the latest up to 2030 in which no two neighbours are half a century
 * apart.
 */
final class DateEvidence {

    private static final String ALIKE = "write all dates alike, best as 2024-01-31";

    private final List<NotedDate> dates = new ArrayList<>();
    private final Set<DateOrder> possible = EnumSet.allOf(DateOrder.class);

    /** The first date that excludes an order, for messages. */
    private @Nullable NotedDate excluding;

    private @Nullable String contradiction;

    /** Takes note of a date of which not all is open to one order, and at least one order makes a day. */
    void note(NotedDate noted) {
        dates.add(noted);
        Set<DateOrder> here = orders(noted.date());
        if (possible.removeIf(order -> !here.contains(order)) && excluding == null && excludes(noted.date(), here)) {
            excluding = noted;
        }
        if (possible.isEmpty() && contradiction == null) {
            contradiction = contradiction(noted, here);
        }
    }

    /** Whether the numbers of a date exclude an order that its shape would allow. */
    private static boolean excludes(WrittenDate date, Set<DateOrder> here) {
        return here.size() < date.shape().orders().size();
    }

    private static Set<DateOrder> orders(WrittenDate date) {
        Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        for (DateOrder order : date.shape().orders()) {
            if (date.day(in(order, DateReading.LAST_YEAR)) != null) {
                orders.add(order);
            }
        }
        return orders;
    }

    private static DateReading in(DateOrder order, int lastYear) {
        return new DateReading(order, lastYear, false);
    }

    private String contradiction(NotedDate noted, Set<DateOrder> here) {
        NotedDate other = Objects.requireNonNull(excluding);
        return other.shown() + " has the " + titles(orders(other.date())) + ", but " + noted.shown() + " the "
                + titles(here);
    }

    private static String titles(Set<DateOrder> orders) {
        return orders.stream().map(DateOrder::title).collect(Collectors.joining(" or the "));
    }

    /** How the dates are read; as usual, with a problem noted, where the file does not say. */
    DateReading proved(CsvProblems problems) {
        if (dates.isEmpty()) {
            return DateReading.USUAL;
        }
        if (contradiction != null) {
            problems.add("column Date: ", contradiction, ALIKE);
            return DateReading.USUAL;
        }
        DateOrder order = order();
        if (order == null) {
            noteReadings(problems);
            return DateReading.USUAL;
        }
        return in(order, lastYear(order, problems));
    }

    private @Nullable DateOrder order() {
        return possible.stream()
                .filter(order -> possible.size() == 1 || fits(order))
                .findFirst()
                .orElse(null);
    }

    private boolean fits(DateOrder order) {
        List<LocalDate> days = days(order, DateReading.LAST_YEAR);
        Sequence sequence = Sequence.of(days);
        return possible.stream().filter(other -> other != order).allMatch(other -> {
            List<LocalDate> others = days(other, DateReading.LAST_YEAR);
            return others.equals(days) || (sequence.plausible() && sequence.rulesOut(Sequence.of(others)));
        });
    }

    private List<LocalDate> days(DateOrder order, int lastYear) {
        return dates.stream()
                .map(noted -> Objects.requireNonNull(noted.date().day(in(order, lastYear))))
                .toList();
    }

    private int lastYear(DateOrder order, CsvProblems problems) {
        if (!dates.getFirst().date().shape().hasShortYear()) {
            return DateReading.LAST_YEAR;
        }
        for (int last = DateReading.LAST_YEAR; last > DateReading.LAST_YEAR - 100; last--) {
            if (isDay(order, last) && !Sequence.of(days(order, last)).leaps()) {
                return last;
            }
        }
        NotedDate first = dates.getFirst();
        problems.add(
                first.line(),
                CsvColumn.DATE,
                Quoted.of(first.text()) + " is "
                        + readings(first, DateReading.LAST_YEAR, DateReading.LAST_YEAR - 100)
                        + ", as the file spans more than a century",
                "write years with four digits, as in 2024-01-31");
        return DateReading.LAST_YEAR;
    }

    /** Not so for a 29 February in a century whose year is none. */
    private boolean isDay(DateOrder order, int lastYear) {
        return dates.stream().allMatch(noted -> noted.date().day(in(order, lastYear)) != null);
    }

    private void noteReadings(CsvProblems problems) {
        dates.stream()
                .filter(noted ->
                        days(noted.date(), DateReading.LAST_YEAR).distinct().count() > 1)
                .findFirst()
                .ifPresent(noted -> problems.add(
                        noted.line(),
                        CsvColumn.DATE,
                        Quoted.of(noted.text()) + " is " + readings(noted, DateReading.LAST_YEAR)
                                + ", and no date of the file says which",
                        "write year-month-day, as in "
                                + days(noted.date(), DateReading.LAST_YEAR)
                                        .findFirst()
                                        .orElseThrow()));
    }

    private String readings(NotedDate noted, int... lastYears) {
        List<String> all = IntStream.of(lastYears)
                .boxed()
                .flatMap(last -> days(noted.date(), last))
                .distinct()
                .map(String::valueOf)
                .toList();
        return String.join(" or ", all);
    }

    private Stream<LocalDate> days(WrittenDate date, int lastYear) {
        return possible.stream().map(order -> date.day(in(order, lastYear))).filter(Objects::nonNull);
    }
}
