package candor.local.wiring;

import candor.local.ledger.SqliteLedger;
import candor.local.store.FolderObjectStore;
import candor.statemachine.history.Executions;
import candor.store.environment.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    /** The home, to be looked at only; throws a {@link CommandRejected} where it is a file. */
    public Home readable() {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new CommandRejected(
                    "the home folder " + root + " is a file; choose another with --home DIR or CANDOR_HOME");
        }
        return this;
    }

    /** Makes sure that state can be kept there; throws a {@link CommandRejected} where it cannot. */
    public Home writable() {
        try {
            Files.createDirectories(root);
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

    public SqliteLedger openLedger() {
        return new SqliteLedger(root.resolve("ledger.db"));
    }

    public Executions executions() {
        return new Executions(root.resolve("executions"));
    }

    public Path logs() {
        return root.resolve("logs");
    }
}
