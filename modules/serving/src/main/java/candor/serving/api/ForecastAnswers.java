package candor.serving.api;

import candor.forecasting.market.Symbol;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ReportFiles;
import candor.pipeline.report.ReportLinks;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.ArtefactKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What is stored about one symbol: forecast, chart, links to the report. */
final class ForecastAnswers {

    private static final String BRIEFLY = "max-age=60";

    private final ServedForecasts served;
    private final ServedReports reports;
    private final ReportLinks links;

    ForecastAnswers(ServedForecasts served, ServedReports reports, ReportLinks links) {
        this.served = served;
        this.reports = reports;
        this.links = links;
    }

    record Answer(ForecastDocument forecast, int sessionsBehind, boolean stale) {}

    record Report(Symbol symbol, LocalDate asOf, boolean stale, ReportLinks.Link html, ReportLinks.Link pdf) {}

    ApiResponse forecast(ApiRequest request, String symbolText) {
        Symbol symbol = symbol(symbolText);
        String asOf = request.query().get("asOf");
        ServedForecast found = asOf == null ? latest(symbol) : past(symbol, day(asOf));
        return ApiResponse.json(200, new Answer(found.forecast(), found.sessionsBehind(), found.stale()))
                .tagged(request, "\"" + found.sha256() + "-" + found.sessionsBehind() + "\"", BRIEFLY);
    }

    ApiResponse chart(ApiRequest request, String symbolText) {
        Artefact chart = file(latest(symbol(symbolText)), ReportFiles.CHART);
        return ApiResponse.of(200, chart.mediaType(), new String(reports.bytes(chart), StandardCharsets.UTF_8))
                // A document of its own: it brings its styles and loads nothing.
                .withHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .tagged(request, "\"" + chart.sha256() + "\"", BRIEFLY);
    }

    ApiResponse report(String symbolText) {
        ServedForecast found = latest(symbol(symbolText));
        Symbol symbol = found.forecast().symbol();
        return ApiResponse.json(
                        200,
                        new Report(
                                symbol,
                                found.forecast().asOf(),
                                found.stale(),
                                links.to(symbol, file(found, ReportFiles.PAGE)),
                                links.to(symbol, file(found, ReportFiles.SUMMARY))))
                .withHeader("Cache-Control", "no-store");
    }

    private static Symbol symbol(String text) {
        try {
            return Symbol.of(text);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(400, "symbol", text, String.valueOf(e.getMessage()));
        }
    }

    private static LocalDate day(String text) {
        try {
            return GivenBars.date("asOf", text);
        } catch (ApiProblem e) {
            throw new ApiProblem(400, e.field(), e.value(), e.detail());
        }
    }

    private ServedForecast latest(Symbol symbol) {
        return served.find(symbol)
                .orElseThrow(() -> new ApiProblem(
                        404,
                        "symbol",
                        symbol.value(),
                        "no forecast for " + symbol + "; run the pipeline for it first"));
    }

    private ServedForecast past(Symbol symbol, LocalDate asOf) {
        return served.find(symbol, asOf)
                .orElseThrow(() -> new ApiProblem(
                        404,
                        "asOf",
                        asOf.toString(),
                        "no forecast for " + symbol + " as of " + asOf
                                + "; run the pipeline for that day, or leave asOf out for the latest"));
    }

    private Artefact file(ServedForecast found, ArtefactKey<byte[]> key) {
        return reports.find(found, key)
                .orElseThrow(() -> new ApiProblem(
                        404,
                        "symbol",
                        found.forecast().symbol().value(),
                        "no report on the latest forecast for "
                                + found.forecast().symbol() + "; its run has not come to it, run it to its end"));
    }
}
