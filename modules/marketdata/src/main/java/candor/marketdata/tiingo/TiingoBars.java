package candor.marketdata.tiingo;

import candor.forecasting.market.Symbol;
import candor.marketdata.http.Answer;
import candor.marketdata.http.PoliteClient;
import candor.marketdata.json.JsonPath;
import candor.store.environment.Variable;
import candor.store.failure.InputRefused;
import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.failure.StoreUnavailable;
import candor.store.port.BarProvider;
import candor.store.port.Download;
import candor.store.port.Instrument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/**
 * Tiingo's end-of-day prices, one question a symbol. The token travels in a header, never in an address, and appears in no
 * message. Tiingo's prices of US listings are in dollars and say nothing of currency, exchange or kind.
 */
public final class TiingoBars implements BarProvider {

    /** Its short name. */
    public static final String NAME = "tiingo";

    /** Where Tiingo is asked. */
    public static final HttpUrl STANDARD = HttpUrl.get(Variable.TIINGO_URL.standard());

    private static final Instrument UNTOLD = new Instrument(null, null, null, null, null);

    private final HttpUrl base;
    private final Supplier<String> token;
    private final PoliteClient client;

    /** @param token asked for at the first question */
    public TiingoBars(HttpUrl base, Supplier<String> token, PoliteClient client) {
        this.base = base;
        this.token = token;
        this.client = client;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Download download(Symbol symbol, LocalDate from, LocalDate to) {
        HttpUrl url = base.newBuilder()
                .addPathSegments("tiingo/daily")
                .addPathSegment(symbol.value())
                .addPathSegment("prices")
                .addQueryParameter("startDate", from.toString())
                .addQueryParameter("endDate", to.toString())
                .addQueryParameter("format", "json")
                .build();
        String secret = token();
        Answer answer =
                client.get(url, Map.of("Authorization", "Token " + secret)).without(secret);
        requireBars(symbol, answer);
        return new Download(
                NAME,
                UNTOLD,
                TiingoJson.parse(answer.bytes()).stream()
                        .filter(bar ->
                                !bar.session().isBefore(from) && !bar.session().isAfter(to))
                        .toList(),
                from,
                to,
                List.of());
    }

    private String token() {
        String known = stored().strip();
        if (!known.matches("[A-Za-z0-9._-]{8,200}")) {
            throw new RequestRefused("the token for tiingo is " + (known.isEmpty() ? "empty" : "no token")
                    + "; set CANDOR_TIINGO_TOKEN to the one that your account there shows");
        }
        return known;
    }

    private String stored() {
        try {
            return token.get();
        } catch (StoreUnavailable e) {
            throw new ProviderUnavailable("tiingo cannot be asked, as its token cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireBars(Symbol symbol, Answer answer) {
        switch (answer.status()) {
            case 401, 403 ->
                throw new RequestRefused("tiingo rejects the token (status " + answer.status()
                        + "); set CANDOR_TIINGO_TOKEN to the one that your account there shows");
            case 404 ->
                throw new SourceMissing("tiingo does not know " + symbol + "; check the symbol, as in STX, BRK-B");
            default -> requireList(symbol, answer);
        }
    }

    /** Limits and errors come with status 200 too, as an object with a text. */
    private static void requireList(Symbol symbol, Answer answer) {
        if (!answer.isJson()) {
            throw new ProviderUnavailable("tiingo answers for " + symbol + " with a page instead of bars (status "
                    + answer.status() + "); try again later, or name another source in CANDOR_SOURCES");
        }
        if (answer.status() != 200 || !JsonPath.parse(NAME, answer.bytes()).isArray()) {
            throw new InputRefused("tiingo answers for " + symbol + " with an error instead of bars (status "
                    + answer.status() + "); check the symbol and the limits of your account there");
        }
    }
}
