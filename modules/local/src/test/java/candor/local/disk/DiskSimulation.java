// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.disk;

import candor.local.wiring.Home;
import candor.pipeline.simulation.Act;
import candor.pipeline.simulation.Tally;
import candor.pipeline.simulation.World;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageResult;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Digest;
import candor.store.failure.StoreUnavailable;
import candor.store.fixture.MemoryLedger;
import candor.store.fixture.MemoryStore;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Acts in turn on the folder of a home, each cut off before every change that it makes to the disk, and found in every way in
 * which a disk can be found then. What a write had promised must be there; what was under way, as before or as after; and a
 * new process that does the act again ends as if nothing had happened.
 *
 * <p>A process knows nothing but what was left. So acts are done again once for each content of store and ledger that was
 * left, however many changes and ends leave that one.
 */
final class DiskSimulation {

    /** What goes wrong while the process lives on. */
    enum DiskFault {
        /** A change of the disk fails, as where no space is left, and the write is tried again. */
        DISK_REFUSES
    }

    private static final Instant LATER = Instant.parse("2026-04-25T08:00:00Z");

    /** The act at a change: what is on the disk, what the store had promised, and the write under way. */
    private record Moment(
            String change,
            SimulatedDisk disk,
            MemoryLedger ledger,
            SortedMap<String, byte[]> promised,
            WatchedStore.@Nullable Put current) {

        /** Keys whose object is missing. */
        List<String> lost(SortedMap<String, byte[]> found) {
            return promised.keySet().stream()
                    .filter(key -> !found.containsKey(key))
                    .toList();
        }

        /** Keys whose object is neither as it was promised nor as the write under way has it. */
        List<String> broken(SortedMap<String, byte[]> found) {
            return found.entrySet().stream()
                    .filter(entry -> !Arrays.equals(entry.getValue(), promised.get(entry.getKey())))
                    .filter(entry -> current == null
                            || !current.key().equals(entry.getKey())
                            || !Arrays.equals(entry.getValue(), current.bytes()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private final String scene;
    private final Tally tally;
    private final SimulatedDisk disk;
    private final MemoryLedger ledger;
    private final Map<StageName, StageResult> results = new EnumMap<>(StageName.class);

    /** By the very array, as nobody changes bytes that are on a disk. */
    private final IdentityHashMap<byte[], String> digests = new IdentityHashMap<>();

    DiskSimulation(String scene, Tally tally, SimulatedDisk begin, MemoryLedger ledger) {
        this.scene = scene;
        this.tally = tally;
        this.disk = begin.copy();
        this.ledger = ledger.copy();
    }

    SimulatedDisk disk() {
        return disk;
    }

    MemoryLedger ledger() {
        return ledger;
    }

    void undisturbed(List<Act> acts) {
        acts.forEach(act -> act.live(open(disk), ledger, results));
    }

    void disturbed(List<Act> acts) {
        acts.forEach(this::disturbed);
    }

    private void disturbed(Act act) {
        Map<StageName, StageResult> resultsBefore = new EnumMap<>(results);
        List<Moment> moments = new ArrayList<>();
        WatchedStore store = new WatchedStore(open(disk), contents(disk), disk::copy);
        disk.watch(change ->
                moments.add(new Moment(change, disk.copy(), ledger.copy(), store.promised(), store.current())));
        act.live(store, ledger, results);
        disk.watch(change -> {});
        moments.add(new Moment("its end", disk.copy(), ledger.copy(), store.promised(), null));

        Set<String> known = new HashSet<>();
        for (int at = 0; at < moments.size(); at++) {
            for (Survival end : Survival.values()) {
                cut(act, moments.get(at), end, at, resultsBefore, known);
            }
        }
        store.puts().forEach(put -> refused(act, put));
    }

    private void cut(
            Act act,
            Moment moment,
            Survival end,
            int at,
            Map<StageName, StageResult> resultsBefore,
            Set<String> known) {
        SimulatedDisk left = moment.disk().after(end, at);
        ObjectStore store = open(left);
        SortedMap<String, byte[]> found = contents(left);
        List<String> wrong = new ArrayList<>(moment.broken(found));
        List<String> lost = new ArrayList<>(moment.lost(found));
        if (known.add(digest(found, moment.ledger()))) {
            MemoryLedger again = moment.ledger().copy();
            Map<StageName, StageResult> others = new EnumMap<>(resultsBefore);
            act.live(store, again, others);
            World truth = world(disk, ledger);
            wrong.addAll(world(left, again).differences(truth));
            if (!references(others).equals(references(results))) {
                wrong.add("the act's answer");
            }
            // What stands after the second process must stand after a power cut, too.
            world(left.after(Survival.ONLY_FLUSHED, at), again).differences(truth).stream()
                    .filter(key -> !wrong.contains(key))
                    .forEach(lost::add);
        }
        tally.add(scene, end, act.name() + " cut off before " + moment.change() + ", " + end, wrong, lost);
    }

    /** Each change of one write fails once: the write says so, or has been made; tried again, it is there to stay. */
    private void refused(Act act, WatchedStore.Put put) {
        SimulatedDisk after = put.before().copy();
        List<String> changes = new ArrayList<>();
        ObjectStore counting = open(after);
        after.watch(changes::add);
        put.on(counting);
        SortedMap<String, byte[]> wanted = contents(after);
        for (int at = 0; at < changes.size(); at++) {
            SimulatedDisk failing = put.before().copy();
            ObjectStore store = open(failing);
            failing.watch(refusing(at));
            boolean made = made(put, store);
            failing.watch(change -> {});
            List<String> wrong = new ArrayList<>();
            SortedMap<String, byte[]> found = contents(failing);
            if (!equal(found, wanted) && (made || !equal(found, contents(put.before())))) {
                wrong.add(put.key());
            }
            PutOutcome again = put.on(store);
            Objects.requireNonNull(again);
            List<String> lost =
                    equal(contents(failing.after(Survival.ONLY_FLUSHED, at)), wanted) ? List.of() : List.of(put.key());
            tally.add(
                    scene,
                    DiskFault.DISK_REFUSES,
                    act.name() + "'s write of " + put.key() + " without the " + changes.get(at),
                    wrong,
                    lost);
        }
    }

    private static SimulatedDisk.Watch refusing(int at) {
        int[] next = {0};
        return change -> {
            if (next[0]++ == at) {
                throw new IOException("No space left on device");
            }
        };
    }

    private static boolean made(WatchedStore.Put put, ObjectStore store) {
        try {
            put.on(store);
            return true;
        } catch (StoreUnavailable reported) {
            return false;
        }
    }

    private static ObjectStore open(SimulatedDisk disk) {
        return new Home(disk.path("/home")).openStore(LATER);
    }

    /** The objects of the store, whose own files begin with a tilde. */
    private static SortedMap<String, byte[]> contents(SimulatedDisk disk) {
        SortedMap<String, byte[]> contents = disk.filesBelow(disk.path("/home/store"));
        contents.keySet().removeIf(key -> key.startsWith("~"));
        return contents;
    }

    private static World world(SimulatedDisk disk, MemoryLedger ledger) {
        MemoryStore store = new MemoryStore();
        contents(disk).forEach((key, bytes) -> store.putIfAbsent(key, bytes, ""));
        return new World(store, ledger);
    }

    private String digest(SortedMap<String, byte[]> contents, MemoryLedger ledger) {
        StringBuilder text = new StringBuilder(String.join("\n", ledger.entries()));
        contents.forEach((key, bytes) ->
                text.append('\n').append(key).append(' ').append(digests.computeIfAbsent(bytes, Digest::of)));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean equal(SortedMap<String, byte[]> some, SortedMap<String, byte[]> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), others.get(entry.getKey())));
    }

    private static Map<StageName, CheckpointRef> references(Map<StageName, StageResult> results) {
        Map<StageName, CheckpointRef> references = new EnumMap<>(StageName.class);
        results.forEach((name, result) -> references.put(name, result.checkpoint()));
        return references;
    }
}
