package candor.benchmarks;

import candor.marketdata.csv.CsvBars;
import candor.pipeline.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reading a CSV file of bars that is in memory already: the first time in a new virtual machine, and the median of the
 * times once it is warm. Prints one JSON line with seconds, rows and the sum of all closes, for comparison. The time
 * holds what a table of columns does not need: the file's digest, a look for bytes that are no text, an object for each
 * bar.
 */
public final class CsvParsing {

    private static final int WARMING = 5;

    private CsvParsing() {}

    /** @param arguments the CSV file, and how many times it is read when warm */
    public static void main(String[] arguments) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
        int repeats = Integer.parseInt(arguments[1]);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("cold_s", seconds(bytes, line));
        for (int i = 0; i < WARMING; i++) {
            seconds(bytes, line);
        }
        List<Double> warm = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            warm.add(seconds(bytes, line));
        }
        line.put("warm_s", warm.stream().sorted().toList().get(repeats / 2));
        System.out.println(new String(Json.writeLine(line), StandardCharsets.UTF_8));
    }

    private static double seconds(byte[] bytes, Map<String, Object> line) {
        System.gc(); // what the last reading left is not this one's to clear
        long start = System.nanoTime();
        var bars = CsvBars.parse("benchmark.csv", bytes, bytes.length).bars();
        double seconds = (System.nanoTime() - start) / 1e9;
        line.put("rows", bars.size());
        line.put("closes", bars.stream().mapToDouble(bar -> bar.close()).sum());
        return seconds;
    }
}
