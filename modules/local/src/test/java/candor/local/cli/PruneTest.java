// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.local.pruning.Pruning;
import candor.local.store.FolderObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor prune}, on a home with three days: only what nothing needs goes, wherever it is cut off. */
class PruneTest {

    private static final List<String> DAYS = List.of("2025-12-29", "2025-12-30", "2025-12-31");

    @TempDir
    private Path folder;

    private Path home;
    private Terminal terminal;

    /** Made once; every test works on a copy. */
    @TempDir
    private static Path once;

    @BeforeAll
    static void threeDays() throws IOException {
        Terminal there = new Terminal(once.resolve("home"), once);
        SampleBars.write(once.resolve("bars.csv"), SampleBars.lines(1250));
        for (String day : DAYS) {
            Terminal.Answer run = there.type("run", "SMPL", "--csv", "bars.csv", "--as-of", day);
            assertThat(run.status()).as(run.err()).isZero();
        }
    }

    @BeforeEach
    void copy() throws IOException {
        home = folder.resolve("home");
        Artefacts.copy(once.resolve("home"), home);
        Files.copy(once.resolve("bars.csv"), folder.resolve("bars.csv"));
        terminal = new Terminal(home, folder);
    }

    @Test
    void showsFirstAndDeletesOnWish() throws IOException {
        Map<String, Long> before = files();
        String scores = terminal.type("executions").out();

        Terminal.Answer shown = terminal.type("prune", "--keep", "1");
        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("SMPL_2025-12-29_", "would be deleted: 1 run and ", "; --yes deletes it");
        assertThat(shown.out()).doesNotContain("SMPL_2025-12-30_");
        assertThat(files()).isEqualTo(before);

        Terminal.Answer done = terminal.type("prune", "--keep", "1", "--yes");
        assertThat(done.status()).as(done.err()).isZero();
        assertThat(done.out()).contains("deleted: 1 run and ");
        assertThat(files().size()).isLessThan(before.size());
        assertThat(terminal.type("executions").out().lines().count())
                .isEqualTo(scores.lines().count() - 1);
        assertThat(terminal.type("prune", "--keep", "1").out()).isEqualTo("nothing is older than that and unneeded\n");
    }

    /** Every forecast that was issued, every score, the decisions and the bars are the same afterwards, and so is the next run. */
    @Test
    void whatIsServedScoredOrDecidedStays() throws IOException {
        String champions = terminal.type("champion", "SMPL", "--history").out();
        terminal.type("prune", "--keep", "0", "--yes");

        Terminal.Answer verified = terminal.type("verify");
        assertThat(verified.status()).as(verified.out()).isZero();
        assertThat(kept("forecast")).hasSize(DAYS.size());
        assertThat(kept("monitor")).hasSize(DAYS.size());
        assertThat(kept("promote")).hasSize(DAYS.size());
        for (String stage : List.of("clean", "features", "evaluate", "report")) {
            assertThat(kept(stage)).as(stage).hasSize(1);
        }
        assertThat(terminal.type("champion", "SMPL", "--history").out()).isEqualTo(champions);
        Terminal.Answer again = terminal.type("run", "SMPL", "--csv", "bars.csv");
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.err()).contains("reused: report written");
        Files.delete(home.resolve("ledger.db"));
        assertThat(terminal.type("verify", "--repair").status()).isZero();
    }

    @Test
    void cutOffAnywhereLeavesASoundHomeThatIsPrunedTheNextTime() throws IOException {
        FolderObjectStore store = new FolderObjectStore(home.resolve("store"));
        List<String> keys = new Pruning(store).plan(0).keys();
        assertThat(keys).hasSizeGreaterThan(10);
        for (int i = 0; i < keys.size(); i++) {
            store.delete(keys.get(i));
            if (i % 7 == 0) {
                Terminal.Answer verified = terminal.type("verify");
                assertThat(verified.status())
                        .as("after %s: %s", keys.get(i), verified.out())
                        .isZero();
                List<String> rest = new ArrayList<>(keys.subList(i + 1, keys.size()));
                assertThat(new Pruning(store).plan(0).keys()).containsExactlyInAnyOrderElementsOf(rest);
            }
        }
    }

    @Test
    void nothingIsDeletedOnTheWordOfADamagedStore() throws IOException {
        Files.writeString(home.resolve("store/latest/SMPL"), "{}");
        Map<String, Long> before = files();

        Terminal.Answer answer = terminal.type("prune", "--keep", "0", "--yes");

        assertThat(answer.status()).isNotZero();
        assertThat(answer.err())
                .contains("latest/SMPL", "./candor verify --repair")
                .doesNotContain("\tat ");
        assertThat(files()).isEqualTo(before);
        assertThat(terminal.type("verify", "--repair").status()).isZero();
        assertThat(terminal.type("prune", "--keep", "0", "--yes").status()).isZero();
    }

    @Test
    void daysAreCountedFromTheLastRun() {
        Terminal.Answer answer = terminal.type("prune", "--keep", "-1");

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains("--keep -1 is before the last run; give 0 or more days");
    }

    private List<Path> kept(String stage) throws IOException {
        try (Stream<Path> found = Files.list(home.resolve("store/work/" + stage + "/SMPL"))) {
            return found.toList();
        }
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(home)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(home.relativize(file).toString(), Files.size(file));
            }
        }
        return files;
    }
}
