package candor.local.wiring;

import candor.cleaning.CleaningResult;
import candor.cleaning.CleaningRules;
import candor.cleaning.Judge;
import candor.cleaning.Rulings;
import candor.cleaning.Verdict;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.PriceHistory;
import candor.marketdata.csv.CsvChoices;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with a CSV file of daily bars for each symbol. */
public final class PanelFolder {

    private static final String ENDING = ".csv";

    private PanelFolder() {}

    /**
     * The bars of all files up to a day, judged and cleaned as a run does, by the files' names; a {@link CommandRejected} names
     * the file that cannot be used.
     */
    public static SortedMap<String, PriceHistory> read(
            Surroundings surroundings, Path folder, LocalDate through, TradingCalendar calendar) {
        SortedMap<String, PriceHistory> panel = new TreeMap<>();
        for (Path file : files(surroundings, folder)) {
            panel.put(name(file), history(surroundings, file, through, calendar));
        }
        return panel;
    }

    /** The files of the folder, by name; a {@link CommandRejected} where there is none. */
    public static List<Path> files(Surroundings surroundings, Path folder) {
        Path place = surroundings.workingDirectory().resolve(folder);
        if (!Files.isDirectory(place)) {
            throw new CommandRejected("no such folder: " + folder + "; give one with a CSV file for each symbol");
        }
        try (Stream<Path> all = Files.list(place)) {
            List<Path> files = all.map(Path::getFileName)
                    .filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(folder::resolve)
                    .toList();
            if (files.isEmpty()) {
                throw new CommandRejected("no file *.csv in " + folder + "; give a folder with one for each symbol");
            }
            return files;
        } catch (IOException e) {
            throw new CommandRejected("cannot read " + folder + ": " + e.getMessage() + "; make it readable", e);
        }
    }

    private static PriceHistory history(
            Surroundings surroundings, Path file, LocalDate through, TradingCalendar calendar) {
        Retrieval retrieval = BarFile.read(surroundings, file, CsvChoices.NONE).retrieval();
        Verdict verdict = new Judge(
                        calendar,
                        CleaningRules.ofAnyLength(),
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .of(retrieval, through, Rulings.NONE);
        if (verdict.isStopped()) {
            throw new CommandRejected(
                    file + ": " + verdict.stops().getFirst().message() + "; or take the file out of the folder");
        }
        CleaningResult clean = verdict.result();
        if (clean.bars().isEmpty()) {
            throw new CommandRejected(file + " has no bar up to " + through + "; take it out of the folder");
        }
        return PriceHistory.of(
                clean.bars(),
                clean.adjustedCloses().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The file's name without its ending. */
    public static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }
}
