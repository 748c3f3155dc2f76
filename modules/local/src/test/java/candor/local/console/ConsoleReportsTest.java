package candor.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import candor.pipeline.report.ForecastDocument;
import candor.serving.api.SampleForecasts;
import candor.serving.api.SampleReports;
import candor.store.checkpoint.CheckpointRef;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleReportsTest extends ConsoleTest {

    private static final ForecastDocument STX = SampleForecasts.of("STX", FRIDAY, false, "No evidence of skill.");
    private static final Instant EVENING = Instant.parse("2026-04-24T22:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "/reports/STX, text/html; charset=utf-8, <p>the report</p>",
        "/reports/STX.pdf, application/pdf, %PDF-1.7 the report",
        "/charts/STX.svg, image/svg+xml; charset=utf-8, <svg"
    })
    void fileOfTheReportBehindTheLatestForecast(String target, String mediaType, String content) throws Exception {
        record(publish(STX), "evening", EVENING, "the report");

        HttpResponse<String> response = visitor.get(target);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(mediaType);
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        assertThat(response.body()).contains(content);
    }

    @Test
    void unchangedFileIsNotSentAgain() throws Exception {
        record(publish(STX), "evening", EVENING, "the report");
        String tag = visitor.get("/reports/STX").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = visitor.get("/reports/STX", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void newestReportOnThatForecastIsTaken() throws Exception {
        CheckpointRef served = publish(STX);
        record(served, "zulu", EVENING, "the earlier report");
        record(served, "alpha", EVENING.plusSeconds(60), "the later report");

        assertThat(visitor.get("/reports/STX").body()).contains("the later report");
    }

    @Test
    void reportOnAnotherForecastOfTheDayIsNot() throws Exception {
        CheckpointRef earlier = publish(SampleForecasts.of("STX", FRIDAY, false, "An earlier forecast."));
        publish(STX);
        record(earlier, "evening", EVENING, "on the earlier forecast");

        assertThat(visitor.get("/reports/STX").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/reports/", "/reports/ABC", "/reports/..%2F..%2Flatest", "/reports/stx.pdf", "/charts/A%20B.svg"
            })
    void whatIsNotThereIsAFriendlyPage(String target) throws Exception {
        HttpResponse<String> response = visitor.get(target);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Visitor.texts(Visitor.parse(response.body()), "h1")).containsExactly("Not found");
    }

    private CheckpointRef publish(ForecastDocument forecast) {
        return SampleForecasts.publish(store, forecast);
    }

    private void record(CheckpointRef forecast, String execution, Instant ended, String words) {
        new SampleReports(store).record(STX, forecast, execution, ended, words);
    }
}
