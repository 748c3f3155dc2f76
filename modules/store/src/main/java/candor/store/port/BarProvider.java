package candor.store.port;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;

/** Somebody who is asked over the network for daily bars. */
public interface BarProvider {

    /** Short name in messages, keys and settings: lower-case letters, as in {@code yahoo}. */
    String name();

    /**
     * Asks once for the bars from..to, both ends included, exchange-local. Bars of sessions that are not over may be among
     * them. An answer without any bar is an answer.
     *
     * @throws candor.store.failure.SourceMissing where the provider does not know the symbol, or no longer; its words
     * @throws candor.store.failure.InputRefused where its answer cannot be read or contradicts itself
     * @throws candor.store.failure.RequestRefused where it rejects the caller: a missing or wrong token
     * @throws candor.store.failure.RateLimited where it asks to come back later
     * @throws candor.store.failure.ProviderUnavailable where it does not answer, or not with bars
     */
    Download download(Symbol symbol, LocalDate from, LocalDate to);
}
