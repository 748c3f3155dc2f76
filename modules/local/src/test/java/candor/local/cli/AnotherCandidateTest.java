package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.store.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Another candidate is one class and one line. The class is among the tests; the line is added to a copy of the table, which
 * a run in a process of its own finds before the product's. The prices are made so that the candidate is right; the gate
 * promotes it for five sessions.
 */
class AnotherCandidateTest {

    private static final String KEY = "reversal";
    private static final int SESSIONS = 1400;
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @TempDir
    private static Path folder;

    private static String printed = "";

    @BeforeAll
    static void run() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(tableWithOneMoreLine(), classes);
        Files.writeString(folder.resolve("prices.csv"), String.join("\n", bars()) + "\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dcandor.root=" + System.getProperty("candor.root", ""),
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "REV",
                        "--csv",
                        folder.resolve("prices.csv").toString(),
                        "--home",
                        folder.resolve("home").toString(),
                        "--out",
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile())
                .start();
        int status = process.waitFor();
        printed = Files.readString(folder.resolve("printed.txt"), UTF_8);
        assertThat(status).as(printed).isZero();
    }

    private static Path tableWithOneMoreLine() throws IOException {
        Path table = Path.of(
                System.getProperty("candor.root", ""),
                "modules/forecasting/src/main/java/candor/forecasting/candidate/Candidates.java");
        String line = "            new AverageOfMeans(),\n";
        String source = Files.readString(table, UTF_8);
        assertThat(source).containsOnlyOnce(line);
        Path copy = folder.resolve("Candidates.java");
        return Files.writeString(copy, source.replace(line, line + "            new Reversal(),\n"), UTF_8);
    }

    private static void compile(Path source, Path classes) {
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(failures).isZero();
    }

    /** A stock whose next return is -0.4 times the last one, and noise. */
    private static List<String> bars() {
        List<LocalDate> days = new NyseCalendar().sessions(LAST.minusDays(2 * SESSIONS), LAST);
        SplittableRandom random = new SplittableRandom(20251231);
        List<String> lines = new ArrayList<>(List.of("Date,Open,High,Low,Close,Volume"));
        double close = 100;
        double last = 0;
        for (LocalDate day : days.subList(days.size() - SESSIONS, days.size())) {
            last = -0.4 * last + 0.012 * random.nextGaussian();
            double open = close * StrictMath.exp(0.001 * random.nextGaussian());
            close *= StrictMath.exp(last);
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%.4f,%.4f,%.4f,%.4f,%d",
                    day,
                    open,
                    Math.max(open, close) * (1 + 0.004 * random.nextDouble()),
                    Math.min(open, close) * (1 - 0.004 * random.nextDouble()),
                    close,
                    random.nextLong(1_000_000, 9_000_000)));
        }
        return lines;
    }

    private static JsonNode json(String name) throws IOException {
        return Json.readTree(Files.readAllBytes(folder.resolve("out").resolve(name)));
    }

    private static JsonNode work(String stage, String name) throws IOException {
        try (var files = Files.walk(folder.resolve("home/store/work/" + stage))) {
            return Json.readTree(Files.readAllBytes(
                    files.filter(file -> file.endsWith(name)).findFirst().orElseThrow()));
        }
    }

    @Test
    void hasAColumnOfTheBacktestWithItsForecasts() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out/backtest.csv"));
        List<String> header = List.of(lines.getFirst().split(",", -1));

        assertThat(header).containsSubsequence("zero", "mean", "ridge", "boosting", "average", KEY, "sigma_ewma");
        int column = header.indexOf(KEY);
        // Before the first fit of all candidates it has none.
        assertThat(lines.stream()
                        .skip(1)
                        .map(line -> line.split(",", -1)[column])
                        .dropWhile(String::isEmpty))
                .isNotEmpty()
                .allMatch(cell -> Double.isFinite(Double.parseDouble(cell)));
    }

    @Test
    void isAmongModelsSettingsAndMetrics() throws IOException {
        JsonNode model = json("model.json");

        assertThat(model.at("/settings/values/candidates/" + KEY + "/penalty").isNumber())
                .isTrue();
        assertThat(model.at("/models/horizons/0/candidates/" + KEY + "/slope").doubleValue())
                .isBetween(-0.5, -0.3);
        assertThat(json("metrics.json")
                        .at("/horizons/0/point/candidates/" + KEY + "/rmseToZero")
                        .doubleValue())
                .isLessThan(0.95);
    }

    @Test
    void theGateComparesAndPromotesIt() throws IOException {
        JsonNode verdict = work("promote", "promotion.json").at("/horizons/1");

        assertThat(verdict.path("challenges")
                        .valueStream()
                        .map(each -> each.at("/challenger/mean").stringValue()))
                .contains(KEY);
        assertThat(verdict.at("/champion/mean").stringValue()).as(printed).isEqualTo(KEY);
        assertThat(verdict.path("reason").stringValue())
                .startsWith("promoted: the reversal of the last return takes the place of the random walk");
    }

    @Test
    void itsForecastIsExplainedAndReported() throws IOException {
        JsonNode week = json("forecast.json").at("/horizons/1");
        String report = Files.readString(folder.resolve("out/report.html"), UTF_8);

        assertThat(week.path("model").stringValue()).isEqualTo(KEY + " + harPOwn");
        assertThat(week.at("/drivers/mean/contributions/0/feature").stringValue())
                .isEqualTo("last_return");
        assertThat(week.at("/drivers/mean/contributions/0/contribution").doubleValue())
                .isEqualTo(week.path("mean").doubleValue());
        assertThat(report).contains("reversal of the last return", "last_return");
    }
}
