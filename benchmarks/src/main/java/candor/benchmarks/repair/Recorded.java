package candor.benchmarks.repair;

import candor.benchmarks.study.Refusal;
import candor.marketdata.csv.CsvBars;
import candor.pipeline.port.RawBar;
import candor.pipeline.port.Retrieval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Histories as they were recorded: real prices without a known fault. */
final class Recorded {

    private static final int AROUND = 5;
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
                    throw new Refusal("no file *.csv in " + folder + "; give a folder with one for each symbol");
                }
                all.addAll(found);
            } catch (IOException failure) {
                throw new Refusal(
                        "cannot read the folder " + folder + "; give one with a CSV file for each symbol", failure);
            }
        }
        return all;
    }

    /** Its bars; where it has adjusted closes and lists no dividend, with those that the adjusted closes account for. */
    static History read(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            Retrieval retrieval = CsvBars.parse(name, Files.readAllBytes(file));
            List<RawBar> rows = retrieval.bars().stream()
                    .sorted(Comparator.comparing(RawBar::session))
                    .toList();
            boolean lists = rows.stream().anyMatch(row -> row.dividend() > 0);
            boolean adjusted = retrieval.hasAdjustedClose();
            return new History(name, adjusted && !lists ? withDividends(rows) : rows, adjusted);
        } catch (IOException failure) {
            throw new Refusal("cannot read " + file + "; make it readable", failure);
        }
    }

    /** Rows of a history from a drawn one on, no more than so many. */
    static History part(History whole, Draw draw, int most) {
        int from = draw.whole(0, Math.max(0, whole.rows().size() - most));
        int to = Math.min(whole.rows().size(), from + most);
        return new History(whole.name(), whole.rows().subList(from, to), whole.adjusted());
    }

    private static List<RawBar> withDividends(List<RawBar> rows) {
        List<RawBar> listed = new ArrayList<>(rows);
        for (int i = 1; i < rows.size(); i++) {
            double before = ratio(rows, Math.max(0, i - AROUND), i);
            double after = ratio(rows, i, Math.min(rows.size(), i + AROUND));
            RawBar row = rows.get(i);
            double step = 1 - ratio(rows, i - 1, i) / ratio(rows, i, i + 1);
            double lasting = 1 - before / after;
            if (lasting > SMALLEST && Math.abs(step - lasting) < lasting / 10) {
                double cash = Amounts.rounded(lasting * rows.get(i - 1).close());
                listed.set(i, row.withActions(cash, row.split(), row.capitalGain()));
            }
        }
        return listed;
    }

    /** The middle ratio of adjusted close to close. */
    private static double ratio(List<RawBar> rows, int from, int to) {
        double[] ratios = rows.subList(from, to).stream()
                .mapToDouble(row -> row.adjustedClose() / row.close())
                .toArray();
        Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }
}
