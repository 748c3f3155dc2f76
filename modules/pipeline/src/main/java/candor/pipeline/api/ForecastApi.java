package candor.pipeline.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.pipeline.checkpoint.Artefact;
import candor.pipeline.checkpoint.Checkpoints;
import candor.pipeline.failure.TransientFailure;
import candor.pipeline.failure.UnreadableCheckpoint;
import candor.pipeline.json.Json;
import candor.pipeline.port.ObjectStore;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.run.Latest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/forecasts/{symbol}} and {@code GET /v1/health}. Serves what is stored, says how old it is, and computes
 * nothing.
 */
public final class ForecastApi {

    private static final String FORECASTS = "/v1/forecasts/";
    private static final String HEALTH = "/v1/health";

    private final ObjectStore store;
    private final TradingCalendar calendar;
    private final Clock clock;

    public ForecastApi(ObjectStore store, TradingCalendar calendar, Clock clock) {
        this.store = store;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Answers any request; what cannot be answered becomes problem details, never an exception. */
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
        return new Latest(store)
                .find(symbol)
                .map(pointer -> served(pointer, request))
                .orElseGet(() -> ApiResponse.problem(
                        404, "Not found", "no forecast for " + symbol + "; run the pipeline for it first", "symbol"));
    }

    private ApiResponse served(Latest.Pointer pointer, ApiRequest request) {
        Artefact artefact = artefactOf(pointer);
        ForecastDocument forecast = read(artefact);
        Freshness freshness = freshness(forecast);
        String tag = "\"" + artefact.sha256() + "-" + freshness.sessionsBehind() + "\"";
        ApiResponse full = ApiResponse.json(200, new Served(forecast, freshness.sessionsBehind(), freshness.stale()))
                .withHeader("ETag", tag)
                .withHeader("Cache-Control", "max-age=60");
        return tag.equals(request.ifNoneMatch()) ? new ApiResponse(304, full.headers(), "") : full;
    }

    private ApiResponse health() {
        List<SymbolHealth> symbols = store.list("latest/").stream()
                .map(key -> Symbol.of(key.substring("latest/".length())))
                .map(this::health)
                .toList();
        boolean allFresh = symbols.stream().noneMatch(SymbolHealth::stale);
        String status = symbols.isEmpty() ? "empty" : allFresh ? "ok" : "stale";
        return ApiResponse.json(200, new Health(status, symbols)).withHeader("Cache-Control", "no-store");
    }

    private SymbolHealth health(Symbol symbol) {
        Latest.Pointer pointer = new Latest(store).find(symbol).orElseThrow();
        Freshness freshness = freshness(read(artefactOf(pointer)));
        return new SymbolHealth(symbol, pointer.asOf(), freshness.sessionsBehind(), freshness.stale());
    }

    private Artefact artefactOf(Latest.Pointer pointer) {
        return checkpoints().get(pointer.forecast()).getArtefact("forecast.json");
    }

    private ForecastDocument read(Artefact artefact) {
        return Json.read(checkpoints().bytes(artefact), ForecastDocument.class);
    }

    private Freshness freshness(ForecastDocument forecast) {
        return Freshness.of(forecast.asOf(), forecast.synthetic(), calendar, clock);
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(store, notice -> {});
    }

    /**
     * @param sessionsBehind finished sessions since the forecast's origin
     * @param stale whether a newer forecast should have been there
     */
    record Served(ForecastDocument forecast, int sessionsBehind, boolean stale) {}

    /** @param status ok, stale, or empty where no symbol has a forecast */
    record Health(String status, List<SymbolHealth> symbols) {}

    record SymbolHealth(Symbol symbol, LocalDate asOf, int sessionsBehind, boolean stale) {}
}
