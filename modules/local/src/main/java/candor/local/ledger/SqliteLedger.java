package candor.local.ledger;

import candor.forecasting.market.Symbol;
import candor.store.failure.LedgerUnavailable;
import candor.store.port.ApprovalEntry;
import candor.store.port.ForecastEntry;
import candor.store.port.Ledger;
import candor.store.port.RunEntry;
import candor.store.port.ScoreEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in one SQLite file, in write-ahead mode: safe for several threads and processes of one machine, and after a
 * kill. Every write is one statement, committed and flushed when it returns.
 */
public final class SqliteLedger implements Ledger, AutoCloseable {

    private static final String PUT_RUN = """
        INSERT INTO run (run_id, execution, symbol, as_of, started, ended, status, error, cause)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (run_id) DO UPDATE SET
          execution = excluded.execution, symbol = excluded.symbol, as_of = excluded.as_of,
          started = excluded.started, ended = excluded.ended, status = excluded.status,
          error = excluded.error, cause = excluded.cause\
        """;

    private static final String ADD_FORECAST = """
        INSERT INTO forecast (symbol, origin, horizon, checkpoint, target, mean, sigma, sigma_baseline, quantiles)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (symbol, origin, horizon, checkpoint) DO NOTHING\
        """;

    private static final String ADD_SCORE = """
        INSERT INTO score (symbol, origin, horizon, checkpoint, target, realised, inside90,
          interval_score90, qlike, qlike_baseline, squared_error, squared_error_zero)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (symbol, origin, horizon, checkpoint) DO NOTHING\
        """;

    private static final String ADD_APPROVAL = """
        INSERT INTO approval (run_id, proposal, approved, answered_by, decided, reason)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (run_id, proposal) DO NOTHING\
        """;

    private static final String AWAITING = """
        SELECT * FROM forecast f
        WHERE symbol = ? AND target <= ? AND NOT EXISTS (
          SELECT 1 FROM score s WHERE s.symbol = f.symbol AND s.origin = f.origin
            AND s.horizon = f.horizon AND s.checkpoint = f.checkpoint)
        ORDER BY origin, horizon, checkpoint\
        """;

    private static final String LATEST_SCORES =
            "SELECT * FROM score WHERE symbol = ? AND horizon = ? ORDER BY origin DESC, checkpoint DESC LIMIT ?";

    private final Path file;
    private final Connection connection;

    /**
     * Opens the ledger, creating the file where it is absent.
     *
     * @throws DamagedLedger where the file is no ledger
     * @throws IllegalArgumentException with the remedy, where it is a newer Candor's, or cannot be written
     */
    public SqliteLedger(Path file) {
        this(file, LedgerSchema.open(file));
    }

    private SqliteLedger(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** The ledger in a file that is there, to be read only; throws {@link DamagedLedger} where it is none. */
    public static SqliteLedger toRead(Path file) {
        return new SqliteLedger(file, LedgerSchema.openToRead(file));
    }

    @Override
    public void recordRun(RunEntry run) {
        update(
                PUT_RUN,
                run.runId(),
                run.execution(),
                run.symbol(),
                run.asOf(),
                LedgerRows.text(run.started()),
                LedgerRows.text(run.ended()),
                run.status(),
                run.error(),
                run.cause());
    }

    @Override
    public Optional<RunEntry> findRun(String runId) {
        return query(LedgerRows::run, "SELECT * FROM run WHERE run_id = ?", runId).stream()
                .findFirst();
    }

    @Override
    public List<RunEntry> latestRuns(int limit) {
        return query(
                LedgerRows::run,
                "SELECT * FROM run ORDER BY started DESC, run_id DESC LIMIT ?",
                Ledger.checkedLimit(limit));
    }

    @Override
    public boolean recordForecast(ForecastEntry forecast) {
        return update(
                        ADD_FORECAST,
                        forecast.symbol(),
                        forecast.origin(),
                        forecast.horizon(),
                        forecast.checkpoint(),
                        forecast.target(),
                        forecast.mean(),
                        forecast.sigma(),
                        forecast.sigmaBaseline(),
                        LedgerRows.text(forecast.quantiles()))
                == 1;
    }

    @Override
    public List<ForecastEntry> forecastsAwaitingOutcome(Symbol symbol, LocalDate through) {
        return query(LedgerRows::forecast, AWAITING, symbol, through);
    }

    @Override
    public boolean recordScore(ScoreEntry score) {
        return update(
                        ADD_SCORE,
                        score.symbol(),
                        score.origin(),
                        score.horizon(),
                        score.checkpoint(),
                        score.target(),
                        score.realised(),
                        score.inside90() ? 1 : 0,
                        score.intervalScore90(),
                        score.qlike(),
                        score.qlikeBaseline(),
                        score.squaredError(),
                        score.squaredErrorZero())
                == 1;
    }

    @Override
    public List<ScoreEntry> latestScores(Symbol symbol, int horizon, int limit) {
        return query(LedgerRows::score, LATEST_SCORES, symbol, horizon, Ledger.checkedLimit(limit))
                .reversed();
    }

    @Override
    public boolean recordApproval(ApprovalEntry approval) {
        return update(
                        ADD_APPROVAL,
                        approval.runId(),
                        approval.proposal(),
                        approval.approved() ? 1 : 0,
                        approval.by(),
                        LedgerRows.text(approval.decided()),
                        approval.reason())
                == 1;
    }

    @Override
    public Optional<ApprovalEntry> findApproval(String runId, String proposal) {
        return query(LedgerRows::approval, "SELECT * FROM approval WHERE run_id = ? AND proposal = ?", runId, proposal)
                .stream()
                .findFirst();
    }

    @Override
    public void close() {
        synchronized (connection) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw unavailable(e);
            }
        }
    }

    private int update(String sql, @Nullable Object... parameters) {
        synchronized (connection) {
            try (PreparedStatement statement = prepared(sql, parameters)) {
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw unavailable(e);
            }
        }
    }

    private <T> List<T> query(RowReader<T> reader, String sql, @Nullable Object... parameters) {
        synchronized (connection) {
            try (PreparedStatement statement = prepared(sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(reader.read(rows));
                }
                return List.copyOf(entries);
            } catch (SQLException e) {
                throw unavailable(e);
            }
        }
    }

    /** Numbers are bound as numbers, everything else as its text. */
    private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value == null || value instanceof Number ? value : value.toString());
        }
        return statement;
    }

    private LedgerUnavailable unavailable(SQLException e) {
        return new LedgerUnavailable(
                "the ledger " + file + " does not answer: " + e.getMessage() + "; check space and permissions there",
                e);
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
