package candor.benchmarks.repair;

import candor.local.wiring.CommandRejected;
import candor.marketdata.csv.CsvBars;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Histories as they were recorded: real prices without a known fault. */
final class Recorded {

    private static final double SMALLEST = 3e-4;

    private Recorded() {}

    /** The CSV files of the folders, by folder and name. */
    static List<Path> in(List<Path> folders) {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> found = files.filter(file -> file.toString().endsWith(".csv"))
                        .sorted()
                        .toList();
                if (found.isEmpty()) {
                    throw new CommandRejected(
                            "no file *.csv in " + folder + "; give a folder with one for each symbol");
                }
                all.addAll(found);
            } catch (IOException failure) {
                throw new CommandRejected(
                        "cannot read the folder " + folder + "; give one with a CSV file for each symbol", failure);
            }
        }
        return all;
    }

    /** Its bars; where it has adjusted closes and lists no dividend, with those that the adjusted closes account for. */
    static CleanHistory read(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            Retrieval retrieval = CsvBars.parse(name, Files.readAllBytes(file));
            List<RawBar> rows = retrieval.bars().stream()
                    .sorted(Comparator.comparing(RawBar::session))
                    .toList();
            boolean lists = rows.stream().anyMatch(row -> row.dividend() > 0);
            boolean adjusted = retrieval.hasAdjustedClose();
            return new CleanHistory(name, adjusted && !lists ? withDividends(rows) : rows, adjusted);
        } catch (IOException failure) {
            throw new CommandRejected("cannot read " + file + "; make it readable", failure);
        }
    }

    /** Rows of a history from a drawn one on, no more than so many. */
    static CleanHistory part(CleanHistory whole, Draw draw, int most) {
        int from = draw.whole(0, Math.max(0, whole.rows().size() - most));
        int to = Math.min(whole.rows().size(), from + most);
        return new CleanHistory(whole.name(), whole.rows().subList(from, to), whole.adjusted());
    }

    /** A dividend stands where the ratio steps from one day to the next, and not on the days beside it. */
    private static List<RawBar> withDividends(List<RawBar> rows) {
        List<RawBar> listed = new ArrayList<>(rows);
        for (int i = 1; i < rows.size(); i++) {
            double step = 1 - ratio(rows, i - 1) / ratio(rows, i);
            double lasting = 1 - ratio(rows, Math.max(0, i - 2)) / ratio(rows, Math.min(rows.size() - 1, i + 1));
            if (step > SMALLEST && Math.abs(step - lasting) < step / 10) {
                RawBar row = rows.get(i);
                double cash = Amounts.rounded(step * rows.get(i - 1).close());
                listed.set(i, row.withActions(cash, row.split(), row.capitalGain()));
            }
        }
        return listed;
    }

    private static double ratio(List<RawBar> rows, int i) {
        return rows.get(i).adjustedClose() / rows.get(i).close();
    }
}
