// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person whose run failed types what the messages name, and it works. After a halt for a manual check the mail named a
 * redrive, which fails for good: it reads the bars that Ingest kept.
 */
class RemedyRunTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("home"), folder);
    }

    @Test
    void afterAHaltANewRunReadsTheCorrectedFile() throws IOException {
        List<String> lines = SampleBars.lines(1100);
        SampleBars.write(folder.resolve("good.csv"), lines);
        SampleBars.write(folder.resolve("doubtful.csv"), doubtful(lines));
        Terminal.Answer halted = terminal.type("run", "SMPL", "--csv", "doubtful.csv");
        assertThat(halted.err()).containsPattern("Clean +[0-9.]+ m?s +failed: a person has to look at the bars");

        String mail = lastMail();
        Terminal.Answer watched = terminal.type("watch", "20260425T080000Z");

        assertThat(mail).contains("A redrive would read the same again").endsWith("./candor run SMPL");
        assertThat(watched.err())
                .contains("start again with  ./candor run SMPL  (of a file with --csv FILE)")
                .doesNotContain("./candor redrive");
        Terminal.Answer redriven = terminal.type("redrive", "20260425T080000Z");
        assertThat(redriven.status()).as("which is why it is not advised").isEqualTo(Failures.BAD_INPUT);
        Terminal.Answer again = type(mail, "--csv", "good.csv");
        assertThat(again.status()).as(again.err()).isZero();
    }

    @Test
    void whereBarsWereMissingARedriveFindsThem() throws IOException {
        Terminal.Answer missing = terminal.type("run", "SMPL", "--source", "inbox");
        assertThat(missing.status()).as(missing.err()).isEqualTo(Failures.BAD_INPUT);

        String mail = lastMail();
        assertThat(mail).endsWith("Continue it from the step that failed: ./candor redrive 20260425T080000Z");
        assertThat(missing.err()).contains("once that is corrected, continue with  ./candor redrive 20260425T080000Z");
        Path inbox = Files.createDirectories(folder.resolve("home/store/inbox"));
        SampleBars.write(inbox.resolve("SMPL.csv"), SampleBars.lines(1100));

        Terminal.Answer again = type(mail);
        assertThat(again.status()).as(again.err()).isZero();
    }

    /** What record-failure said last; in the cloud it is mailed. */
    private String lastMail() throws IOException {
        String log = Files.readAllLines(folder.resolve("home/logs/record-failure.log"))
                .getLast();
        return log.replaceFirst(".*\"message\":\"", "").replaceFirst("\"}$", "");
    }

    private Terminal.Answer type(String message, String... more) {
        String command = message.substring(message.lastIndexOf("./candor ") + "./candor ".length());
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(Arrays.asList(more));
        return terminal.type(words.toArray(new String[0]));
    }

    private static List<String> doubtful(List<String> good) {
        List<String> lines = new ArrayList<>();
        for (String line : good) {
            lines.add(line);
            if (lines.size() % 20 == 0) {
                lines.add(line.substring(0, line.lastIndexOf(',')) + ",7");
            }
        }
        return lines;
    }
}
