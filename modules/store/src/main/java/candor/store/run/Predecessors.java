package candor.store.run;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.CorruptCheckpoint;
import candor.store.port.ObjectStore;
import java.time.LocalDate;
import java.util.Optional;

/**
 * predecessors/{stage}/{symbol}/{fingerprint}: the latest work of a stage with the same code and settings, from which
 * today's may go on. Only a hint where to look: what may be taken from there is proved by comparing inputs, so that a lost
 * or old pointer costs time and changes no result.
 */
public final class Predecessors {

    static final String SCHEMA = "candor/predecessor/2";

    private static final SealedForm<Pointer> FORM =
            new SealedForm<>(Pointer.class, Pointer::schema, SCHEMA, "candor/predecessor/1");

    private final ObjectStore store;

    public Predecessors(ObjectStore store) {
        this.store = store;
    }

    /** A pointer as stored. */
    public record Pointer(String schema, LocalDate asOf, CheckpointRef checkpoint) {}

    /** Where the work is; nothing where the pointer cannot be read, which the next {@link #note} repairs. */
    public Optional<CheckpointRef> find(String stage, Symbol symbol, String fingerprint) {
        return store.find(keyOf(stage, symbol, fingerprint))
                .flatMap(object -> parse(object.bytes()))
                .map(Pointer::checkpoint);
    }

    /** Points to the work, unless there is one of a later day already. */
    public void note(String stage, Symbol symbol, String fingerprint, LocalDate asOf, CheckpointRef checkpoint) {
        Documents.update(
                store,
                keyOf(stage, symbol, fingerprint),
                present -> present.filter(bytes -> parse(bytes)
                                .filter(pointer -> pointer.asOf().isAfter(asOf))
                                .isPresent())
                        .orElseGet(() -> FORM.write(new Pointer(SCHEMA, asOf, checkpoint))));
    }

    private static Optional<Pointer> parse(byte[] bytes) {
        try {
            return Optional.of(FORM.read("a predecessor", bytes));
        } catch (CorruptCheckpoint e) {
            return Optional.empty();
        }
    }

    private static String keyOf(String stage, Symbol symbol, String fingerprint) {
        return "predecessors/" + stage + "/" + symbol + "/" + fingerprint;
    }
}
