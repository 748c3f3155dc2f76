// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.verification;

import candor.pipeline.stage.RetrievalDocument;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.Input;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** All work in a store: each checkpoint by its fingerprint, each artefact and each input by its digest. */
final class WorkCheck {

    private static final String CHECKPOINT = "/checkpoint.json";

    private final ObjectStore store;
    private final Checkpoints checkpoints;

    /** Readable checkpoints by key. */
    private final SortedMap<String, Referenced> found = new TreeMap<>();

    private final Map<String, String> unread = new TreeMap<>();
    private final List<Damage> damages = new ArrayList<>();

    WorkCheck(ObjectStore store) {
        this.store = store;
        this.checkpoints = new Checkpoints(store, notice -> {});
    }

    /** Reads everything; to be called once. */
    List<Damage> run() {
        List<String> keys = store.list("work/");
        keys.stream().filter(key -> key.endsWith(CHECKPOINT)).forEach(this::readCheckpoint);
        unread.forEach((key, what) -> damages.add(Damage.of(key, what, remedy(key, Optional.empty()))));
        Map<String, String> digests = new HashMap<>();
        found.values().forEach(each -> {
            readArtefacts(each.checkpoint());
            each.checkpoint().artefacts().forEach(artefact -> digests.put(artefact.key(), artefact.sha256()));
        });
        found.values().forEach(each -> compareInputs(each, digests));
        return damages;
    }

    private void readCheckpoint(String key) {
        try {
            found.put(key, checkpoints.find(key));
        } catch (UnreadableCheckpoint e) {
            unread.put(key, words(e));
        }
    }

    private void readArtefacts(Checkpoint checkpoint) {
        for (Artefact artefact : checkpoint.artefacts()) {
            try {
                checkpoints.bytes(artefact);
            } catch (UnreadableCheckpoint e) {
                damages.add(Damage.of(artefact.key(), words(e), remedy(artefact.key(), Optional.of(checkpoint))));
            }
        }
    }

    /** Of work that was made again with other bytes, what was made of the former is not what it says any more. */
    private void compareInputs(Referenced each, Map<String, String> digests) {
        for (Input input : each.checkpoint().inputs()) {
            String present = digests.get(input.key());
            if (present != null && !present.equals(input.sha256())) {
                damages.add(Damage.of(
                        each.ref().key(),
                        "it was made of another " + input.key() + ", with the digest " + input.sha256(),
                        remedy(each.ref().key(), Optional.of(each.checkpoint()))));
            }
        }
    }

    /** Whether the reference is to a readable checkpoint of these bytes. */
    Optional<String> fault(CheckpointRef ref) {
        Referenced there = found.get(ref.key());
        if (there == null) {
            return Optional.of(ref.key() + ", which it names, is missing or damaged");
        }
        return there.ref().sha256().equals(ref.sha256())
                ? Optional.empty()
                : Optional.of(ref.key() + " has the digest " + there.ref().sha256() + ", not " + ref.sha256()
                        + ", which it names");
    }

    /** Readable checkpoints, in the order of their keys. */
    List<Referenced> checkpoints() {
        return List.copyOf(found.values());
    }

    /** The keys of all checkpoints that were made of what lies in the folder of the key, directly or by way of others. */
    List<String> madeOf(String key) {
        TreeSet<String> folders = new TreeSet<>(List.of(folder(key)));
        TreeSet<String> made = new TreeSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Referenced each : found.values()) {
                boolean uses =
                        each.checkpoint().inputs().stream().anyMatch(input -> folders.contains(folder(input.key())));
                if (uses && made.add(each.ref().key())) {
                    folders.add(folder(each.ref().key()));
                    more = true;
                }
            }
        }
        return List.copyOf(made);
    }

    static String folder(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1);
    }

    private static String words(UnreadableCheckpoint e) {
        return String.valueOf(e.getMessage()).replaceFirst("; run the stage.*$", "");
    }

    private String remedy(String key, Optional<Checkpoint> checkpoint) {
        String[] path = key.split("/", -1);
        String day = checkpoint.map(known -> " --as-of " + known.asOf()).orElse("");
        String source = found.values().stream()
                .filter(each -> each.checkpoint().stage().equals("ingest")
                        && each.checkpoint().symbol().value().equals(path[2])
                        && checkpoint
                                .filter(known ->
                                        known.asOf().equals(each.checkpoint().asOf()))
                                .isPresent())
                .map(each -> source(each.checkpoint()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> " --source " + text)
                .orElse("");
        return "run that day again on the same bars, which writes the same bytes: ./candor run " + path[2] + day
                + source;
    }

    /** Where Ingest found the bars, where that is one place of the store or built in. */
    private String source(Checkpoint ingested) {
        try {
            JsonNode retrieval = Json.readTree(checkpoints.bytes(ingested.getArtefact(RetrievalDocument.KEY)));
            String source = retrieval.path("source").stringValue("");
            String file = "/" + retrieval.at("/provenance/file").stringValue("");
            List<String> given = store.list("inbox/" + ingested.symbol() + "/").stream()
                    .filter(key -> key.endsWith(file))
                    .toList();
            return source.equals("csv") && given.size() == 1
                    ? given.getFirst()
                    : source.equals("synthetic") ? source : "";
        } catch (UnreadableCheckpoint e) {
            return "";
        }
    }
}
