package candor.pipeline.stage;

import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.pipeline.table.Agreement;
import candor.pipeline.table.FeatureTables;
import candor.pipeline.table.HistoryTables;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.Fingerprint;
import candor.store.checkpoint.Input;
import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.run.Predecessors;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an earlier run of a stage made with the same code and settings, as far as the bars and features that it had are
 * those of now, byte for byte.
 *
 * @param unchangedBefore sessions before this date are as they were then
 */
record EarlierWork(Checkpoints checkpoints, Checkpoint checkpoint, LocalDate unchangedBefore) {

    private static final List<ArtefactKey<?>> TABLES =
            List.of(HistoryTables.BARS, HistoryTables.ADJUSTED, FeatureTables.KEY);

    /** The latest work of that lineage; none where something of it is missing or damaged. */
    static Optional<EarlierWork> find(
            Workshop workshop, StageName stage, Symbol symbol, String lineage, InputArtefacts inputs) {
        return new Predecessors(workshop.store())
                .find(stage.key(), symbol, lineage)
                .flatMap(ref -> whole(() -> read(workshop.checkpoints(), ref, inputs)));
    }

    /** Takes a note of work that later work may go on from. */
    static void note(Workshop workshop, Referenced made) {
        Checkpoint checkpoint = made.checkpoint();
        String lineage = Fingerprint.ofLineage(
                checkpoint.stage(),
                checkpoint.symbol(),
                checkpoint.codeDigest(),
                checkpoint.settings(),
                checkpoint.seeds());
        new Predecessors(workshop.store())
                .note(checkpoint.stage(), checkpoint.symbol(), lineage, checkpoint.asOf(), made.ref());
    }

    private static EarlierWork read(Checkpoints checkpoints, CheckpointRef ref, InputArtefacts inputs) {
        Checkpoint checkpoint = checkpoints.get(ref);
        LocalDate unchanged = LocalDate.MAX;
        for (ArtefactKey<?> table : TABLES) {
            LocalDate before = Agreement.before(checkpoints.bytes(input(checkpoint, table)), inputs.bytes(table));
            unchanged = before.isBefore(unchanged) ? before : unchanged;
        }
        return new EarlierWork(checkpoints, checkpoint, unchanged);
    }

    private static Input input(Checkpoint checkpoint, ArtefactKey<?> table) {
        return checkpoint
                .findInput(table)
                .orElseThrow(() -> new CorruptCheckpoint(
                        "the " + checkpoint.stage() + " checkpoint lists no " + table + " among its inputs"));
    }

    /** Whether a session is as it was then. */
    boolean holds(LocalDate session) {
        return session.isBefore(unchangedBefore);
    }

    /** The last session of the history that is as it was then. */
    Optional<LocalDate> through(PriceHistory history) {
        for (int t = history.size() - 1; t >= 0; t--) {
            if (holds(history.session(t))) {
                return Optional.of(history.session(t));
            }
        }
        return Optional.empty();
    }

    /** Reads what the work made; empty where it is missing or damaged. */
    <T> Optional<T> artefact(ArtefactKey<T> key) {
        return whole(() -> checkpoints.read(checkpoint, key));
    }

    private static <T> Optional<T> whole(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (UnreadableCheckpoint e) {
            // Then the work is done whole, which is slower and nothing else.
            return Optional.empty();
        }
    }
}
