package candor.local.ledger;

import candor.local.store.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The tables and their version, kept in SQLite's {@code user_version}. Dates are ISO text, instants ISO text in UTC with
 * nine decimals, so that text order is time order.
 */
final class LedgerSchema {

    private static final int VERSION = 2;
    private static final int BUSY_TIMEOUT_MILLIS = 30_000;

    /** SQLite's result codes have their kind in the lowest byte. */
    private static final int PRIMARY_CODE = 0xff;

    private static final Set<Integer> DAMAGE = Set.of(
            SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code, SQLiteErrorCode.SQLITE_ERROR.code);

    private static final List<String> TABLES =
            List.of("""
                CREATE TABLE run (
                  run_id TEXT PRIMARY KEY, execution TEXT NOT NULL, symbol TEXT NOT NULL, as_of TEXT,
                  started TEXT NOT NULL, ended TEXT, status TEXT NOT NULL, error TEXT, cause TEXT) STRICT\
                """, "CREATE" + " INDEX" + " run_started" + " ON run" + " (started)", """
                CREATE TABLE forecast (
                  symbol TEXT NOT NULL, origin TEXT NOT NULL, horizon INTEGER NOT NULL, checkpoint TEXT NOT NULL,
                  target TEXT NOT NULL, mean REAL NOT NULL, sigma REAL NOT NULL, sigma_baseline REAL NOT NULL,
                  quantiles TEXT NOT NULL,
                  PRIMARY KEY (symbol, origin, horizon, checkpoint)) STRICT\
                """, """
                CREATE TABLE score (
                  symbol TEXT NOT NULL, origin TEXT NOT NULL, horizon INTEGER NOT NULL, checkpoint TEXT NOT NULL,
                  target TEXT NOT NULL, realised REAL NOT NULL, inside90 INTEGER NOT NULL,
                  interval_score90 REAL NOT NULL, qlike REAL NOT NULL, qlike_baseline REAL NOT NULL,
                  squared_error REAL NOT NULL, squared_error_zero REAL NOT NULL,
                  PRIMARY KEY (symbol, origin, horizon, checkpoint)) STRICT\
                """);

    /** Since version 2. */
    private static final String APPROVALS = """
        CREATE TABLE approval (
          run_id TEXT NOT NULL, proposal TEXT NOT NULL, approved INTEGER NOT NULL, answered_by TEXT NOT NULL,
          decided TEXT NOT NULL, reason TEXT, PRIMARY KEY (run_id, proposal)) STRICT\
        """;

    private LedgerSchema() {}

    /**
     * Opens the file, with its tables, creating both where they are absent. Throws IllegalArgumentException, with the
     * remedy, where the file is a newer Candor's or cannot be written; {@link DamagedLedger} where it is no ledger or its
     * pages contradict each other.
     */
    static Connection open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Path folder = absolute.resolveSibling(".").normalize();
            Files.createDirectories(folder);
            // Two first starts at once would meet in the change to WAL, for which SQLite does not wait.
            return new ProcessLock(folder.resolve(absolute.getFileName() + ".lock")).holding(() -> openAlone(absolute));
        } catch (SQLException e) {
            throw isDamage(e) ? new DamagedLedger(file, e) : unusable(file, e);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** For reading only, and without any change to the file or beside it. */
    static Connection openToRead(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            // What is still in the log of writes counts too; where nothing may be written beside the file there is
            // none.
            String mode = Files.exists(file.resolveSibling(file.getFileName() + "-wal")) ? "mode=ro" : "immutable=1";
            Connection connection = config.createConnection(
                    "jdbc:sqlite:" + file.toAbsolutePath().normalize().toUri() + "?" + mode);
            try (Statement statement = connection.createStatement()) {
                check(statement, file);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            return connection;
        } catch (SQLException e) {
            throw isDamage(e) ? new DamagedLedger(file, e) : unusable(file, e);
        }
    }

    private static boolean isDamage(SQLException e) {
        return e instanceof SQLiteException sqlite && DAMAGE.contains(sqlite.getResultCode().code & PRIMARY_CODE);
    }

    private static IllegalArgumentException unusable(Path file, Exception e) {
        return new IllegalArgumentException(
                "cannot use the ledger " + file + " (" + e.getMessage()
                        + "); make it writable, or choose another folder with --home DIR or CANDOR_HOME",
                e);
    }

    /** SQLite's pages have no checksum: what can be found are pages that contradict each other, and lost tables. */
    private static void check(Statement statement, Path file) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!rows.next() || !rows.getString(1).equals("ok")) {
                throw new DamagedLedger(file, new SQLException(rows.getString(1)));
            }
        }
        if (version(statement) == VERSION) {
            for (String table : List.of("run", "forecast", "score", "approval")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " LIMIT 1")) {
                    rows.next();
                } catch (SQLException e) {
                    throw new DamagedLedger(file, e);
                }
            }
        }
    }

    private static Connection openAlone(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            prepare(connection, file);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            check(statement, file);
            int version = version(statement);
            if (version > VERSION) {
                throw new IllegalArgumentException("the ledger " + file + " has version " + version
                        + ", this Candor knows versions up to " + VERSION
                        + "; update Candor, or choose another folder with --home DIR or CANDOR_HOME");
            }
            if (version < VERSION) {
                connection.setAutoCommit(false);
                for (String table : version == 0 ? TABLES : List.<String>of()) {
                    statement.execute(table);
                }
                statement.execute(APPROVALS);
                statement.execute("PRAGMA user_version = " + VERSION);
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.getInt(1);
        }
    }
}
