package candor.cleaning.repair;

import candor.forecasting.fixture.SharedFiles;
import candor.store.port.RawBar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A recorded file of daily bars, read plainly: this module knows no reader of files, and these have few surprises. */
public record PriceFile(String name, List<RawBar> rows, boolean hasAdjustedClose) {

    /** The file under CANDOR_SHARED; the test is skipped where that is not set. */
    public static Path shared(String path) {
        return SharedFiles.require(path);
    }

    public static PriceFile read(Path path) {
        List<String> lines = lines(path);
        List<String> header = List.of(lines.getFirst().split(",", -1));
        List<RawBar> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(i + 1, header, lines.get(i).split(",", -1)));
            }
        }
        return new PriceFile(path.getFileName().toString(), rows, header.contains("Adj Close"));
    }

    /** The files of a folder whose names end so, in order. */
    public static List<Path> in(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RepairResult repaired() {
        return Repairs.of(rows, hasAdjustedClose);
    }

    private static RawBar row(int line, List<String> header, String[] cells) {
        int date = Math.max(header.indexOf("Date"), header.indexOf("Datetime"));
        return new RawBar(
                line,
                LocalDate.parse(cells[date].substring(0, 10)),
                number(header, cells, "Open"),
                number(header, cells, "High"),
                number(header, cells, "Low"),
                number(header, cells, "Close"),
                number(header, cells, "Adj Close"),
                number(header, cells, "Volume"),
                orZero(number(header, cells, "Dividends")),
                orZero(number(header, cells, "Stock Splits")),
                orZero(number(header, cells, "Capital Gains")));
    }

    private static double number(List<String> header, String[] cells, String column) {
        int position = header.indexOf(column);
        return switch (position < 0 ? "" : cells[position]) {
            case "", "null" -> Double.NaN;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(cells[position]);
        };
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }
}
