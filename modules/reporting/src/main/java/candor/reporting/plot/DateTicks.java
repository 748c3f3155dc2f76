package candor.reporting.plot;

import candor.forecasting.text.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Ticks at the beginnings of days, weeks, months or years. As no step is more than 2.5 times the one before it,
 * {@code most} &ge; 8 ticks at most means three at least.
 */
final class DateTicks {

    /** Days are counted from a Monday, so that steps of a week begin on one. 1970-01-01 was a Thursday. */
    private static final int EPOCH_WEEKDAY = 3;

    private static final List<Step> STEPS = List.of(
            new Days(1),
            new Days(2),
            new Days(4),
            new Days(7),
            new Days(14),
            new Months(1),
            new Months(2),
            new Months(3),
            new Months(6),
            new Months(12),
            new Months(24),
            new Months(60),
            new Months(120),
            new Months(240),
            new Months(600),
            new Months(1200));

    private DateTicks() {}

    /** For epoch days {@code from < to}. */
    static List<Tick> of(Range range, int most) {
        LocalDate from = LocalDate.ofEpochDay((long) Math.ceil(range.from()));
        LocalDate to = LocalDate.ofEpochDay((long) Math.floor(range.to()));
        List<LocalDate> dates = List.of();
        Step chosen = STEPS.getLast();
        for (Step step : STEPS) {
            dates = step.dates(from, to, most);
            chosen = step;
            if (dates.size() <= most) {
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate date : dates) {
            ticks.add(new Tick(date.toEpochDay(), chosen.label(date, ticks.isEmpty())));
        }
        return ticks;
    }

    private sealed interface Step {
        LocalDate firstFrom(LocalDate date);

        LocalDate after(LocalDate date);

        String label(LocalDate date, boolean first);

        /** One more than {@code most} is enough to see that there are too many. */
        default List<LocalDate> dates(LocalDate from, LocalDate to, int most) {
            List<LocalDate> dates = new ArrayList<>();
            for (LocalDate d = firstFrom(from); !d.isAfter(to) && dates.size() <= most; d = after(d)) {
                dates.add(d);
            }
            return dates;
        }
    }

    private record Days(int step) implements Step {
        @Override
        public LocalDate firstFrom(LocalDate date) {
            return date.plusDays(Math.floorMod(-(date.toEpochDay() + EPOCH_WEEKDAY), step));
        }

        @Override
        public LocalDate after(LocalDate date) {
            return date.plusDays(step);
        }

        @Override
        public String label(LocalDate date, boolean first) {
            return date.getDayOfMonth() + "\u00a0" + Dates.month(date);
        }
    }

    private record Months(int step) implements Step {
        @Override
        public LocalDate firstFrom(LocalDate date) {
            LocalDate month =
                    date.getDayOfMonth() == 1 ? date : date.withDayOfMonth(1).plusMonths(1);
            long index = month.getYear() * 12L + month.getMonthValue() - 1;
            return month.plusMonths(Math.floorMod(-index, step));
        }

        @Override
        public LocalDate after(LocalDate date) {
            return date.plusMonths(step);
        }

        @Override
        public String label(LocalDate date, boolean first) {
            String year = Integer.toString(date.getYear());
            if (step % 12 == 0) {
                return year;
            }
            return first || date.getMonthValue() == 1 ? Dates.month(date) + "\u00a0" + year : Dates.month(date);
        }
    }
}
