package candor.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.explanation.Contribution;
import candor.forecasting.explanation.Explanation;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.Drivers;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.report.ReportModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriversInReportTest {

    private static final Reports REPORTS = new Reports();
    private static final ReportModel SAMPLE = SampleModel.of(300, false);

    /** Twelve features, five of which add nothing. */
    private static Explanation mean(int sessions) {
        return new Explanation(
                0.0004 * sessions,
                IntStream.range(0, 12)
                        .mapToObj(j -> new Contribution(
                                "feature" + j, j, j == 11 ? 0 : (j % 3 - 1) * 0.0001 * sessions * (12 - j)))
                        .toList());
    }

    private static ReportModel with(String method, IntFunction<@Nullable Drivers> drivers) {
        ForecastDocument f = SAMPLE.forecast();
        List<HorizonForecast> horizons = f.horizons().stream()
                .map(h -> new HorizonForecast(
                        h.sessions(),
                        h.target(),
                        method,
                        h.mean(),
                        h.volatility(),
                        h.annualisedVolatility(),
                        h.probabilityUp(),
                        h.quantiles(),
                        h.priceQuantiles(),
                        h.valueAtRisk95(),
                        h.valueAtRisk99(),
                        h.expectedShortfall95(),
                        h.expectedShortfall99(),
                        drivers.apply(h.sessions())))
                .toList();
        return new ReportModel(
                new ForecastDocument(
                        f.schema(), f.symbol(), f.asOf(), f.synthetic(), f.lastClose(), horizons, f.statement()),
                SAMPLE.metrics(),
                SAMPLE.promotion(),
                SAMPLE.history(),
                SAMPLE.past(),
                SAMPLE.repairs(),
                SAMPLE.source(),
                SAMPLE.exploration(),
                "",
                SAMPLE.sources());
    }

    private static String html(ReportModel model) {
        return new String(REPORTS.html(model), StandardCharsets.UTF_8);
    }

    @Test
    void aRandomWalkHasNoDriverAndTheReportSaysSo() {
        String html = html(with("zero + logHarL", _ -> new Drivers(null, SampleModel.volatility(0.02))));
        assertThat(html)
                .contains(
                        "The forecast of the return over 1, 5 and 21\u00a0sessions is zero, the random walk\u2019s: no"
                                + " feature drove it.")
                .doesNotContain("Shares in the forecast of the return")
                .contains("2.27\u00a0% to 2.00\u00a0%", "falls, last 5 \u00d7\u00a01.03");
    }

    @Test
    void methodsWithoutAnyRegressorAreNamed() {
        assertThat(html(with("mean + garch", _ -> new Drivers(null, null))))
                .contains(
                        "over 1, 5 and 21\u00a0sessions is the mean of past returns: no feature drove it.",
                        "is by GARCH(1,1), made from past returns alone")
                .doesNotContain("Shares explain the model");
    }

    @Test
    void horizonsOfOneMethodAreNamedTogether() {
        assertThat(html(with("zero + ewma", h -> new Drivers(h == 5 ? mean(h) : null, null))))
                .contains("The forecast of the return over 1 and 21\u00a0sessions is zero");
    }

    @Test
    void theLargestSharesComeFirstAndTheOthersTogether() throws IOException {
        ReportModel model = with("ridge + logHarL", h -> new Drivers(mean(h), SampleModel.volatility(0.02)));
        assertThat(html(model))
                .contains(
                        "5\u00a0sessions: 0.200\u00a0% to",
                        "feature0 \u22120.600\u00a0%, feature2 +0.500\u00a0%", "5 others")
                .doesNotContain("no feature drove it");
        Path folder = Files.createDirectories(Path.of("target", "sample"));
        Files.write(folder.resolve("drivers.html"), REPORTS.html(model));
        Files.write(folder.resolve("drivers.pdf"), REPORTS.pdf(model));
    }

    @Test
    void anOlderForecastHasNoneStored() {
        assertThat(html(with("zero + logHarL", _ -> null))).contains("was not stored with it");
    }
}
