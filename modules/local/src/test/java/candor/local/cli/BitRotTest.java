// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.local.wiring.Home;
import candor.local.wiring.HomeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bit of every file of a home on the disk is turned, one file after the other: {@code verify} finds it, or no command shows
 * anything else. Logs are for persons alone and are not looked at.
 */
class BitRotTest {

    private static final List<List<String>> READING = List.of(
            List.of("executions"),
            List.of("executions", "demo"),
            List.of("champion", "SYNTH", "--history"),
            List.of("settings", "SYNTH"),
            List.of("evaluate", "SYNTH"));

    @TempDir
    private Path folder;

    private Path home;
    private Terminal terminal;

    @BeforeEach
    void demo() {
        home = folder.resolve("home");
        terminal = new Terminal(home, folder);
        assertThat(terminal.type("demo").status()).isZero();
    }

    @Test
    void aTurnedBitInAnyFileIsFoundOrChangesNoAnswer() throws IOException {
        SplittableRandom random = new SplittableRandom(33);
        List<String> right = answers();
        List<String> silent = new ArrayList<>();
        int tried = 0;
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            int bit = random.nextInt(bytes.length * 8);
            byte[] wrong = bytes.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, wrong);
            if (isSound() && !answers().equals(right)) {
                silent.add(home.relativize(file) + ", bit " + bit);
            }
            Files.write(file, bytes);
            tried++;
        }
        assertThat(silent).isEmpty();
        assertThat(tried).isGreaterThan(70);
        assertThat(isSound()).isTrue();
    }

    /** A note of what was written that is damaged costs a person a word, and never a file. */
    @Test
    void damagedNoteOfAnOutputNeverLetsAFileOfOthersBeReplaced() throws IOException {
        Path mine = folder.resolve("mine.csv");
        assertThat(terminal.type("data", "SYNTH", "--output", "mine.csv").status())
                .isZero();
        byte[] written = Files.readAllBytes(mine);
        for (Path note : below("written")) {
            byte[] bytes = Files.readAllBytes(note);
            bytes[3] ^= 1;
            Files.write(note, bytes);
        }
        Files.writeString(mine, "mine\n");

        Terminal.Answer refused = terminal.type("data", "SYNTH", "--output", "mine.csv");
        assertThat(refused.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(refused.err()).contains("--force");
        assertThat(mine).hasContent("mine");

        assertThat(terminal.type("data", "SYNTH", "--output", "mine.csv", "--force")
                        .status())
                .isZero();
        assertThat(mine).hasBinaryContent(written);
    }

    private boolean isSound() {
        Home place = terminal.home();
        return new HomeCheck(place, place.storeToRead(), false, notice -> {})
                .run()
                .isSound();
    }

    private List<String> answers() {
        return READING.stream()
                .map(words -> {
                    Terminal.Answer answer = terminal.type(words.toArray(String[]::new));
                    return answer.status() + answer.out() + answer.err();
                })
                .toList();
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : below("")) {
            boolean log = file.startsWith(home.resolve("logs"));
            if (!log && Files.size(file) > 0) {
                files.add(file);
            }
        }
        return files;
    }

    private List<Path> below(String name) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
