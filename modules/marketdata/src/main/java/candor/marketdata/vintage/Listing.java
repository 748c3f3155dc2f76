package candor.marketdata.vintage;

import candor.forecasting.market.Symbol;
import candor.store.failure.InputRefused;
import candor.store.port.Download;
import candor.store.port.Instrument;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer has to be about: something that trades in dollars on New York's exchanges, which the calendar knows. */
final class Listing {

    private static final String CURRENCY = "USD";
    private static final String ZONE = "America/New_York";
    private static final Set<String> TYPES = Set.of("EQUITY", "ETF", "MUTUALFUND");

    private Listing() {}

    /** Rejects an answer for something else; what a provider does not say is not held against it. */
    static void require(Symbol symbol, Download answer) {
        Instrument instrument = answer.instrument();
        requireOneOf(symbol, answer, "type", instrument.type(), TYPES);
        requireOneOf(symbol, answer, "currency", instrument.currency(), Set.of(CURRENCY));
        requireOneOf(symbol, answer, "time zone", instrument.zone(), Set.of(ZONE));
    }

    private static void requireOneOf(
            Symbol symbol, Download answer, String what, @Nullable String value, Set<String> expected) {
        if (value != null && !expected.contains(value)) {
            throw new InputRefused(answer.provider() + " answers for " + symbol
                    + " with something else than a US share: "
                    + what + " '" + value + "' instead of "
                    + String.join(", ", expected.stream().sorted().toList())
                    + described(answer.instrument()) + "; check the symbol, as the same letters can name a share, a"
                    + " token and a listing abroad");
        }
    }

    private static String described(Instrument instrument) {
        String name = instrument.name();
        String exchange = instrument.exchange();
        return name == null && exchange == null
                ? ""
                : " (" + (name == null ? "no name" : name) + (exchange == null ? "" : ", exchange " + exchange) + ")";
    }
}
