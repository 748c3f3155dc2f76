package candor.store.port;

import candor.forecasting.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One run as the ledger keeps it.
 *
 * @param runId {@code SYMBOL_ASOF_EXECUTION}; asOf is {@code unresolved} where the run failed before it was known
 * @param execution the execution's name
 * @param asOf null where the run failed before it was known
 * @param started when the execution began
 * @param ended null while it runs
 * @param status RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED, as Step Functions names them
 * @param error error name of a run that did not succeed
 * @param cause one line for a person; what failed and what to do
 */
public record RunEntry(
        String runId,
        String execution,
        Symbol symbol,
        @Nullable LocalDate asOf,
        Instant started,
        @Nullable Instant ended,
        String status,
        @Nullable String error,
        @Nullable String cause) {}
