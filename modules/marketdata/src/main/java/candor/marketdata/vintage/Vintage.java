package candor.marketdata.vintage;

import candor.forecasting.market.Symbol;
import candor.store.port.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a provider, the document vintage.json; its rows lie beside it.
 *
 * @param number counted from 1 for each symbol and provider; gaps are retrievals that were cut off
 * @param scope whether the provider was asked for everything or for the last days
 * @param from first day asked for, inclusive
 * @param to last day asked for, inclusive
 * @param rows sessions in the answer
 * @param lack sessions that a whole answer lacks; absent where there are none
 * @param findings what differs from earlier vintages, one line each, for a person
 * @param rowsSha256 digest of the rows' file
 */
public record Vintage(
        String schema,
        Symbol symbol,
        String provider,
        int number,
        Scope scope,
        Instant retrievedAt,
        LocalDate from,
        LocalDate to,
        int rows,
        @Nullable Lack lack,
        List<String> findings,
        Instrument instrument,
        String rowsSha256) {

    static final String SCHEMA = "candor/vintage/2";

    /**
     * What a whole answer lacks of what it could hold.
     *
     * @param missing sessions of the calendar between its first and last row that nobody has, but for the latest ones,
     *     which are pending; ascending
     * @param kept sessions that are held from earlier answers; ascending
     * @param since when whole answers began to lack just these
     * @param firstTrade day from which the provider says it has trades, where the first row comes much later; absent where
     *     it does not
     */
    public record Lack(
            List<LocalDate> missing,
            List<LocalDate> kept,
            Instant since,
            @Nullable LocalDate firstTrade) {

        boolean isAs(Lack other) {
            return missing.equals(other.missing)
                    && kept.equals(other.kept)
                    && Objects.equals(firstTrade, other.firstTrade);
        }

        Lack since(Instant earlier) {
            return new Lack(missing, kept, earlier, firstTrade);
        }
    }

    /** How far a retrieval reached. */
    public enum Scope {
        WHOLE,
        WINDOW
    }

    Vintage withDigest(String digest) {
        return new Vintage(
                schema,
                symbol,
                provider,
                number,
                scope,
                retrievedAt,
                from,
                to,
                rows,
                lack,
                findings,
                instrument,
                digest);
    }

    /** Whether the answer can have been a part of what the provider has. */
    boolean isDoubtful(Duration patience) {
        return lack != null && Duration.between(lack.since(), retrievedAt).compareTo(patience) < 0;
    }

    boolean isWhole() {
        return scope == Scope.WHOLE;
    }
}
