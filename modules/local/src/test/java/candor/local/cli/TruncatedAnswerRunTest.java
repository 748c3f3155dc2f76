// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.marketdata.csv.CsvBars;
import candor.store.port.RawBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider's first answer is a part: its stated first trade gives it away, and the next evening has the whole. */
final class TruncatedAnswerRunTest {

    private static final int SESSIONS = 1300;
    private static final int CUT = 200;

    @TempDir
    private Path folder;

    private final List<RawBar> truth = CsvBars.parse(
                    "sample.csv", (String.join("\n", SampleBars.lines(SESSIONS)) + "\n").getBytes(UTF_8))
            .bars();

    @Test
    void aFirstAnswerThatBeginsLateIsNotBelieved() throws IOException {
        try (ChartServer yahoo = new ChartServer(truth)) {
            Terminal terminal = new Terminal(folder.resolve("home"), folder).with("CANDOR_YAHOO_URL", yahoo.url());

            yahoo.say(evening(2), bar -> truth.indexOf(bar) < CUT ? null : bar);
            Terminal.Answer part = terminal.at(evening(2)).type("run", "STX", "--out", "part");
            assertThat(part.status()).as(part.err()).isZero();
            assertThat(part.err())
                    .contains("yahoo has bars of STX from " + session(CUT) + " on, but states a first trade on "
                            + session(0) + ": the answer may be a part");

            yahoo.say(evening(1), bar -> bar);
            Terminal.Answer whole = terminal.at(evening(1)).type("run", "STX", "--out", "whole");
            assertThat(whole.status()).as(whole.err()).isZero();
            assertThat(Files.readAllLines(folder.resolve("whole/clean.csv")).get(1))
                    .startsWith(session(0));
        }
    }

    private String session(int index) {
        return truth.get(index).session().toString();
    }

    /** The evening of the nth of the last sessions, the last being the first. */
    private Instant evening(int last) {
        return new NyseCalendar()
                .close(truth.get(SESSIONS - last).session())
                .orElseThrow()
                .plusSeconds(3 * 3600);
    }
}
