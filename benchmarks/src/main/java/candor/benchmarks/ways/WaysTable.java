// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.ways;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints how each file of a folder ends by each way. As asked is a file that stops, or has the forecast of the clean one.
 * A file of another series has to have the forecast of its own run, by each way that does not stop.
 */
public final class WaysTable {

    private static final int SHOWN = 150;

    private WaysTable() {}

    /** @param arguments a folder for work, the file of the clean series, and the folder with files */
    public static void main(String[] arguments) throws IOException {
        Path clean = Path.of(arguments[1]);
        Clock afterwards = Clock.fixed(
                FileSeries.read(clean).last().plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                ZoneOffset.UTC);
        FourWays ways = new FourWays(Path.of(arguments[0]), clean, afterwards);
        System.out.println(line("file", "way", "end", "volatility, 90 % interval", "why"));
        int silent = 0;
        for (Path file : files(Path.of(arguments[2]))) {
            for (WayOutcome outcome : ways.of(file)) {
                System.out.println(line(String.valueOf(file.getFileName()), outcome));
                silent += outcome.silent() ? 1 : 0;
            }
        }
        System.out.println(silent == 0 ? "none is silent" : silent + " are silent");
        System.exit(silent == 0 ? 0 : 1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String line(String file, WayOutcome outcome) {
        String way = outcome.way().name().toLowerCase(Locale.ROOT);
        String why = outcome.ending().words().replace('\n', ' ');
        return switch (outcome.ending()) {
            case Ending.Stopped stopped -> line(file, way, "stopped", "", why);
            case Ending.Forecast forecast ->
                line(
                        file,
                        way,
                        outcome.silent() ? "SILENT" : "forecast",
                        forecast.figures().toString(),
                        why);
        };
    }

    private static String line(String file, String way, String end, String figures, String why) {
        String shown = why.length() > SHOWN ? why.substring(0, SHOWN) + "..." : why;
        return String.format(Locale.ROOT, "%-36s %-9s %-9s %-26s %s", file, way, end, figures, shown)
                .stripTrailing();
    }
}
