package candor.pipeline.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.pipeline.failure.TransientFailure;
import candor.pipeline.failure.UnreadableCheckpoint;
import candor.pipeline.port.ObjectStore;
import candor.pipeline.report.ForecastDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/forecasts/{symbol}} and {@code GET /v1/health}. Serves what is stored, says how old it is, and computes
 * nothing.
 *
 * <ul>
 *   <li>{@code /v1/forecasts/{symbol}}: 200 with {@code forecast} (forecast.json as stored), {@code sessionsBehind} and
 *       {@code stale}; 304 where If-None-Match holds its ETag, which changes with the forecast and with its age; 404 where
 *       there is none; 400 where the symbol is none.
 *   <li>{@code /v1/health}: 200 with a status for the whole and a line for each symbol. One that cannot be read does not
 *       hide the others.
 * </ul>
 *
 * Errors are problem details (RFC 9457): {@code field} names the part of the request that is at fault.
 */
public final class ForecastApi {

    private static final String FORECASTS = "/v1/forecasts/";
    private static final String HEALTH = "/v1/health";

    private final ServedForecasts served;

    /**
     * @param calendar of the exchange where the symbols trade
     * @param clock against which age is counted
     */
    public ForecastApi(ObjectStore store, TradingCalendar calendar, Clock clock) {
        this.served = new ServedForecasts(store, calendar, clock);
    }

    /** Answers any request; what the store or the request make impossible becomes problem details, not an exception. */
    public ApiResponse answer(ApiRequest request) {
        try {
            return route(request);
        } catch (TransientFailure e) {
            return ApiResponse.problem(503, "Service unavailable", e.getMessage(), null)
                    .withHeader("Retry-After", "5");
        } catch (UnreadableCheckpoint e) {
            return ApiResponse.problem(500, "The stored forecast cannot be read", e.getMessage(), null);
        }
    }

    private ApiResponse route(ApiRequest request) {
        boolean forecasts = request.path().startsWith(FORECASTS);
        if (!forecasts && !request.path().equals(HEALTH)) {
            return ApiResponse.problem(
                    404,
                    "Not found",
                    "no '" + request.path() + "' here; ask for " + FORECASTS + "STX or " + HEALTH,
                    null);
        }
        if (!request.method().equals("GET")) {
            return ApiResponse.problem(405, "Method not allowed", "use GET, not " + request.method(), null)
                    .withHeader("Allow", "GET");
        }
        Optional<String> unknown = request.query().keySet().stream().sorted().findFirst();
        if (unknown.isPresent()) {
            return ApiResponse.problem(
                    400, "Bad request", "unknown parameter '" + unknown.get() + "'; leave it out", unknown.get());
        }
        return forecasts ? forecast(request) : health();
    }

    private ApiResponse forecast(ApiRequest request) {
        String text = request.path().substring(FORECASTS.length());
        Symbol symbol;
        try {
            symbol = Symbol.of(text);
        } catch (IllegalArgumentException e) {
            return ApiResponse.problem(400, "Bad request", String.valueOf(e.getMessage()), "symbol");
        }
        return served.find(symbol)
                .map(found -> answer(found, request))
                .orElseGet(() -> ApiResponse.problem(
                        404, "Not found", "no forecast for " + symbol + "; run the pipeline for it first", "symbol"));
    }

    private static ApiResponse answer(ServedForecast found, ApiRequest request) {
        String tag = "\"" + found.sha256() + "-" + found.sessionsBehind() + "\"";
        ApiResponse full = ApiResponse.json(200, new Answer(found.forecast(), found.sessionsBehind(), found.stale()))
                .withHeader("ETag", tag)
                .withHeader("Cache-Control", "max-age=60");
        return request.knows(tag) ? new ApiResponse(304, full.headers(), "") : full;
    }

    private ApiResponse health() {
        List<SymbolHealth> symbols = served.symbols().stream()
                .map(this::health)
                .flatMap(Optional::stream)
                .toList();
        return ApiResponse.json(200, new Health(status(symbols), symbols)).withHeader("Cache-Control", "no-store");
    }

    private static String status(List<SymbolHealth> symbols) {
        if (symbols.isEmpty()) {
            return "empty";
        }
        if (symbols.stream().anyMatch(symbol -> symbol.problem() != null)) {
            return "unreadable";
        }
        return symbols.stream().anyMatch(SymbolHealth::stale) ? "stale" : "ok";
    }

    private Optional<SymbolHealth> health(Symbol symbol) {
        try {
            return served.find(symbol)
                    .map(found -> new SymbolHealth(
                            symbol, found.forecast().asOf(), found.sessionsBehind(), found.stale(), null));
        } catch (UnreadableCheckpoint e) {
            return Optional.of(new SymbolHealth(symbol, null, null, true, e.getMessage()));
        }
    }

    record Answer(ForecastDocument forecast, int sessionsBehind, boolean stale) {}

    /** @param status ok; stale or unreadable where one symbol is; empty where no symbol has a forecast */
    record Health(String status, List<SymbolHealth> symbols) {}

    /** @param problem why the forecast cannot be read, and what to do; then its day and age are absent */
    record SymbolHealth(
            Symbol symbol,
            @Nullable LocalDate asOf,
            @Nullable Integer sessionsBehind,
            boolean stale,
            @Nullable String problem) {}
}
