package candor.store.port;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What must be found by question, not by key: runs, forecasts awaiting their outcome, scores, approvals. Every method throws
 * {@link candor.store.failure.LedgerUnavailable} where the ledger does not answer. Writing the same entry again changes
 * nothing.
 */
public interface Ledger {

    /** Notes the run, replacing an earlier entry of the same run id. */
    void recordRun(RunEntry run);

    Optional<RunEntry> findRun(String runId);

    /** The latest runs, newest start first, at most {@code limit} (&ge; 1). */
    List<RunEntry> latestRuns(int limit);

    /** Notes a forecast; false where one with the same symbol, origin, horizon and checkpoint is there already. */
    boolean recordForecast(ForecastEntry forecast);

    /** Unscored forecasts whose target is on or before {@code through}, by origin, then horizon, then checkpoint. */
    List<ForecastEntry> forecastsAwaitingOutcome(Symbol symbol, LocalDate through);

    /** Notes a score; false where the forecast it belongs to has one already. */
    boolean recordScore(ScoreEntry score);

    /** The scores of a symbol and horizon by origin, then checkpoint: the last {@code limit} (&ge; 1) of them. */
    List<ScoreEntry> latestScores(Symbol symbol, int horizon, int limit);

    /** Notes a person's answer; false where the same proposal of the same run has one already: the first one stands. */
    boolean recordApproval(ApprovalEntry approval);

    /** @param proposal SHA-256 of the checkpoint that proposes */
    Optional<ApprovalEntry> findApproval(String runId, String proposal);

    /** The limit itself; throws IllegalArgumentException where it is below 1. For the adapters. */
    static int checkedLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("bad limit: " + limit + "; ask for at least 1");
        }
        return limit;
    }
}
