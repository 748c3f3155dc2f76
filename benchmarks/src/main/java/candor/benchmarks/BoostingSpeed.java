package candor.benchmarks;

import candor.forecasting.boosting.Boosting;
import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.BoostingSettings;
import candor.forecasting.walkforward.ForecastSettings;
import candor.store.csv.Csv;
import candor.store.json.Json;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits boosted trees to the next session's return on the features.csv of a run, as often as asked, and prints one JSON
 * line for each fit with its CPU seconds and its error on the training rows, to be laid beside the peer's.
 */
public final class BoostingSpeed {

    private BoostingSpeed() {}

    /** @param arguments features.csv, trees, depth, fits */
    public static void main(String[] arguments) throws IOException {
        List<String> names = ForecastSettings.STATIONARY_FEATURES;
        List<double[]> rows = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        read(Path.of(arguments[0]), names, rows, targets);
        BoostingSettings standard = BoostingSettings.standard();
        BoostingSettings settings = new BoostingSettings(
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                standard.leastRows(),
                standard.shrinkage(),
                standard.subsample(),
                standard.refitEvery(),
                standard.seed());
        for (int fit = 0; fit < Integer.parseInt(arguments[3]); fit++) {
            long cpu = cpuNanos();
            BoostedTrees trees = Boosting.fit(names, rows, targets, settings, LocalDate.EPOCH);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("cpu_s", (cpuNanos() - cpu) / 1e9);
            line.put("rows", rows.size());
            line.put("rmse_in_sample", error(trees, rows, targets));
            System.out.println(new String(Json.writeLine(line), StandardCharsets.UTF_8));
        }
    }

    private static void read(Path file, List<String> names, List<double[]> rows, List<Double> targets)
            throws IOException {
        List<NamedCsvRecord> records = Csv.read(Files.readAllBytes(file));
        for (int i = 0; i + 1 < records.size(); i++) {
            double[] row = new double[names.size()];
            for (int c = 0; c < row.length; c++) {
                row[c] = Csv.number(records.get(i).getField(names.get(c)));
            }
            rows.add(row);
            targets.add(Csv.number(records.get(i + 1).getField("logret")));
        }
    }

    private static double error(BoostedTrees trees, List<double[]> rows, List<Double> targets) {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            double error = targets.get(i) - trees.forecast(rows.get(i));
            sum += error * error;
        }
        return Math.sqrt(sum / rows.size());
    }

    private static long cpuNanos() {
        var process = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return process.getProcessCpuTime();
    }
}
