package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.store.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a person is told when the guards of a run hold, and when one fires. */
class GuardedRunTest {

    @TempDir
    private Path folder;

    @Test
    void allGuardsOfAnHonestRunHold() throws IOException {
        Terminal terminal = new Terminal(folder.resolve("home"), folder);
        SampleBars.write(folder.resolve("bars.csv"), SampleBars.lines(1250));
        Terminal.Answer run = terminal.type("run", "SMPL", "--csv", "bars.csv", "--out", "out");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out() + run.err()).doesNotContain("ALARM");
        assertThat(guards()).hasSize(15).allMatch(guard -> guard.path("passed").booleanValue());
        assertThat(guards())
                .extracting(guard -> guard.path("name").stringValue())
                .doesNotHaveDuplicates();
        assertThat(terminal.type("evaluate", "SMPL").out())
                .contains("Guards of the back-test and its bars: all 15 held.");
    }

    /** A stock whose every move takes back the one before: foreseen too well to be true, so the run says so, and goes on. */
    @Test
    void anAlarmStopsNothingAndIsSaidEverywhere() throws IOException {
        Terminal terminal = new Terminal(folder.resolve("home"), folder);
        SampleBars.write(folder.resolve("bars.csv"), reverting());
        Terminal.Answer run = terminal.type("run", "SMPL", "--csv", "bars.csv", "--out", "out");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("ALARM of the guards: too good to be true");
        assertThat(run.out()).contains("ALARM: a guard against self-deception fired", "[too good to be true]");
        assertThat(document("out/metrics.json").path("statement").stringValue()).startsWith("ALARM: ");
        assertThat(document("out/forecast.json").path("statement").stringValue())
                .startsWith("ALARM: ");
        assertThat(guards())
                .filteredOn(guard -> !guard.path("passed").booleanValue())
                .singleElement()
                .satisfies(
                        guard -> assertThat(guard.path("detail").stringValue()).contains("look for a leak"));
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("Alarm: too good to be true", "1 of 15 fired.");
        Terminal.Answer evaluated = terminal.type("evaluate", "SMPL", "--json");
        JsonNode period = Json.readTree(evaluated.out().getBytes(UTF_8));
        assertThat(period.path("statement").stringValue()).startsWith("ALARM: ");
        assertThat(period.path("guards")).hasSize(15);
        assertThat(terminal.type("evaluate", "SMPL").out()).contains("ALARM: ", "1 of 15 fired, see the alarm above.");
    }

    private List<JsonNode> guards() throws IOException {
        List<JsonNode> guards = new ArrayList<>();
        document("out/metrics.json").path("guards").forEach(guards::add);
        return guards;
    }

    private JsonNode document(String file) throws IOException {
        return Json.readTree(Files.readAllBytes(folder.resolve(file)));
    }

    private static List<String> reverting() {
        List<LocalDate> days = new NyseCalendar().sessions(LocalDate.of(2021, 1, 4), SampleBars.LAST);
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>(List.of("Date,Open,High,Low,Close,Volume"));
        double close = 100;
        double logReturn = 0;
        for (LocalDate day : days) {
            logReturn = -0.8 * logReturn + 0.01 * random.nextGaussian();
            double open = close * StrictMath.exp(logReturn / 2);
            close *= StrictMath.exp(logReturn);
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%.4f,%.4f,%.4f,%.4f,%d",
                    day,
                    open,
                    1.004 * Math.max(open, close),
                    0.996 * Math.min(open, close),
                    close,
                    random.nextLong(1_000_000, 9_000_000)));
        }
        return lines;
    }
}
