package candor.local.wiring;

import candor.local.ledger.SqliteLedger;
import candor.local.store.DurableFiles;
import candor.local.store.FolderForReading;
import candor.local.store.FolderObjectStore;
import candor.statemachine.history.Executions;
import candor.store.environment.Variable;
import candor.store.port.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where local state lives: {@code store/} (the objects), {@code executions/} (their histories), {@code ledger.db},
 * {@code logs/}.
 */
public record Home(Path root) {

    private static final Duration DRAFT_LIFE = Duration.ofHours(1);
    private static final String USER_HOME = "~/";

    /** The home that is asked for by option, environment ({@code CANDOR_HOME}) or default ({@code ~/.candor}). */
    public static Home of(@Nullable String option, Surroundings surroundings) {
        String named = option != null && !option.isEmpty() ? option : Variable.HOME.in(surroundings.environment());
        Path root = named.equals(Variable.HOME.standard())
                ? surroundings.userHome().resolve(named.substring(USER_HOME.length()))
                : surroundings.workingDirectory().resolve(named);
        return new Home(root.toAbsolutePath().normalize());
    }

    /** The home, to be looked at only; throws a {@link CommandRejected} where it, or a folder above it, is a file. */
    public Home readable() {
        Path there = root;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there != null && !Files.isDirectory(there)) {
            throw new CommandRejected("the home folder " + root + " cannot be one, as " + there
                    + " is a file; choose another with --home DIR or CANDOR_HOME");
        }
        return this;
    }

    /** Makes sure that state can be kept there; throws a {@link CommandRejected} where it cannot. */
    public Home writable() {
        try {
            DurableFiles.createFolders(root);
            Path probe = Files.createTempFile(root, ".probe", "");
            Files.delete(probe);
            return this;
        } catch (IOException e) {
            throw new CommandRejected(
                    "cannot write to the home folder " + root + " ("
                            + e.getClass().getSimpleName()
                            + "); choose another with --home DIR or CANDOR_HOME, or make it writable",
                    e);
        }
    }

    /** The objects; drafts that a killed writer left behind long ago are swept out. */
    public FolderObjectStore openStore(Instant now) {
        FolderObjectStore store = new FolderObjectStore(root.resolve("store"));
        store.discardDraftsBefore(now.minus(DRAFT_LIFE));
        return store;
    }

    /** The objects, to be read only: nothing in the home is changed. */
    public FolderForReading storeToRead() {
        return new FolderForReading(root.resolve("store"));
    }

    /**
     * The ledger. One that is damaged is set aside, and one that is damaged or missing is made again from the store and the
     * executions.
     *
     * @param notices told, in one line, if so
     */
    public SqliteLedger openLedger(ObjectStore store, Consumer<String> notices) {
        return new LedgerFile(this, store, notices).open();
    }

    /** Where the ledger is. */
    public Path ledgerFile() {
        return root.resolve("ledger.db");
    }

    public Executions executions() {
        return new Executions(root.resolve("executions"));
    }

    public Path logs() {
        return root.resolve("logs");
    }
}
