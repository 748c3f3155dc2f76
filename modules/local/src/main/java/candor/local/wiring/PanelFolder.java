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
     * The bars of all files up to a day, judged and cleaned as a run does, by the files' names; a {@link Refusal} names
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

    private static List<Path> files(Surroundings surroundings, Path folder) {
        Path place = surroundings.workingDirectory().resolve(folder);
        if (!Files.isDirectory(place)) {
            throw new Refusal("no such folder: " + folder + "; give one with a CSV file for each symbol");
        }
        try (Stream<Path> all = Files.list(place)) {
            List<Path> files = all.map(Path::getFileName)
                    .filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(folder::resolve)
                    .toList();
            if (files.isEmpty()) {
                throw new Refusal("no file *.csv in " + folder + "; give a folder with one for each symbol");
            }
            return files;
        } catch (IOException e) {
            throw new Refusal("cannot read " + folder + ": " + e.getMessage() + "; make it readable", e);
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
            throw new Refusal(
                    file + ": " + verdict.stops().getFirst().message() + "; or take the file out of the folder");
        }
        CleaningResult clean = verdict.result();
        if (clean.bars().isEmpty()) {
            throw new Refusal(file + " has no bar up to " + through + "; take it out of the folder");
        }
        return PriceHistory.of(
                clean.bars(),
                clean.adjustedCloses().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }
}
