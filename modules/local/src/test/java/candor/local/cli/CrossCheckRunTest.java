// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.marketdata.csv.CsvBars;
import candor.store.json.Json;
import candor.store.port.RawBar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sources that are compared may agree on a fault: what a run would say of each is said. */
class CrossCheckRunTest {

    private static final int SESSIONS = 400;
    private static final int FROZEN = 10;
    private static final int SPLIT = 300;

    @TempDir
    private Path folder;

    private final List<String> lines = SampleBars.lines(SESSIONS);

    @Test
    void twoThatAgreeAndWouldRunEndWell() throws IOException {
        Terminal.Answer answer = checked(lines);

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("no difference").doesNotContain("would stop");
    }

    @Test
    void aFeedThatDiedInBothIsSaidOfBoth() throws IOException {
        List<String> frozen = new ArrayList<>(lines);
        String[] alive = lines.get(SESSIONS - FROZEN).split(",", -1);
        for (int i = SESSIONS - FROZEN + 1; i <= SESSIONS; i++) {
            String close = alive[4];
            frozen.set(i, String.join(",", lines.get(i).substring(0, 10), close, close, close, close, "0"));
        }
        Terminal.Answer answer = checked(frozen);

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .contains("no difference")
                .contains("a run on yahoo would stop: 10 rows from ", "a run on bars.csv would stop: 10 rows from ")
                .contains("--as-of " + alive[0]);
    }

    @Test
    void aSplitThatNoRowNamesIsSaidOfTheSourceThatHasIt() throws IOException {
        List<String> stepped = new ArrayList<>(lines);
        for (int i = 1; i < SPLIT; i++) {
            stepped.set(i, fourfold(lines.get(i)));
        }
        Terminal.Answer answer = checked(lines, stepped);

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .contains("a run on bars.csv would stop: levels that do not belong together", "=4:1")
                .doesNotContain("a run on yahoo would stop");
    }

    @Test
    void aScriptReadsTheStopsOfEach() throws IOException {
        List<String> stepped = new ArrayList<>(lines);
        for (int i = 1; i < SPLIT; i++) {
            stepped.set(i, fourfold(lines.get(i)));
        }
        Terminal.Answer answer = checked(stepped, "--json");

        assertThat(answer.status()).isEqualTo(1);
        var stops = Json.readTree(answer.out().getBytes(UTF_8)).path("stops");
        assertThat(stops.path("yahoo")).hasSize(1);
        assertThat(stops.path("bars.csv")).hasSize(1);
    }

    private Terminal.Answer checked(List<String> both, String... more) throws IOException {
        return checked(both, both, more);
    }

    private Terminal.Answer checked(List<String> ofProvider, List<String> ofFile, String... more) throws IOException {
        SampleBars.write(folder.resolve("bars.csv"), ofFile);
        List<RawBar> bars = CsvBars.parse("F.csv", (String.join("\n", ofProvider) + "\n").getBytes(UTF_8))
                .bars();
        Instant evening =
                new NyseCalendar().close(SampleBars.LAST).orElseThrow().plusSeconds(3 * 3600);
        try (ChartServer yahoo = new ChartServer(bars)) {
            yahoo.say(evening, bar -> bar);
            List<String> words = new ArrayList<>(List.of("data", "STX", "--cross-check", "yahoo,bars.csv"));
            words.addAll(List.of(more));
            return new Terminal(folder.resolve("home"), folder)
                    .with("CANDOR_YAHOO_URL", yahoo.url())
                    .at(evening)
                    .type(words.toArray(String[]::new));
        }
    }

    private static String fourfold(String line) {
        String[] cells = line.split(",", -1);
        for (int i = 1; i <= 4; i++) {
            cells[i] = String.format(Locale.ROOT, "%.2f", 4 * Double.parseDouble(cells[i]));
        }
        cells[5] = Long.toString(Long.parseLong(cells[5]) / 4);
        return String.join(",", cells);
    }
}
