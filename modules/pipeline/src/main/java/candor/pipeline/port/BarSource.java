package candor.pipeline.port;

import candor.forecasting.market.Symbol;

/** Where bars come from. What was retrieved is handed over as it was found; judging it is cleaning's work. */
public interface BarSource {

    /**
     * Retrieves all bars of a symbol.
     *
     * @param reference what tells this source where to look, such as an object's key; from the run's input
     * @throws candor.pipeline.failure.SourceMissing where there is nothing
     * @throws candor.pipeline.failure.InputRefused where what is there cannot be read; names line, field, value, remedy
     * @throws candor.pipeline.failure.RateLimited where the provider asks to come back later
     * @throws candor.pipeline.failure.ProviderUnavailable where it does not answer
     */
    Retrieval retrieve(Symbol symbol, String reference);
}
