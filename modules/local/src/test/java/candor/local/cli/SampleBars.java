package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A CSV file with the daily bars of a stock that never was: a seeded random walk that ends on 2025-12-31. */
final class SampleBars {

    static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private SampleBars() {}

    /** A header and a line for each of the last so many sessions. */
    static List<String> lines(int sessions) {
        List<LocalDate> days = new NyseCalendar().sessions(LAST.minusDays(sessions * 2L), LAST);
        SplittableRandom random = new SplittableRandom(20251231);
        List<String> lines = new ArrayList<>(List.of("Date,Open,High,Low,Close,Volume"));
        long close = 10_000;
        for (LocalDate day : days.subList(days.size() - sessions, days.size())) {
            long open = close + random.nextLong(-60, 61);
            close = Math.max(2_000, open + random.nextLong(-250, 256));
            long high = Math.max(open, close) + random.nextLong(1, 120);
            long low = Math.min(open, close) - random.nextLong(1, 120);
            lines.add(String.join(
                    ",",
                    day.toString(),
                    dollars(open),
                    dollars(high),
                    dollars(low),
                    dollars(close),
                    Long.toString(random.nextLong(1_000_000, 9_000_000))));
        }
        return lines;
    }

    static Path write(Path file, List<String> lines) throws IOException {
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static String dollars(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
