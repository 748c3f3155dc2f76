// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.reproduction;

import candor.forecasting.market.Symbol;
import candor.local.wiring.CommandRejected;
import candor.pipeline.report.Preface;
import candor.pipeline.stage.StageName;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Digest;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.json.Json;
import candor.store.port.ObjectKey;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.run.RunRecord;
import candor.store.run.Seal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;

/**
 * Objects of a store in one zip file, for somebody else: all that a run can be reproduced of, or all of a symbol. The first
 * entry, {@value #MANIFEST}, names each object with its digest. Same objects, same bytes.
 */
public final class Bundle {

    private static final String MANIFEST = "bundle.json";
    private static final String SCHEMA = "candor/bundle/1";

    /** Any time would do; a zip cannot tell an earlier year. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Bundle() {}

    /** The first entry, with the digest of itself as the last field. */
    private record Manifest(String schema, SortedMap<String, String> objects) {}

    /** What belongs to a run: its record, its stages, and what {@link Reproduction} needs beside them. */
    public static List<String> keysOf(ObjectStore store, RunRecord run) {
        TreeSet<String> keys = new TreeSet<>(documents(store, run.symbol()));
        keys.add("runs/" + run.runId() + ".json");
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        run.stages().stream()
                .map(done -> done.checkpoint().key())
                .forEach(key -> keys.addAll(store.list(key.substring(0, key.lastIndexOf('/') + 1))));
        for (String key : checkpoints.keys(StageName.FORECAST.key(), run.symbol())) {
            if (isBefore(checkpoints, key, run)) {
                keys.addAll(store.list(key.substring(0, key.lastIndexOf('/') + 1)));
            }
        }
        return List.copyOf(keys);
    }

    private static boolean isBefore(Checkpoints checkpoints, String key, RunRecord run) {
        try {
            Checkpoint checkpoint = checkpoints.find(key).checkpoint();
            return checkpoint.asOf().isBefore(run.asOf());
        } catch (UnreadableCheckpoint e) {
            return false;
        }
    }

    /** Everything of a symbol. */
    public static List<String> keysOf(ObjectStore store, Symbol symbol) {
        TreeSet<String> keys = new TreeSet<>(documents(store, symbol));
        for (StageName stage : StageName.values()) {
            keys.addAll(store.list("work/" + stage.key() + "/" + symbol + "/"));
            keys.addAll(store.list("predecessors/" + stage.key() + "/" + symbol + "/"));
        }
        keys.addAll(store.list("runs/" + symbol + "_"));
        keys.addAll(store.list("vintages/" + symbol + "/"));
        keys.addAll(store.list("inbox/" + symbol + "/"));
        store.list("latest/" + symbol).stream()
                .filter(("latest/" + symbol)::equals)
                .forEach(keys::add);
        return List.copyOf(keys);
    }

    private static List<String> documents(ObjectStore store, Symbol symbol) {
        List<String> keys = new ArrayList<>(store.list("decisions/" + symbol + "/"));
        for (String key : List.of(
                "champions/" + symbol,
                "settings/" + symbol + ".json",
                "settings/default.json",
                "settings/data/" + symbol + ".json",
                Preface.keyOf(symbol),
                Preface.IMPRINT)) {
            if (store.find(key).isPresent()) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The zip file with these objects. */
    public static byte[] of(ObjectStore store, List<String> keys) {
        SortedMap<String, byte[]> objects = new TreeMap<>();
        keys.forEach(key -> objects.put(key, store.find(key).orElseThrow().bytes()));
        SortedMap<String, String> digests = new TreeMap<>();
        objects.forEach((key, bytes) -> digests.put(key, Digest.of(bytes)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, MANIFEST, Seal.on(Json.write(new Manifest(SCHEMA, digests))));
            for (Map.Entry<String, byte[]> object : objects.entrySet()) {
                put(zip, object.getKey(), object.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a bundle in memory", e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * The objects of a bundle by key, each with the digest that the manifest names.
     *
     * @throws CommandRejected where the file is no bundle, or any byte of what it holds is another one
     */
    public static SortedMap<String, byte[]> read(String name, byte[] file) {
        SortedMap<String, byte[]> objects = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!ObjectKey.isWellFormed(entry.getName())
                        || objects.put(entry.getName(), zip.readAllBytes()) != null) {
                    throw damaged(name, "the entry '" + entry.getName() + "' is no key, or comes twice");
                }
            }
            byte[] manifest = Seal.off(objects.getOrDefault(MANIFEST, new byte[0]))
                    .orElseThrow(() -> damaged(name, "its first entry is not " + MANIFEST + " with a digest"));
            objects.remove(MANIFEST);
            SortedMap<String, String> wanted =
                    Json.read(manifest, Manifest.class).objects();
            SortedMap<String, String> found = new TreeMap<>();
            objects.forEach((key, bytes) -> found.put(key, Digest.of(bytes)));
            if (!found.equals(wanted)) {
                wanted.entrySet().removeAll(found.entrySet());
                throw damaged(name, wanted.isEmpty() ? "it holds more than it lists" : "of " + wanted.firstKey());
            }
            return objects;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw e instanceof CommandRejected rejection ? rejection : damaged(name, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Puts the objects into a store.
     *
     * @return keys under which the store holds something else, which stays
     */
    public static List<String> restore(SortedMap<String, byte[]> objects, ObjectStore store) {
        List<String> others = new ArrayList<>();
        objects.forEach((key, bytes) -> {
            boolean stored = store.putIfAbsent(key, bytes, "application/octet-stream") instanceof PutOutcome.Stored
                    || store.find(key)
                            .filter(present -> Digest.of(present.bytes()).equals(Digest.of(bytes)))
                            .isPresent();
            if (!stored) {
                others.add(key);
            }
        });
        return others;
    }

    private static CommandRejected damaged(String name, String why) {
        return new CommandRejected(name + " is no bundle, or was changed since it was made: " + why
                + "; ask for it again where it was made with ./candor bundle");
    }
}
