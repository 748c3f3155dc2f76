package candor.marketdata.csv;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well days fit together as sessions, in the file's own order.
 *
 * @param size how many days there are
 * @param outOfOrder steps that do not go the way that most go, forward or back
 * @param weekends Saturdays and Sundays
 * @param usualStep the median of days from one to the next, whichever way
 * @param longestStep the longest of them
 */
record Sequence(int size, int outOfOrder, int weekends, long usualStep, long longestStep) {

    private static final int PLAINLY = 3;

    /** Daily bars do not usually stand half a year apart. */
    private static final int HALF_A_YEAR = 183;

    /** A step that only a year of another century makes. */
    private static final long HALF_A_CENTURY = 50 * 365L;

    static Sequence of(List<LocalDate> days) {
        int ascents = 0;
        int descents = 0;
        for (int i = 1; i < days.size(); i++) {
            int step = days.get(i).compareTo(days.get(i - 1));
            ascents += step > 0 ? 1 : 0;
            descents += step < 0 ? 1 : 0;
        }
        int outOfOrder = Math.max(0, days.size() - 1 - Math.max(ascents, descents));
        int weekends = (int) days.stream().filter(Sequence::isWeekend).count();
        long[] steps = IntStream.range(1, days.size())
                .mapToLong(
                        i -> Math.abs(days.get(i).toEpochDay() - days.get(i - 1).toEpochDay()))
                .sorted()
                .toArray();
        return steps.length == 0
                ? new Sequence(days.size(), outOfOrder, weekends, 0, 0)
                : new Sequence(days.size(), outOfOrder, weekends, steps[steps.length / 2], steps[steps.length - 1]);
    }

    /** Whether a file of daily bars can have these days, with one of fifty out of order at most. */
    boolean plausible() {
        return outOfOrder * 50 <= size && weekends * 20 <= size && usualStep < HALF_A_YEAR;
    }

    /** Whether no file of daily bars has the other days, and they are far worse than these. */
    boolean rulesOut(Sequence other) {
        return other.absurd()
                && (outOfOrder == 0 || other.outOfOrder * 10 > other.size || other.usualStep >= HALF_A_YEAR);
    }

    private boolean absurd() {
        return outOfOrder >= PLAINLY || (weekends >= PLAINLY && weekends * 10 > size) || usualStep >= HALF_A_YEAR;
    }

    /** Whether somewhere the next day is of another century. */
    boolean leaps() {
        return longestStep > HALF_A_CENTURY;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
