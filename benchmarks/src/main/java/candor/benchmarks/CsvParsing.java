package candor.benchmarks;

import candor.marketdata.csv.CsvBars;
import candor.store.json.Json;
import candor.store.port.RawBar;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Reading a CSV file of bars that is in memory already: the first time in a new virtual machine, and the median of the
 * times once it is warm, by the clock and of the processor. Prints one JSON line with seconds, rows, the sum of all closes
 * for comparison, and the heap that is in use while the bars are held, over the size of the file. The time holds what a table of columns
 * does not need: the file's digest, and proof that nothing in the file can be read in two ways.
 */
public final class CsvParsing {

    private static final int WARMING = 5;

    /** What a reading took. */
    private record Took(double seconds, double cpuSeconds) {}

    private CsvParsing() {}

    /** @param arguments the CSV file, and how many times it is read when warm */
    public static void main(String[] arguments) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
        Map<String, Object> line = new LinkedHashMap<>();
        Took cold = read(bytes, line);
        line.put("cold_s", cold.seconds);
        line.put("cold_cpu_s", cold.cpuSeconds);
        for (int i = 0; i < WARMING; i++) {
            read(bytes, line);
        }
        List<Took> warm = Stream.generate(() -> read(bytes, line))
                .limit(Integer.parseInt(arguments[1]))
                .toList();
        line.put("warm_s", median(warm, Took::seconds));
        line.put("warm_cpu_s", median(warm, Took::cpuSeconds));
        System.out.println(new String(Json.writeLine(line), StandardCharsets.UTF_8));
    }

    private static Took read(byte[] bytes, Map<String, Object> line) {
        System.gc(); // what the last reading left is not this one's to clear
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long cpuStart = thread.getCurrentThreadCpuTime();
        List<RawBar> bars = CsvBars.parse("benchmark.csv", bytes, bytes.length).bars();
        long cpu = thread.getCurrentThreadCpuTime() - cpuStart;
        long wall = System.nanoTime() - start;
        line.put("memory", (double) held() / bytes.length);
        line.put("rows", bars.size());
        line.put("closes", bars.stream().mapToDouble(RawBar::close).sum());
        return new Took(wall / 1e9, cpu / 1e9);
    }

    private static double median(List<Took> readings, ToDoubleFunction<Took> figure) {
        return readings.stream().mapToDouble(figure).sorted().toArray()[readings.size() / 2];
    }

    /** Bytes on the heap that something refers to, the file's own among them. */
    private static long held() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
