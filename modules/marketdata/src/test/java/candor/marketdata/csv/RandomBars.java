package candor.marketdata.csv;

import candor.store.port.RawBar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bars that a provider could have written: prices and volumes whose figures each way of writing can hold. */
final class RandomBars {

    private RandomBars() {}

    /** Bars of consecutive weekdays from the middle of a month on; prices in cents, the first not a whole number. */
    static List<RawBar> of(RandomGenerator random, int count) {
        List<RawBar> bars = new ArrayList<>();
        LocalDate day = LocalDate.of(random.nextInt(1975, 2030), random.nextInt(1, 13), 10);
        while (bars.size() < count) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                bars.add(bar(random, bars.size() + 2, day));
            }
            day = day.plusDays(1);
        }
        return bars;
    }

    private static RawBar bar(RandomGenerator random, int line, LocalDate day) {
        return new RawBar(
                line,
                day,
                line == 2 ? 1234.56 : cents(random),
                cents(random),
                cents(random),
                cents(random),
                cents(random),
                random.nextInt(1, 1_000_000) * 1000.0,
                random.nextInt(5) == 0 ? random.nextInt(1, 100) / 100.0 : 0,
                random.nextInt(9) == 0 ? random.nextInt(2, 5) : 0,
                0);
    }

    private static double cents(RandomGenerator random) {
        return random.nextInt(1, 500_000) / 100.0;
    }
}
