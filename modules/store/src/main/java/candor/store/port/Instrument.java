package candor.store.port;

import org.jspecify.annotations.Nullable;

/**
 * What a provider says it answered for: a ticker alone is no proof, as STX is a share at one place and a token at
 * another. Texts as the provider writes them; null where it does not say.
 *
 * @param currency as in {@code USD}; {@code GBp} are pence
 * @param exchange the provider's short name, as in {@code NMS}
 * @param zone of the exchange, as in {@code America/New_York}
 * @param type as in {@code EQUITY}, {@code CRYPTOCURRENCY}
 * @param name as in {@code Seagate Technology Holdings PLC}
 */
public record Instrument(
        @Nullable String currency,
        @Nullable String exchange,
        @Nullable String zone,
        @Nullable String type,
        @Nullable String name) {}
