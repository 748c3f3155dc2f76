package candor.local.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.forecasting.market.Symbol;
import candor.store.json.Json;
import candor.store.port.ApprovalEntry;
import candor.store.port.ForecastEntry;
import candor.store.port.RunEntry;
import candor.store.port.ScoreEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Entries from rows of the ledger's tables, and the text forms of what they hold. */
final class LedgerRows {

    private static final DateTimeFormatter NINE_DECIMALS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private LedgerRows() {}

    static RunEntry run(ResultSet row) throws SQLException {
        String asOf = row.getString("as_of");
        String ended = row.getString("ended");
        return new RunEntry(
                row.getString("run_id"),
                row.getString("execution"),
                Symbol.of(row.getString("symbol")),
                asOf == null ? null : LocalDate.parse(asOf),
                Instant.parse(row.getString("started")),
                ended == null ? null : Instant.parse(ended),
                row.getString("status"),
                row.getString("error"),
                row.getString("cause"));
    }

    static ForecastEntry forecast(ResultSet row) throws SQLException {
        return new ForecastEntry(
                Symbol.of(row.getString("symbol")),
                LocalDate.parse(row.getString("origin")),
                row.getInt("horizon"),
                LocalDate.parse(row.getString("target")),
                row.getString("checkpoint"),
                row.getDouble("mean"),
                row.getDouble("sigma"),
                row.getDouble("sigma_baseline"),
                quantiles(row.getString("quantiles")));
    }

    static ApprovalEntry approval(ResultSet row) throws SQLException {
        return new ApprovalEntry(
                row.getString("run_id"),
                row.getString("proposal"),
                row.getInt("approved") == 1,
                row.getString("answered_by"),
                Instant.parse(row.getString("decided")),
                row.getString("reason"));
    }

    static ScoreEntry score(ResultSet row) throws SQLException {
        return new ScoreEntry(
                Symbol.of(row.getString("symbol")),
                LocalDate.parse(row.getString("origin")),
                row.getInt("horizon"),
                LocalDate.parse(row.getString("target")),
                row.getString("checkpoint"),
                row.getDouble("realised"),
                row.getBoolean("inside90"),
                row.getDouble("interval_score90"),
                row.getDouble("qlike"),
                row.getDouble("qlike_baseline"),
                row.getDouble("squared_error"),
                row.getDouble("squared_error_zero"));
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : NINE_DECIMALS.format(instant);
    }

    /** A JSON object from probability to quantile. */
    static String text(SortedMap<Double, Double> quantiles) {
        return new String(Json.writeLine(quantiles), UTF_8);
    }

    private static SortedMap<Double, Double> quantiles(String json) {
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        Json.readTree(json.getBytes(UTF_8))
                .properties()
                .forEach(entry -> quantiles.put(
                        Double.valueOf(entry.getKey()), entry.getValue().doubleValue()));
        return quantiles;
    }
}
