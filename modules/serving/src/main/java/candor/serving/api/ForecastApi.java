package candor.serving.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.pipeline.report.ReportLinks;
import candor.pipeline.settings.DataRulings;
import candor.store.failure.TransientFailure;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ObjectStore;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * The API that api/openapi.yaml specifies: stored forecasts with their age, charts and links to reports, forecasts from a
 * user's own bars, symbols and health.
 *
 * <p>Errors are problem details (RFC 9457): {@code field} names the part of the request that is at fault, {@code value}
 * what stands there, {@code detail} the remedy. What carries an ETag is answered 304 to a client that has it.
 */
public final class ForecastApi {

    private static final String FORECASTS = "/v1/forecasts/";
    private static final String CHART = "/chart.svg";
    private static final String REPORTS = "/v1/reports/";
    private static final String PREDICTIONS = "/v1/predictions";
    private static final String SYMBOLS = "/v1/symbols";
    private static final String HEALTH = "/v1/health";
    private static final String SPECIFICATION = "/v1/openapi.yaml";

    private final ForecastAnswers forecasts;
    private final OverviewAnswers overview;
    private final Predictions predictions;
    private final TradingCalendar calendar;

    /**
     * @param calendar of the exchange where the symbols trade
     * @param clock against which age is counted
     * @param links to reports, as the place that serves the API makes them
     */
    public ForecastApi(ObjectStore store, TradingCalendar calendar, Clock clock, ReportLinks links) {
        ServedForecasts served = new ServedForecasts(store, calendar, clock);
        ServedModels models = new ServedModels(store, calendar);
        this.forecasts = new ForecastAnswers(served, new ServedReports(store), links);
        this.overview = new OverviewAnswers(served, models, calendar);
        this.predictions = new Predictions(served, models, symbol -> DataRulings.find(store, symbol), calendar, clock);
        this.calendar = calendar;
    }

    /** Answers any request; what the store or the request make impossible becomes problem details, not an exception. */
    public ApiResponse answer(ApiRequest request) {
        try {
            return route(request);
        } catch (ApiProblem e) {
            ApiResponse problem = ApiResponse.problem(e);
            return e.status() == 405 ? problem.withHeader("Allow", allowed(request.path())) : problem;
        } catch (TransientFailure e) {
            return ApiResponse.problem(503, "Service unavailable", e.getMessage(), null)
                    .withHeader("Retry-After", "5");
        } catch (UnreadableCheckpoint e) {
            return ApiResponse.problem(500, "What is stored cannot be read", e.getMessage(), null);
        }
    }

    private ApiResponse route(ApiRequest request) {
        String path = request.path();
        return switch (path) {
            case PREDICTIONS -> predict(permitted(request, Set.of()));
            case SYMBOLS -> overview.symbols(permitted(request, Set.of()));
            case HEALTH -> {
                permitted(request, Set.of());
                yield overview.health();
            }
            case SPECIFICATION -> Specification.answer(permitted(request, Set.of()));
            default -> below(request);
        };
    }

    private ApiResponse below(ApiRequest request) {
        String path = request.path();
        if (path.startsWith(FORECASTS) && path.endsWith(CHART) && path.length() > FORECASTS.length() + CHART.length()) {
            String symbol = path.substring(FORECASTS.length(), path.length() - CHART.length());
            return forecasts.chart(permitted(request, Set.of()), symbol);
        }
        if (path.startsWith(FORECASTS)) {
            return forecasts.forecast(permitted(request, Set.of("asOf")), path.substring(FORECASTS.length()));
        }
        if (path.startsWith(REPORTS)) {
            permitted(request, Set.of());
            return forecasts.report(path.substring(REPORTS.length()));
        }
        throw new ApiProblem(
                404, null, null, "no '" + path + "' here; ask for " + FORECASTS + "STX, " + SYMBOLS + " or " + HEALTH);
    }

    private ApiResponse predict(ApiRequest request) {
        PredictionRequest wanted = PredictionRequest.read(request, calendar);
        return ApiResponse.json(200, predictions.of(wanted.symbol(), "/symbol", wanted.bars()))
                .withHeader("Cache-Control", "no-store");
    }

    private static String allowed(String path) {
        return path.equals(PREDICTIONS) ? "POST" : "GET";
    }

    /** The request itself where its method and parameters are among those of its path. */
    private static ApiRequest permitted(ApiRequest request, Set<String> parameters) {
        String allowed = allowed(request.path());
        if (!request.method().equals(allowed)) {
            throw new ApiProblem(405, null, null, "use " + allowed + ", not " + request.method());
        }
        Optional<String> unknown = request.query().keySet().stream()
                .filter(name -> !parameters.contains(name))
                .sorted()
                .findFirst();
        if (unknown.isPresent()) {
            throw new ApiProblem(
                    400,
                    unknown.get(),
                    request.query().get(unknown.get()),
                    "unknown parameter '" + unknown.get() + "'; leave it out");
        }
        return request;
    }
}
