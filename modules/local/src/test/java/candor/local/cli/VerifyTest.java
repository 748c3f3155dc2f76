// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.local.ledger.SqliteLedger;
import candor.local.wiring.Home;
import candor.local.wiring.HomeCheck;
import candor.pipeline.stage.LedgerIndex;
import candor.pipeline.verification.Checked;
import candor.store.checkpoint.Digest;
import candor.store.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor verify}, on copies of a home with one run: what is damaged is found, and made again where it can be. */
class VerifyTest {

    private static final int BITS = 4;

    @TempDir
    private Path folder;

    private Path home;
    private Terminal terminal;

    /** Of its own: other tests leave runs and files of a batch in the one that they share. */
    @TempDir
    private static Path once;

    @BeforeAll
    static void demo() {
        new Terminal(once.resolve("home"), once).type("demo");
    }

    @BeforeEach
    void copy() throws IOException {
        home = folder.resolve("home");
        Artefacts.copy(once.resolve("home"), home);
        terminal = new Terminal(home, folder);
    }

    @Test
    void soundHomeIsSoundAndStaysAsItIs() throws IOException {
        Map<String, String> before = state();

        Terminal.Answer answer = terminal.type("verify");

        assertThat(answer.status()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out()).contains(" objects read, ", ": all is sound");
        assertThat(state()).isEqualTo(before);
    }

    /** A bit turned in any stored file, in a seeded sample of its bits, is found; never is a file silently another one. */
    @Test
    void turnedBitInAnyStoredFileIsFound() throws IOException {
        SplittableRandom random = new SplittableRandom(16);
        List<String> silent = new ArrayList<>();
        for (Path file : stored()) {
            byte[] right = Files.readAllBytes(file);
            for (int turn = 0; turn < BITS && right.length > 0; turn++) {
                int bit = random.nextInt(right.length * 8);
                turn(file, right, bit);
                if (check(false).isSound()) {
                    silent.add(home.relativize(file) + ", bit " + bit);
                }
            }
            Files.write(file, right);
        }
        assertThat(silent).isEmpty();
        assertThat(check(false).damages()).isEmpty();
    }

    /** In the ledger a turned bit is found, or it is one that no question about entries reads. */
    @Test
    void turnedBitInTheLedgerIsFoundOrChangesNoEntry() throws IOException {
        Path ledger = home.resolve("ledger.db");
        List<Object> entries = entries(ledger);
        byte[] right = Files.readAllBytes(ledger);
        SplittableRandom random = new SplittableRandom(17);
        for (int turn = 0; turn < 60; turn++) {
            int bit = random.nextInt(right.length * 8);
            turn(ledger, right, bit);
            if (check(false).isSound()) {
                assertThat(entries(ledger)).as("bit %d", bit).isEqualTo(entries);
            }
        }
    }

    @Test
    void whatCanBeMadeAgainIs() throws IOException {
        Map<String, String> before = state();
        for (String name : List.of("champions/SYNTH", "latest/SYNTH", "decisions/SYNTH/000001.json")) {
            Path file = home.resolve("store").resolve(name);
            turn(file, Files.readAllBytes(file), 999);
        }
        Path run = files("store/runs").getFirst();
        turn(run, Files.readAllBytes(run), 999);
        Path predecessor = files("store/predecessors").getFirst();
        turn(predecessor, Files.readAllBytes(predecessor), 99);
        Files.delete(home.resolve("ledger.db"));

        Terminal.Answer found = terminal.type("verify");
        assertThat(found.status()).isEqualTo(Failures.FAILED);
        assertThat(found.out())
                .contains("damaged   champions/SYNTH", "damaged   latest/SYNTH", "damaged   runs/SYNTH_", "ledger.db")
                .contains("remedy: ./candor verify --repair");

        // Both copies of a decision were damaged, so that only the verdict itself can tell.
        Terminal.Answer first = terminal.type("verify", "--repair");
        assertThat(first.out()).contains("damaged   champions/SYNTH", "from a backup");
        Files.delete(home.resolve("store/decisions/SYNTH/000001.json"));
        Terminal.Answer repaired = terminal.type("verify", "--repair");
        assertThat(repaired.status()).as(repaired.out()).isZero();
        assertThat(repaired.out()).contains("made again of 1 verdicts of Promote");
        assertThat(terminal.type("verify").status()).isZero();
        Map<String, String> after = state();
        for (String name : List.of("champions/SYNTH", "latest/SYNTH", "decisions/SYNTH/000001.json")) {
            assertThat(after.get("store/" + name)).as(name).isEqualTo(before.get("store/" + name));
        }
        assertThat(after.get(home.relativize(predecessor).toString()))
                .isEqualTo(before.get(home.relativize(predecessor).toString()));
    }

    /** The remedy that is printed is followed. */
    @Test
    void damagedWorkNamesWhatDependsOnItAndTheRunThatWritesItAgain() throws IOException {
        Path model = files("store/work/train").stream()
                .filter(file -> file.endsWith("model.json"))
                .findFirst()
                .orElseThrow();
        byte[] right = Files.readAllBytes(model);
        turn(model, right, 9_999);

        Terminal.Answer found = terminal.type("verify", "--json");

        assertThat(found.status()).isEqualTo(Failures.FAILED);
        var damage = Json.readTree(found.out().getBytes(UTF_8)).at("/damages/0");
        assertThat(damage.path("key").stringValue()).endsWith("/model.json");
        assertThat(damage.path("dependents").toString())
                .contains("work/evaluate/", "work/forecast/", "work/monitor/", "runs/SYNTH_");
        String remedy = damage.path("remedy").stringValue();
        String command = remedy.substring(remedy.indexOf("./candor ") + "./candor ".length());
        Terminal.Answer again = terminal.type(command.split(" ", -1));
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(Files.readAllBytes(model)).isEqualTo(right);
        assertThat(terminal.type("verify").status()).isZero();
    }

    /** Without champions a run would have begun anew, with a free look for the gate. */
    @Test
    void runWithoutChampionsIsRejectedUntilTheyAreMadeAgain() throws IOException {
        Path champions = home.resolve("store/champions/SYNTH");
        byte[] right = Files.readAllBytes(champions);
        Files.delete(champions);

        Terminal.Answer refused = terminal.type("demo");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.err()).contains("champions/SYNTH is missing", "./candor verify --repair");

        assertThat(terminal.type("verify", "--repair").status()).isZero();
        assertThat(Files.readAllBytes(champions)).isEqualTo(right);
        assertThat(terminal.type("demo").status()).isZero();
    }

    @Test
    void damagedLedgerIsMadeAgainByTheNextRunWithANote() throws IOException {
        Files.writeString(home.resolve("ledger.db"), "not a ledger\n".repeat(100));

        Terminal.Answer again = terminal.type("demo");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.err()).contains("was damaged: made again from the store", "ledger.db.damaged-1");
        assertThat(terminal.type("verify").status()).isZero();
    }

    /** A home may be a backup, or somebody else's: what reads it changes nothing there. */
    @Test
    void readingCommandsWriteNothing() throws IOException {
        Files.writeString(folder.resolve("wanted.csv"), "symbol,asOf\nSYNTH,\n");
        Map<String, String> before = state();
        for (List<String> words : List.of(
                List.of("executions"),
                List.of("champion", "SYNTH"),
                List.of("settings", "SYNTH"),
                List.of("data", "SYNTH"),
                List.of("evaluate", "SYNTH"),
                List.of("verify"))) {
            Terminal.Answer answer = terminal.type(words.toArray(String[]::new));
            assertThat(answer.status()).as(words + answer.err()).isZero();
        }
        assertThat(state()).isEqualTo(before);
    }

    /** Output into a full disk was lost, and the command said that all was well. */
    @Test
    void outputThatCannotBeWrittenFailsTheCommand() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        for (List<String> words : List.of(List.of("settings", "SYNTH"), List.of("executions"), List.of("--help"))) {
            OutputStream err = new ByteArrayOutputStream();
            int status = Main.commandLine(terminal.surroundings(full, err)).execute(words.toArray(String[]::new));
            assertThat(status).as(words.toString()).isEqualTo(Failures.FAILED);
            assertThat(err.toString()).contains("the output could not be written");
        }
    }

    /** {@code data STX --csv mine.csv} replaced a file of the user's, although {@code run --csv} reads one. */
    @Test
    void fileThatCandorDidNotWriteIsReplacedOnlyWhenForced() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.csv"), "mine\n");
        Terminal.Answer former = terminal.type("data", "SYNTH", "--csv", "mine.csv");
        assertThat(former.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(former.err()).contains("give --output mine.csv");
        Terminal.Answer refused = terminal.type("data", "SYNTH", "--output", "mine.csv");
        assertThat(refused.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(refused.err()).contains("mine.csv is there", "--force");
        assertThat(mine).hasContent("mine");

        assertThat(terminal.type("data", "SYNTH", "--output", "mine.csv", "--force")
                        .status())
                .isZero();
        assertThat(Files.readString(mine)).startsWith("Date,");
        assertThat(terminal.type("data", "SYNTH", "--output", "mine.csv").status())
                .as("it is Candor's now")
                .isZero();
        Files.writeString(mine, "changed\n");
        assertThat(terminal.type("data", "SYNTH", "--output", "mine.csv").status())
                .isEqualTo(Failures.BAD_INPUT);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private Checked check(boolean repair) {
        Home place = terminal.home();
        return new HomeCheck(place, place.storeToRead(), repair, notice -> {}).run();
    }

    private List<Object> entries(Path ledger) {
        try (SqliteLedger there = SqliteLedger.toRead(ledger)) {
            List<Object> all =
                    new ArrayList<>(LedgerIndex.faults(terminal.home().storeToRead(), there));
            all.addAll(there.latestRuns(99).stream()
                    .map(run -> List.of(run.runId(), run.status(), String.valueOf(run.asOf())))
                    .toList());
            return all;
        }
    }

    private static void turn(Path file, byte[] right, int bit) throws IOException {
        byte[] wrong = right.clone();
        int wanted = bit % (right.length * 8);
        wrong[wanted / 8] ^= (byte) (1 << wanted % 8);
        Files.write(file, wrong);
    }

    private List<Path> stored() throws IOException {
        return files("store").stream()
                .filter(file -> !file.toString().contains("/~"))
                .toList();
    }

    private List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve(below))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** All files of the home with content and time of change; logs of faults count too. */
    private Map<String, String> state() throws IOException {
        Map<String, String> state = new TreeMap<>();
        for (Path file : files("")) {
            state.put(home.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
        }
        return state;
    }
}
