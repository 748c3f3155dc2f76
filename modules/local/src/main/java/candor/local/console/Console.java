package candor.local.console;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.pipeline.report.ReportFiles;
import candor.pipeline.report.ReportLinks;
import candor.reporting.markup.Element;
import candor.serving.api.ApiRequest;
import candor.serving.api.ApiResponse;
import candor.serving.api.ForecastApi;
import candor.serving.api.ServedForecast;
import candor.serving.api.ServedForecasts;
import candor.serving.api.ServedReports;
import candor.serving.api.UnreadableRequest;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.ArtefactKey;
import candor.store.failure.TransientFailure;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the console answers, apart from how requests come in. Under {@code /v1/} the API as API Gateway serves it; else
 * pages: {@code /}, {@code /runs}, {@code /runs/NAME}, {@code /reports/SYMBOL}, {@code /reports/SYMBOL.pdf},
 * {@code /charts/SYMBOL.svg}.
 */
public final class Console {

    static final String STYLE = "/console.css";
    private static final String API = "/v1/";
    private static final String PDF = ".pdf";
    private static final String SVG = ".svg";

    private final ForecastApi api;
    private final ServedForecasts forecasts;
    private final ServedReports reports;
    private final RunsView runs;
    private final Wording wording;
    private final byte[] style;

    /**
     * @param calendar of the exchange where the symbols trade
     * @param clock against which a forecast's age is counted
     * @param zone in which times are shown
     */
    public Console(ObjectStore store, RunsView runs, TradingCalendar calendar, Clock clock, ZoneId zone) {
        this.api = new ForecastApi(store, calendar, clock, Console::link);
        this.forecasts = new ServedForecasts(store, calendar, clock);
        this.reports = new ServedReports(store);
        this.runs = runs;
        this.wording = new Wording(zone);
        this.style = styleSheet();
    }

    /** The console's own pages have no end. */
    private static ReportLinks.Link link(Symbol symbol, Artefact file) {
        boolean pdf = file.name().equals(ReportFiles.SUMMARY.name());
        return new ReportLinks.Link("/reports/" + symbol.value().replace("^", "%5E") + (pdf ? PDF : ""), null);
    }

    /** Whether those who ask for the path expect JSON. */
    static boolean isApi(String path) {
        return path.startsWith(API);
    }

    WebResponse answer(ApiRequest request) {
        if (isApi(request.path())) {
            return WebResponse.of(api.answer(request));
        }
        if (!request.method().equals("GET")) {
            return rejection(request.path(), 405, "use GET, not " + request.method())
                    .with("Allow", "GET");
        }
        try {
            return page(request);
        } catch (TransientFailure e) {
            return rejection(request.path(), 503, e.getMessage()).with("Retry-After", "5");
        } catch (UnreadableCheckpoint e) {
            return rejection(request.path(), 500, e.getMessage());
        }
    }

    /** What is not answered, as problem details or as a page, whichever the path stands for. */
    static WebResponse rejection(String path, int status, String detail) {
        String title = switch (status) {
            case 401 -> "Token needed";
            case 403 -> "Forbidden";
            case 405 -> "Method not allowed";
            case 503 -> "Service unavailable";
            default -> "This cannot be shown";
        };
        if (isApi(path)) {
            return WebResponse.of(ApiResponse.problem(status, title, detail, null));
        }
        return message(status, title, detail);
    }

    static WebResponse rejection(String path, UnreadableRequest request) {
        if (isApi(path)) {
            return WebResponse.of(ApiResponse.problem(request));
        }
        WebResponse page = message(request.status(), request.title(), request.detail());
        return request.status() == 503 ? page.with("Retry-After", "5") : page;
    }

    private static WebResponse message(int status, String title, String detail) {
        return WebResponse.html(
                status,
                new Page(title)
                        .add(Element.of("p", detail))
                        .add(Element.of("p", Page.link("/", "To the forecasts")))
                        .write());
    }

    private static WebResponse notFound(String detail) {
        return message(404, "Not found", detail);
    }

    private WebResponse page(ApiRequest request) {
        String path = request.path();
        RunsPage list = new RunsPage(runs, wording);
        return switch (path) {
            case "/" -> WebResponse.html(200, new HomePage(forecasts, reports, list).write());
            case "/runs" -> WebResponse.html(200, list.write());
            case STYLE ->
                new WebResponse(200, new TreeMap<>(), style)
                        .with("Content-Type", "text/css; charset=utf-8")
                        .with("Cache-Control", "no-cache");
            default -> below(request);
        };
    }

    private WebResponse below(ApiRequest request) {
        String path = request.path();
        if (path.startsWith("/runs/")) {
            return run(path.substring("/runs/".length()));
        }
        if (path.startsWith("/charts/") && path.endsWith(SVG)) {
            return file(request, between("/charts/", path, SVG), ReportFiles.CHART);
        }
        if (path.startsWith("/reports/") && path.endsWith(PDF)) {
            return file(request, between("/reports/", path, PDF), ReportFiles.SUMMARY);
        }
        if (path.startsWith("/reports/")) {
            return file(request, between("/reports/", path, ""), ReportFiles.PAGE);
        }
        return notFound("There is no page '" + path + "'.");
    }

    private static String between(String start, String path, String end) {
        return path.substring(start.length(), path.length() - end.length());
    }

    private WebResponse run(String name) {
        return runs.find(name)
                .map(detail -> WebResponse.html(200, new RunPage(detail, wording).write()))
                .orElseGet(() -> notFound("There is no run '" + name + "'."));
    }

    /** A file of the report on a symbol's latest forecast. */
    private WebResponse file(ApiRequest request, String symbol, ArtefactKey<byte[]> key) {
        if (!Symbol.isWellFormed(symbol)) {
            return notFound("'" + symbol + "' is no symbol; write it as in /reports/STX.");
        }
        Optional<ServedForecast> served = forecasts.find(Symbol.of(symbol));
        if (served.isEmpty()) {
            return notFound("There is no forecast for " + symbol + " yet: ./candor run " + symbol);
        }
        return reports.find(served.get(), key)
                .map(artefact -> file(request, artefact))
                .orElseGet(() -> rejection(
                        "/",
                        404,
                        "There is no report on the latest forecast for " + symbol + ": ./candor run " + symbol));
    }

    private WebResponse file(ApiRequest request, Artefact artefact) {
        String tag = "\"" + artefact.sha256() + "\"";
        boolean known = request.knows(tag);
        boolean text = !artefact.mediaType().equals("application/pdf");
        return new WebResponse(known ? 304 : 200, new TreeMap<>(), known ? new byte[0] : reports.bytes(artefact))
                .with("Content-Type", artefact.mediaType() + (text ? "; charset=utf-8" : ""))
                // Documents of their own: they bring their styles and load nothing.
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .with("Cache-Control", "no-cache")
                .with("ETag", tag);
    }

    private static byte[] styleSheet() {
        try (InputStream in = Console.class.getResourceAsStream("console.css")) {
            if (in == null) {
                throw new IllegalStateException("console.css is not beside " + Console.class);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read console.css", e);
        }
    }
}
