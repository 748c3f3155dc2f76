package candor.forecasting.harp;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The days of sessions, from the first that is kept, as numbers of days; grows at its end. */
final class DayNumbers {

    private final int first;
    private long[] days;
    private int size;

    /** None yet. */
    DayNumbers() {
        this(0, new long[16], 0);
    }

    private DayNumbers(int first, long[] days, int size) {
        this.first = first;
        this.days = days;
        this.size = size;
    }

    /** @param sessions in all, of which these are the last */
    static DayNumbers of(List<LocalDate> last, int sessions) {
        long[] days = last.stream().mapToLong(LocalDate::toEpochDay).toArray();
        return new DayNumbers(sessions - days.length, days, days.length);
    }

    /** A copy of so many of the last days, or of all where there are fewer, with room for one more. */
    DayNumbers lastOnes(int count) {
        int kept = Math.min(count, size);
        long[] last = new long[kept + 1];
        System.arraycopy(days, size - kept, last, 0, kept);
        return new DayNumbers(first + size - kept, last, kept);
    }

    List<LocalDate> toList() {
        return Arrays.stream(days, 0, size).mapToObj(LocalDate::ofEpochDay).toList();
    }

    /** Sessions in all, kept or not. */
    int size() {
        return first + size;
    }

    void add(long day) {
        if (size == days.length) {
            days = Arrays.copyOf(days, Math.max(size * 2, 16));
        }
        days[size++] = day;
    }

    /** That of a session that is kept. */
    long at(int session) {
        return days[session - first];
    }

    /** The first session that is kept and lies on a day or after it; the number of sessions where there is none. */
    int firstFrom(long day) {
        int found = Arrays.binarySearch(days, 0, size, day);
        return first + (found >= 0 ? found : -found - 1);
    }
}
