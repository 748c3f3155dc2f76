// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file whose adjusted closes have a name that is not known: wherever a person looks, it is said. */
class UnreadColumnRunTest {

    private static final String FOLLOWS = "the column kurs_x follows Close by a slowly varying factor, as an adjusted"
            + " close does: name it with --columns adjustedClose=kurs_x to use it";

    @TempDir
    private static Path folder;

    private static Terminal terminal = new Terminal(Path.of(""), Path.of(""));
    private static Terminal.Answer run = new Terminal.Answer(-1, "", "");

    @BeforeAll
    static void run() throws IOException {
        List<String> lines = SilentFaults.all().stream()
                .filter(fault -> fault.name().startsWith("adjusted close"))
                .findFirst()
                .orElseThrow()
                .lines();
        Files.write(folder.resolve("F.csv"), lines);
        terminal = new Terminal(folder.resolve("home"), folder);
        run = terminal.type("run", "XYZ", "--csv", "F.csv", "--out", "out");
        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void onTheLineOfIngest() {
        assertThat(run.err()).contains("1,200 rows from F.csv, the last of 2025-12-31; not read: kurs_x; " + FOLLOWS);
    }

    @Test
    void inData() {
        assertThat(terminal.type("data", "XYZ").out())
                .contains("source       not read: kurs_x\n", "   " + FOLLOWS + "\n");
    }

    @Test
    void inDataForScripts() {
        JsonNode data =
                Json.readTree(terminal.type("data", "XYZ", "--json").out().getBytes(StandardCharsets.UTF_8));
        assertThat(data.path("ignoredColumns").get(0).stringValue()).isEqualTo("kurs_x");
        assertThat(data.path("tracksClose").get(0).stringValue()).isEqualTo("kurs_x");
    }

    @Test
    void inTheReport() throws IOException {
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("Not read: kurs_x.", "The" + FOLLOWS.substring(3) + ".");
    }
}
