// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {

    private static final Pattern NAME = Pattern.compile("`([A-Za-z.*]+)`");

    @Test
    void theDocsNameTheSameCommandForEachKind() throws IOException {
        List<String> judged = new ArrayList<>();
        for (String row : rows()) {
            String[] cells = row.split("\\|", -1);
            Remedy documented = cells[2].strip().equals("new run") ? Remedy.NEW_RUN : Remedy.REDRIVE;
            assertThat(cells[2].strip()).as(row).isIn("new run", "redrive");
            Matcher names = NAME.matcher(cells[1]);
            while (names.find()) {
                String error = "candor.store.failure." + names.group(1);
                assertThat(Remedy.of(error, "")).as(error).isEqualTo(documented);
                judged.add(names.group(1));
            }
        }
        assertThat(judged)
                .contains("HaltedForManualCheck", "RateLimited", "CorruptCheckpoint")
                .hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @CsvSource({
        "candor.store.failure.RequestRefused, REDRIVE, rejects the question (status 403): it does so to some networks",
        "candor.store.failure.RequestRefused, NEW_RUN, bad date",
        "States.Timeout, REDRIVE, ''",
        ", REDRIVE, the execution was stopped"
    })
    void aProvidersRefusalMayPassAndAnAbortedRunGoesOn(String error, Remedy remedy, String cause) {
        assertThat(Remedy.of(error, cause)).isEqualTo(remedy);
    }

    @Test
    void commandsNameRunSymbolDayAndPlace() {
        assertThat(Remedy.REDRIVE.command("daily-1", "STX", "2026-04-24", " --stack candor"))
                .isEqualTo("./candor redrive daily-1 --stack candor");
        assertThat(Remedy.NEW_RUN.command("daily-1", "STX", "2026-04-24", " --stack candor"))
                .isEqualTo("./candor run STX --as-of 2026-04-24 --stack candor");
        assertThat(Remedy.NEW_RUN.command("daily-1", "STX", null, "")).isEqualTo("./candor run STX");
    }

    /** The table 'error, command, what to do' of docs/operations.md. */
    private static List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("candor.root"), "docs/operations.md"));
        int head = lines.indexOf("| error | command | what to do |");
        assertThat(head).isNotNegative();
        return lines.subList(head + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
