// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.ways;

import candor.local.cli.Main;
import candor.pipeline.table.PredictionsTable;
import candor.store.csv.CsvLine;
import candor.store.environment.Variable;
import candor.store.failure.PermanentFailure;
import candor.store.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Hands a file to the command line by each way, in this process; every run has a home of its own. */
final class FourWays {

    private static final String SYMBOL = "XYZ";
    private static final String STOP = "  stops     ";

    /** The discard port, where nothing listens: nobody outside is asked. */
    private static final String NOBODY = "http://127.0.0.1:9/";

    private final Path folder;
    private final Path clean;
    private final Clock clock;

    /**
     * @param folder an empty one for work
     * @param clean the file without a fault
     * @param clock by which the last session of the files is over, and not long ago
     */
    FourWays(Path folder, Path clean, Clock clock) {
        this.folder = folder;
        this.clean = clean;
        this.clock = clock;
    }

    /** What a command printed, and its exit status. */
    private record Said(int status, String out, String err) {

        /** Why the command failed, in its own words. */
        Ending.Stopped stopped() {
            return new Ending.Stopped((out + err)
                    .lines()
                    .filter(line -> line.startsWith("candor: ") || line.startsWith(STOP))
                    .map(line -> line.replaceFirst("^(candor: (the run FAILED: )?|" + STOP + ")", ""))
                    .findFirst()
                    .orElse("status " + status + " and no reason"));
        }
    }

    /**
     * How the file ends by each way. Wanted is the forecast of the clean file, and of a file with another series that of its
     * own run; predictions are made with the models of that run.
     */
    List<WayOutcome> of(Path file) throws IOException {
        Path like = isOfCleanSeries(file) ? clean : file;
        Ending wanted = run(like, home(like));
        Path models = home(wanted instanceof Ending.Forecast ? like : clean);
        run(clean, home(clean));
        List<WayOutcome> outcomes = new ArrayList<>();
        for (Way way : Way.values()) {
            Ending ending = switch (way) {
                case RUN -> run(file, home(file));
                case REPAIR -> repaired(file);
                case PREDICT -> predicted(file, models);
                case PROVIDER -> provided(file);
            };
            outcomes.add(WayOutcome.of(way, ending, wanted));
        }
        return outcomes;
    }

    private boolean isOfCleanSeries(Path file) throws IOException {
        try {
            return FileSeries.read(file).movesAs(FileSeries.read(clean));
        } catch (PermanentFailure unreadable) {
            return true;
        }
    }

    private Path home(Path file) {
        return folder.resolve("run-" + file.getFileName());
    }

    /** Again in the same home, it costs little. */
    private Ending run(Path file, Path home) {
        return forecast(candor(NOBODY, "run", SYMBOL, "--csv", file.toString(), "--home", home.toString(), "--json"));
    }

    private Ending repaired(Path file) throws IOException {
        Path fixed = folder.resolve("fixed.csv");
        Files.deleteIfExists(fixed);
        Said said = candor(NOBODY, "repair", file.toString(), "--output", fixed.toString());
        return said.status() == 0 ? run(fixed, folder.resolve("repaired-" + file.getFileName())) : said.stopped();
    }

    private Ending predicted(Path file, Path home) throws IOException {
        Path input = Files.write(folder.resolve("input.csv"), withSymbol(Files.readAllLines(file)));
        Path output = folder.resolve(PredictionsTable.KEY.name());
        Said said = candor(
                NOBODY,
                "predict",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--home",
                home.toString(),
                "--json");
        if (said.status() != 0) {
            JsonNode error = said.out().isEmpty()
                    ? Json.readTree("{}".getBytes(StandardCharsets.UTF_8))
                    : Json.readTree(said.out().getBytes(StandardCharsets.UTF_8))
                            .path("errors")
                            .path(0)
                            .path("error");
            return error.isString() ? new Ending.Stopped(error.stringValue()) : said.stopped();
        }
        List<String> lines = Files.readAllLines(output);
        Map<String, String> next = row(lines.get(0), lines.get(1));
        return new Ending.Forecast(
                new ForecastFigures(number(next, "volatility"), number(next, "p05"), number(next, "p95")), "");
    }

    private static Map<String, String> row(String header, String line) {
        Map<String, String> row = new TreeMap<>();
        List<String> cells = CsvLine.read(line, ',').cells();
        List<String> names = CsvLine.read(header, ',').cells();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), cells.get(i));
        }
        return row;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    /** The lines with a column for the symbol, which a batch has; as they are where they have one. */
    private static List<String> withSymbol(List<String> lines) {
        String header = lines.getFirst();
        String separator =
                Stream.of("\t", ";", ",").filter(header::contains).findFirst().orElse(",");
        if (header.toLowerCase(Locale.ROOT).startsWith("ticker")) {
            return lines;
        }
        List<String> all = new ArrayList<>(List.of("Symbol" + separator + header));
        lines.stream().skip(1).forEach(line -> all.add(SYMBOL + separator + line));
        return all;
    }

    private Ending provided(Path file) throws IOException {
        FileSeries series;
        try {
            series = FileSeries.read(file);
        } catch (PermanentFailure unreadable) {
            return new Ending.Stopped("no provider can answer so: " + unreadable.getMessage());
        }
        Path home = folder.resolve("provided-" + file.getFileName());
        try (ChartEndpoint provider = ChartEndpoint.open(SYMBOL, series)) {
            return forecast(
                    candor(provider.url(), "run", SYMBOL, "--source", "yahoo", "--home", home.toString(), "--json"));
        }
    }

    private static Ending forecast(Said said) {
        if (said.status() != 0) {
            return said.stopped();
        }
        JsonNode next = Json.readTree(said.out().getBytes(StandardCharsets.UTF_8))
                .path("forecast")
                .path("horizons")
                .path(0);
        JsonNode ends = next.path("quantiles");
        return new Ending.Forecast(
                new ForecastFigures(
                        next.path("volatility").doubleValue(),
                        ends.path("p05").doubleValue(),
                        ends.path("p95").doubleValue()),
                remarks(said.err()));
    }

    /** What is said of the bars: notes, and what Ingest and Clean remark after their counts. */
    private static String remarks(String progress) {
        return progress.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("note ") || (line.startsWith("Ingest ") && line.contains("; ")))
                .map(line ->
                        line.startsWith("note ") ? line.substring(5).strip() : line.substring(line.indexOf("; ") + 2))
                .collect(Collectors.joining("; "));
    }

    private Said candor(String provider, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                Map.of(
                        Variable.YAHOO_URL.toString(),
                        provider,
                        Variable.TIINGO_URL.toString(),
                        NOBODY,
                        "HOME",
                        folder.toString()),
                clock,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                words);
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
