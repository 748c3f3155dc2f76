package candor.benchmarks.panel;

import candor.cleaning.Cleaner;
import candor.cleaning.CleaningResult;
import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.PriceHistory;
import candor.local.wiring.CommandRejected;
import candor.marketdata.csv.CsvBars;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bars of one symbol in a folder of such files. */
public record PanelFile(String symbol, Path path) {

    private static final String ENDING = ".csv";

    /** The CSV files of a folder by name. */
    public static List<PanelFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandRejected("no such folder: " + folder + "; give one with a CSV file for each symbol");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<PanelFile> found = files.filter(file -> name(file).endsWith(ENDING))
                    .map(file ->
                            new PanelFile(name(file).substring(0, name(file).length() - ENDING.length()), file))
                    .sorted((one, other) -> one.symbol().compareTo(other.symbol()))
                    .toList();
            if (found.isEmpty()) {
                throw new CommandRejected("no file *.csv in " + folder + "; give a folder with one for each symbol");
            }
            return found;
        } catch (IOException failure) {
            throw new CommandRejected(
                    "cannot read " + folder + ": " + failure.getMessage() + "; make it readable", failure);
        }
    }

    /** Reads the file and cleans its bars as the product does. */
    public PriceHistory history(TradingCalendar calendar) {
        Retrieval retrieval = CsvBars.parse(name(path), bytes());
        CleaningResult clean = new Cleaner(
                        calendar,
                        CleaningRules.standard(),
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .clean(retrieval, retrieval.bars().getLast().session());
        return PriceHistory.of(
                clean.bars(),
                clean.adjustedCloses().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failure) {
            throw new CommandRejected(
                    "cannot read " + path + ": " + failure.getMessage() + "; make it readable", failure);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
