// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A split that no row names: the run asks, a person says what it is, and later runs know. */
class RulingsTest {

    private static final int BARS = 1250;
    private static final int SPLIT = 1100;

    @TempDir
    private Path folder;

    private Terminal terminal;
    private String day = "";

    @BeforeEach
    void open() throws IOException {
        terminal = new Terminal(folder.resolve("home"), folder);
        List<String> lines = new ArrayList<>(SampleBars.lines(BARS));
        day = lines.get(SPLIT).substring(0, 10);
        for (int i = 1; i < SPLIT; i++) {
            lines.set(i, fourfold(lines.get(i)));
        }
        SampleBars.write(folder.resolve("bars.csv"), lines);
    }

    private static String fourfold(String line) {
        String[] cells = line.split(",", -1);
        for (int i = 1; i <= 4; i++) {
            cells[i] = String.format(Locale.ROOT, "%.2f", 4 * Double.parseDouble(cells[i]));
        }
        cells[5] = Long.toString(Long.parseLong(cells[5]) / 4);
        return String.join(",", cells);
    }

    @Test
    void theRunAsksAndTheAnswerIsKept() {
        Terminal.Answer asked = terminal.type("run", "SMPL", "--csv", "bars.csv");
        assertThat(asked.status()).isNotZero();
        assertThat(asked.err()).contains("--split " + day + "=4:1 for a split, --real " + day);

        Terminal.Answer answered =
                terminal.type("run", "SMPL", "--csv", "bars.csv", "--split", day + "=4:1", "--by", "ada");
        assertThat(answered.status()).as(answered.err()).isZero();
        assertThat(answered.err()).contains("In settings/data/SMPL.json from now on: split " + day + "=4:1");

        assertThat(terminal.type("run", "SMPL", "--csv", "bars.csv").status())
                .as("the answer is known")
                .isZero();
        assertThat(terminal.type("data", "SMPL").out())
                .contains("ruled        split " + day + "=4:1  (ada, 2026-04-25T");
        assertThat(terminal.type("settings", "SMPL").err()).contains("split " + day + "=4:1  (ada, ");

        Terminal.Answer back = terminal.type("settings", "SMPL", "--take-back", day);
        assertThat(back.status()).isZero();
        assertThat(terminal.type("settings", "SMPL").err()).doesNotContain("split");
        assertThat(terminal.type("run", "SMPL", "--csv", "bars.csv").status()).isNotZero();
        assertThat(terminal.type("settings", "SMPL", "--take-back", day).err())
                .contains("nothing was ruled about " + day + " of SMPL");
    }

    @Test
    void repairAsksTheSameAndTakesTheSameAnswers() {
        Terminal.Answer asked = terminal.type("repair", "bars.csv");
        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.out()).contains("  stops     levels that do not belong together", "--split " + day + "=4:1");

        assertThat(terminal.type("repair", "bars.csv", "--split", day + "=4:1", "--by", "ada")
                        .status())
                .isZero();
        assertThat(terminal.type("repair", "bars.csv", "--real", day, "--by", "ada")
                        .status())
                .isZero();
        assertThat(terminal.type("repair", "bars.csv", "--begin", day, "--by", "ada")
                        .status())
                .isZero();
        assertThat(terminal.type("repair", "bars.csv", "--real", day).err())
                .contains("this login has no name, and what you decide is kept with yours; add --by NAME");
    }

    @Test
    void whatIsNoRulingIsRefused() {
        assertThat(terminal.type("repair", "bars.csv", "--split", day + "=four", "--by", "ada")
                        .err())
                .contains("bad ratio: 'four'; write it as 4:1");
        assertThat(terminal.type("repair", "bars.csv", "--split", day, "--by", "ada")
                        .err())
                .contains("bad split: '" + day + "'; write it as 2024-06-10=10:1");
        assertThat(terminal.type("repair", "bars.csv", "--real", "soon", "--by", "ada")
                        .err())
                .contains("bad date: 'soon'; write it as 2026-04-24");
        assertThat(terminal.type("settings", "--take-back", day).err())
                .contains("is about one symbol; name it, as in ./candor settings STX --take-back " + day);
    }
}
