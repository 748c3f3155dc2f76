// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst's words, author and firm in the reports of a run, and what is no text. */
class NarrativeTest {

    @TempDir
    private static Path folder;

    private static Terminal terminal = new Terminal(Path.of(""), Path.of(""));

    @BeforeAll
    static void demo() {
        terminal = new Terminal(folder.resolve("home"), folder);
        Terminal.Answer answer = terminal.type("demo", "--out", "out");
        assertThat(answer.status()).as(answer.err()).isZero();
    }

    @Test
    void aReportBearsWhatPeopleAdd() throws IOException {
        Files.writeString(folder.resolve("words.md"), "Drives sell well.\n");
        Terminal.Answer signed = terminal.type("settings", "--author", "Ada Byron", "--firm", "Byron & Daughters");
        assertThat(signed.err()).contains("author 'Ada Byron', firm 'Byron & Daughters'");
        assertThat(report("--narrative", "words.md"))
                .contains("Drives sell well.", "Handed out by Ada Byron, Byron &amp; Daughters.");

        assertThat(terminal.type("settings", "--firm", "").err()).contains("author 'Ada Byron', firm ''");
        assertThat(report()).contains("Drives sell well.", "Handed out by Ada Byron.");

        Files.writeString(folder.resolve("empty.md"), "");
        assertThat(report("--narrative", "empty.md")).doesNotContain("Drives sell well.");
        assertThat(terminal.type("verify").status()).isZero();
    }

    private static String report(String... more) throws IOException {
        String[] words = new String[more.length + 5];
        System.arraycopy(new String[] {"report", "demo", "--out", "report", "--force"}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        Terminal.Answer answer = terminal.type(words);
        assertThat(answer.status()).as(answer.err()).isZero();
        return Files.readString(folder.resolve("report/report.html"));
    }

    @Test
    void whatIsNoTextIsRejectedBeforeAnythingIsDone() throws IOException {
        Files.write(folder.resolve("latin.md"), "\u00fcber".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("long.md"), "x".repeat(3001));
        rejected("cannot read the file none.md", "report", "demo", "--narrative", "none.md");
        rejected("latin.md: it is no UTF-8 text; save it as UTF-8", "report", "demo", "--narrative", "latin.md");
        rejected("long.md: it has 3001 characters", "report", "demo", "--narrative", "long.md");
        rejected("give them without a symbol", "settings", "STX", "--author", "Ada");
        rejected("want one line of at most 100 characters", "settings", "--author", "x".repeat(101));
    }

    private static void rejected(String message, String... words) {
        Terminal.Answer answer = terminal.type(words);
        assertThat(answer.status()).isNotZero();
        assertThat(answer.err()).contains(message);
    }
}
