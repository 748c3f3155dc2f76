package candor.benchmarks.m6;

import candor.local.wiring.CommandRejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adjusted closes of the competition's assets, by date and then by asset. An asset without a price on a date has the one
 * before, as the competition's own evaluation has it: a closed exchange, or a share that is listed no more.
 *
 * @param assets in alphabetical order; their number is a multiple of five
 * @param closes by date, one for each asset
 * @param quoted by date, how many assets really have a price
 */
record AssetPrices(
        List<String> assets, NavigableMap<LocalDate, double[]> closes, SortedMap<LocalDate, Integer> quoted) {

    private static final String HEADER = "symbol,date,price";
    private static final String REMEDY = "; give the competition's assets_m6.csv, whose first line is " + HEADER
            + " and whose dates are as 2022/03/04";

    /** Share of the assets that must be quoted on a date for it to count as a session. */
    private static final double OPEN = 0.95;

    /** Reads {@code symbol,date,price} rows in any order. */
    static AssetPrices read(Path file) {
        SortedMap<LocalDate, SortedMap<String, Double>> byDate = new TreeMap<>();
        SortedSet<String> assets = new TreeSet<>();
        List<String> lines = lines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new CommandRejected(file + " has not the columns " + HEADER + REMEDY);
        }
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).strip().split(",", -1);
            String where = file + ", line " + (i + 1) + ": '" + lines.get(i) + "'";
            if (cells.length != 3 || cells[0].isBlank()) {
                throw new CommandRejected(where + " has not three cells" + REMEDY);
            }
            assets.add(cells[0]);
            byDate.computeIfAbsent(date(cells[1], where), day -> new TreeMap<>())
                    .put(cells[0], price(cells[2], where));
        }
        if (assets.isEmpty() || assets.size() % Quintiles.COUNT != 0) {
            throw new CommandRejected(
                    file + " has " + assets.size() + " assets, which do not fall into quintiles" + REMEDY);
        }
        return filled(file, List.copyOf(assets), byDate);
    }

    private static AssetPrices filled(
            Path file, List<String> assets, SortedMap<LocalDate, SortedMap<String, Double>> byDate) {
        NavigableMap<LocalDate, double[]> closes = new TreeMap<>();
        SortedMap<LocalDate, Integer> quoted = new TreeMap<>();
        double[] last = new double[assets.size()];
        for (var day : byDate.entrySet()) {
            for (int i = 0; i < last.length; i++) {
                last[i] = day.getValue().getOrDefault(assets.get(i), last[i]);
                if (last[i] == 0) {
                    throw new CommandRejected(file + " has no price of " + assets.get(i) + " on its first date, "
                            + byDate.firstKey() + REMEDY);
                }
            }
            closes.put(day.getKey(), last.clone());
            quoted.put(day.getKey(), day.getValue().size());
        }
        return new AssetPrices(assets, closes, quoted);
    }

    /** The closes of a date, or of the last one before it. */
    double[] at(LocalDate date) {
        var entry = closes.floorEntry(date);
        if (entry == null) {
            throw new CommandRejected(
                    "no price on or before " + date + "; the prices begin on " + closes.firstKey() + REMEDY);
        }
        return entry.getValue();
    }

    /** Log returns between the sessions up to a date, one array for each session, oldest first. */
    List<double[]> returnsUpTo(LocalDate date) {
        List<double[]> returns = new ArrayList<>();
        double[] before = null;
        for (var day : closes.headMap(date, true).entrySet()) {
            if (quoted.getOrDefault(day.getKey(), 0) >= OPEN * assets.size()) {
                if (before != null) {
                    returns.add(returns(before, day.getValue()));
                }
                before = day.getValue();
            }
        }
        return returns;
    }

    private static double[] returns(double[] before, double[] after) {
        double[] returns = new double[before.length];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = StrictMath.log(after[i] / before[i]);
        }
        return returns;
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandRejected("no such file: " + file + REMEDY);
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new CommandRejected("cannot read " + file + ": " + failure.getMessage() + REMEDY, failure);
        }
    }

    private static LocalDate date(String cell, String where) {
        try {
            return LocalDate.parse(cell.replace('/', '-'));
        } catch (DateTimeParseException malformed) {
            throw new CommandRejected(where + " has no date in its second cell" + REMEDY, malformed);
        }
    }

    private static double price(String cell, String where) {
        try {
            double price = Double.parseDouble(cell);
            if (price > 0 && price < Double.POSITIVE_INFINITY) {
                return price;
            }
        } catch (NumberFormatException malformed) {
            throw new CommandRejected(where + " has no number in its third cell" + REMEDY, malformed);
        }
        throw new CommandRejected(where + ": the price is not above 0" + REMEDY);
    }
}
