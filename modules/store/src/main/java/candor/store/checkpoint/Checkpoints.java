package candor.store.checkpoint;

import candor.forecasting.market.Symbol;
import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.StoreUnavailable;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ObjectKey;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checkpoints in an object store: {@code work/{stage}/{symbol}/{fingerprint}/}. Artefacts are written first and the
 * checkpoint last, each only if absent, so that a checkpoint that can be read is complete and of several writers one
 * wins.
 */
public final class Checkpoints {

    private static final int REPAIRS = 5;

    private final ObjectStore store;
    private final Consumer<String> notices;

    /** @param notices told, in one line, of every checkpoint that was there and could not be used */
    public Checkpoints(ObjectStore store, Consumer<String> notices) {
        this.store = store;
        this.notices = notices;
    }

    /** A checkpoint with the reference it was read by. */
    public record Referenced(CheckpointRef ref, Checkpoint checkpoint) {}

    /**
     * The checkpoint of that reference.
     *
     * @throws UnreadableCheckpoint where it is missing, of another digest, too old or too new
     */
    public Checkpoint get(CheckpointRef ref) {
        byte[] bytes = verified(ref.key(), ref.sha256());
        return CheckpointCodec.read(ref.key(), bytes);
    }

    /** The bytes of an artefact; throws {@link CorruptCheckpoint} where they are missing or of another digest. */
    public byte[] bytes(Artefact artefact) {
        return verified(artefact.key(), artefact.sha256());
    }

    /** An artefact of a checkpoint, read; throws as {@link #bytes(Artefact)}, {@link Checkpoint#getArtefact} and its reader. */
    public <T> T read(Checkpoint checkpoint, ArtefactKey<T> key) {
        return key.read(bytes(checkpoint.getArtefact(key)));
    }

    /** The bytes of an input that was read from the store; throws {@link CorruptCheckpoint} as for an artefact. */
    public byte[] bytes(Input input) {
        return verified(input.key(), input.sha256());
    }

    /**
     * The complete checkpoint of earlier work with that fingerprint. One that is there but cannot be used (a missing or
     * damaged artefact included) counts as none, and is reported.
     */
    public Optional<Referenced> findUsable(String stage, Symbol symbol, String fingerprint) {
        String key = keyOf(stage, symbol, fingerprint);
        Optional<StoredObject> object = store.find(key);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        try {
            Referenced found = read(key, object.get().bytes());
            requireFingerprint(key, found.checkpoint(), fingerprint);
            found.checkpoint().artefacts().forEach(this::bytes);
            return Optional.of(found);
        } catch (UnreadableCheckpoint e) {
            notices.accept("not reused: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The keys of all checkpoints of a stage and symbol, ascending. */
    public List<String> keys(String stage, Symbol symbol) {
        return store.list("work/" + stage + "/" + symbol + "/").stream()
                .filter(key -> key.endsWith("/checkpoint.json"))
                .toList();
    }

    /**
     * The checkpoint under a key of {@link #keys}: its own fields have to give the fingerprint in the key. Its artefacts are
     * checked when they are read.
     *
     * @throws UnreadableCheckpoint where it is missing, damaged, too old or too new
     */
    public Referenced find(String key) {
        StoredObject object = store.find(key)
                .orElseThrow(() -> new CorruptCheckpoint(key + " is missing; run the stage that makes it again"));
        Referenced found = read(key, object.bytes());
        String[] path = key.split("/", -1);
        requireFingerprint(key, found.checkpoint(), path[path.length - 2]);
        return found;
    }

    /**
     * Stores the work: artefacts, then the checkpoint. Where another writer was first with the same work its checkpoint
     * is the answer, although it may name other keys for equal inputs: references to it must stay good. Any other
     * content that is there is damage, and is replaced and reported.
     */
    public Referenced write(Checkpoint draft, List<Product> products) {
        String folder = "work/" + draft.stage() + "/" + draft.symbol() + "/" + draft.fingerprint() + "/";
        List<Artefact> artefacts = new ArrayList<>();
        for (Product product : products) {
            String key = folder + product.name();
            settle(key, product.bytes(), product.mediaType());
            artefacts.add(new Artefact(key, Digest.of(product.bytes()), product.bytes().length, product.mediaType()));
        }
        Checkpoint complete = new Checkpoint(
                draft.format(),
                draft.formatVersion(),
                draft.stage(),
                draft.symbol(),
                draft.asOf(),
                draft.fingerprint(),
                draft.inputs(),
                draft.settings(),
                draft.codeDigest(),
                draft.seeds(),
                artefacts,
                draft.summary());
        String key = folder + Checkpoint.FILE;
        Optional<Referenced> first = findSameWork(key, complete);
        if (first.isPresent()) {
            return first.get();
        }
        byte[] bytes = CheckpointCodec.write(complete);
        settle(key, bytes, "application/json");
        return new Referenced(new CheckpointRef(key, Digest.of(bytes)), complete);
    }

    private Optional<Referenced> findSameWork(String key, Checkpoint wanted) {
        return store.find(key).flatMap(object -> {
            try {
                Referenced found = read(key, object.bytes());
                requireFingerprint(key, found.checkpoint(), wanted.fingerprint());
                return Optional.of(found)
                        .filter(there -> there.checkpoint().artefacts().equals(wanted.artefacts()));
            } catch (UnreadableCheckpoint e) {
                // Damage: the caller replaces it, and reports that.
                return Optional.empty();
            }
        });
    }

    private void settle(String key, byte[] bytes, String mediaType) {
        for (int attempt = 0; attempt < REPAIRS; attempt++) {
            if (store.putIfAbsent(key, bytes, mediaType) instanceof PutOutcome.Stored) {
                return;
            }
            Optional<StoredObject> present = store.find(key);
            if (present.isPresent()) {
                if (Arrays.equals(present.get().bytes(), bytes)) {
                    return;
                }
                notices.accept("replaced: " + key + " held other bytes than this work makes ("
                        + present.get().bytes().length
                        + " instead of " + bytes.length + ", digest "
                        + Digest.of(present.get().bytes()) + ")");
                if (store.putIfMatch(key, bytes, mediaType, present.get().entityTag()) instanceof PutOutcome.Stored) {
                    return;
                }
            }
        }
        throw new StoreUnavailable(key + " keeps changing under " + REPAIRS + " attempts to write it; try again");
    }

    private byte[] verified(String key, String sha256) {
        if (!ObjectKey.isWellFormed(key)) {
            throw new CorruptCheckpoint("'" + key + "' is no key, so that what names it is damaged; run the stage that"
                    + " makes it again");
        }
        StoredObject object = store.find(key)
                .orElseThrow(() -> new CorruptCheckpoint(key + " is missing; run the stage that makes it again"));
        String found = Digest.of(object.bytes());
        if (!found.equals(sha256)) {
            throw new CorruptCheckpoint(key + " is damaged: its digest is " + found + ", not " + sha256
                    + "; run the stage that makes it again");
        }
        return object.bytes();
    }

    private static Referenced read(String key, byte[] bytes) {
        return new Referenced(new CheckpointRef(key, Digest.of(bytes)), CheckpointCodec.read(key, bytes));
    }

    private static void requireFingerprint(String key, Checkpoint found, String fingerprint) {
        if (!found.fingerprint().equals(fingerprint) || !Fingerprint.of(found).equals(fingerprint)) {
            throw new CorruptCheckpoint(
                    key + " is damaged: its fields do not give its fingerprint; run the stage that makes it again");
        }
    }

    private static String keyOf(String stage, Symbol symbol, String fingerprint) {
        return "work/" + stage + "/" + symbol + "/" + fingerprint + "/" + Checkpoint.FILE;
    }
}
