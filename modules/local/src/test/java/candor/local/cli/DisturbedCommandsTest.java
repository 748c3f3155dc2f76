// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.synthetic.SyntheticStock;
import candor.local.disk.SimulatedDisk;
import candor.local.disk.Survival;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.simulation.Act;
import candor.pipeline.simulation.Tally;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageResult;
import candor.store.checkpoint.CheckpointRef;
import candor.store.fixture.MemoryLedger;
import candor.store.port.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Commands of a person, typed on a simulated disk and cut off before every change of it. What is found is as before or as
 * after, and the command typed again ends as if nothing had happened.
 */
final class DisturbedCommandsTest {

    private static final Instant NOW = Instant.parse("2018-03-02T12:00:00Z");
    private static final Tally TALLY = new Tally();
    private static SimulatedDisk begin = SimulatedDisk.empty(true);

    /** A home with one run, and a person who has appointed other champions since. */
    @BeforeAll
    static void home() throws IOException {
        ObjectStore store = terminal(begin).home().writable().openStore(NOW);
        Map<StageName, StageResult> results = new EnumMap<>(StageName.class);
        MemoryLedger ledger = new MemoryLedger();
        Act.run("thursday", new SyntheticBars(LocalDate.of(2018, 3, 1)), null)
                .forEach(act -> act.live(store, ledger, results));
        new Champions(store).appoint(SyntheticStock.SYMBOL, byPerson());
        Files.writeString(begin.path("/work/own.json"), "{\"refitEvery\": 42}");
        Files.writeString(begin.path("/work/wanted.csv"), "symbol,asOf\nSYNTH,\n");
        begin = begin.settled();
    }

    @AfterAll
    static void write() {
        TALLY.write(DisturbedCommandsTest.class);
    }

    @Test
    void championSet() {
        SimulatedDisk done = disturbed(true, "champion", "SYNTH", "--set", "thursday");

        assertThat(terminal(done).type("champion", "SYNTH").out())
                .contains("appointed: the champion of 2018-03-01 was put back");
    }

    @Test
    void settingsSet() {
        SimulatedDisk done = disturbed(true, "settings", "SYNTH", "--set", "own.json");

        assertThat(terminal(done).type("settings", "SYNTH").out()).contains("\"refitEvery\": 42");
    }

    /** A batch of a person's own. After a power cut its answer may be missing, and is never half there. */
    @Test
    void predict() {
        SimulatedDisk done = disturbed(false, "predict", "--input", "wanted.csv", "--output", "answer.csv");

        assertThat(text(done, "/work/answer.csv")).contains("SYNTH,2018-03-01,1,");
    }

    /**
     * @param lasting whether what the command has done stands after a power cut
     * @return the disk after the command
     */
    private static SimulatedDisk disturbed(boolean lasting, String... words) {
        String scene = String.join(" ", Arrays.asList(words).subList(0, words[1].equals("SYNTH") ? 3 : 1));
        SimulatedDisk done = begin.copy();
        List<SimulatedDisk> moments = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        done.watch(change -> {
            moments.add(done.copy());
            changes.add(change);
        });
        Terminal.Answer answer = terminal(done).type(words);
        done.watch(change -> {});
        assertThat(answer.status()).as(answer.err()).isZero();
        moments.add(done.copy());
        changes.add("its end");

        SortedMap<String, byte[]> before = contents(begin);
        SortedMap<String, byte[]> after = contents(done);
        for (int at = 0; at < moments.size(); at++) {
            for (Survival end : Survival.values()) {
                SimulatedDisk left = moments.get(at).after(end, at);
                List<String> wrong = new ArrayList<>(differences(contents(left), before, after));
                List<String> lost = new ArrayList<>();
                if (lasting && at == moments.size() - 1) {
                    lost.addAll(differences(contents(left), after, after));
                }
                Terminal.Answer again = terminal(left).type(words);
                if (again.status() != 0) {
                    wrong.add("the answer of the command typed again: " + again.err());
                }
                wrong.addAll(differences(contents(left), after, after));
                TALLY.add(scene, end, "cut off before " + changes.get(at), wrong, lost);
            }
        }
        TALLY.assertNothingFound();
        assertThat(moments).hasSizeGreaterThan(8);
        return done;
    }

    /** Files that are neither as in the one nor as in the other. */
    private static List<String> differences(
            SortedMap<String, byte[]> found, SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
        List<String> names = new ArrayList<>(other.keySet());
        found.keySet().stream().filter(name -> !other.containsKey(name)).forEach(names::add);
        return names.stream()
                .filter(name -> !Arrays.equals(found.get(name), one.get(name))
                        && !Arrays.equals(found.get(name), other.get(name)))
                .toList();
    }

    /** All that counts: no drafts, no locks, no probes. */
    private static SortedMap<String, byte[]> contents(SimulatedDisk disk) {
        SortedMap<String, byte[]> contents = disk.filesBelow(disk.path("/"));
        contents.keySet().removeIf(name -> name.contains("/~") || name.contains("/."));
        return contents;
    }

    private static String text(SimulatedDisk disk, String name) {
        try {
            return Files.readString(disk.path(name), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Terminal terminal(SimulatedDisk disk) {
        try {
            Files.createDirectories(disk.path("/work"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Terminal(disk.path("/home"), disk.path("/work")).at(NOW);
    }

    private static Term byPerson() {
        return new Term(
                LocalDate.of(2018, 3, 1),
                Decider.PERSON,
                NOW,
                null,
                "by hand",
                new CheckpointRef("work/promote/SYNTH/x/checkpoint.json", "00"),
                0,
                null,
                List.of(1, 5, 21).stream()
                        .map(sessions -> new InService(sessions, InService.APPOINTED, "zero", "ewma", "for the test"))
                        .toList());
    }
}
