// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.function.predict.PredictHandler;
import candor.pipeline.report.ReportLinks;
import candor.serving.api.SampleForecasts;
import candor.store.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The same request is answered alike by {@code ./candor serve} and by the predict function behind API Gateway. An index was
 * to be had from the one and not from the other, because API Gateway hands a path on as it was sent, percent-encoded, and
 * a query decoded.
 */
class OneContractTest extends ConsoleTest {

    private PredictHandler predict;

    @BeforeEach
    void publish() {
        SampleForecasts.publish(store, SampleForecasts.of("^GSPC", FRIDAY, false, "An index."));
        SampleForecasts.publish(store, SampleForecasts.of("STX", FRIDAY, false, "A stock."));
        predict = new PredictHandler(
                store, new NyseCalendar(), CLOCK, (_, file) -> new ReportLinks.Link(file.key(), null), notice -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/forecasts/STX",
                "/v1/forecasts/%5EGSPC",
                "/v1/forecasts/%5egspc",
                "/v1/forecasts/%255EGSPC",
                "/v1/forecasts/A+B",
                "/v1/forecasts/A%2FB",
                "/v1/forecasts/%FF",
                "/v1/forecasts/S%00X",
                "/v1/forecasts/STX?asOf=2026-04-24",
                "/v1/forecasts/STX?asOf=2026%2D04%2D24",
                "/v1/forecasts/STX?asOf=2026+04+24",
                "/v1/forecasts/STX?asOf=2026-04-24&asOf=2026-04-23",
                "/v1/forecasts/STX?asOf=%0A",
                "/v1/forecasts/STX?x=1",
                "/v1/symbols",
                "/v1/health",
                "/v1/openapi.yaml",
                "/v1/nowhere",
                "/v1/predictions"
            })
    void aTargetIsReadAlike(String target) throws Exception {
        assertAlike("GET", target);
        assertAlike("HEAD", target);
    }

    @Test
    void aBodyIsReadAlikeInBase64OrNot() throws Exception {
        String body = "{\"symbol\":\"STX\",\"bars\":[\"é\"]}";
        HttpResponse<String> served = visitor.post("/v1/predictions", body);
        Map<String, Object> event = event("POST", "/v1/predictions");
        event.put("multiValueHeaders", Map.of("content-type", List.of("application/json")));
        event.put("body", body);
        assertSame(served, answer(event));
        event.put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        event.put("isBase64Encoded", true);
        assertSame(served, answer(event));
        assertThat(served.statusCode()).isEqualTo(422);

        event.put("body", Base64.getEncoder().encodeToString(new byte[] {(byte) 0xC3, '('}));
        assertThat(answer(event).path("statusCode").intValue()).isEqualTo(400);
        assertThat(answer(event).path("body").stringValue()).contains("the body is no UTF-8; encode it as such");
    }

    @Test
    void aTagIsReadWhateverTheHeadersCapitals() throws Exception {
        Map<String, Object> event = event("GET", "/v1/forecasts/STX");
        String tag = answer(event).path("headers").path("ETag").stringValue();
        for (String name : List.of("If-None-Match", "if-none-match", "IF-NONE-MATCH")) {
            event.put("headers", Map.of(name, tag));
            assertThat(answer(event).path("statusCode").intValue()).as(name).isEqualTo(304);
        }
    }

    private void assertAlike(String method, String target) throws Exception {
        assertSame(visitor.ask(method, target), answer(event(method, target)));
    }

    private static void assertSame(HttpResponse<String> served, JsonNode answered) {
        assertThat(answered.path("statusCode").intValue()).isEqualTo(served.statusCode());
        assertThat(answered.path("body").stringValue()).isEqualTo(served.body());
        for (String name : List.of("Content-Type", "ETag", "Cache-Control", "Allow")) {
            assertThat(answered.path("headers").path(name).asString(""))
                    .as(name)
                    .isEqualTo(served.headers().firstValue(name).orElse(""));
        }
    }

    /** As API Gateway makes it of a request: the path as it was sent, each parameter decoded, the last value, and all values. */
    private static Map<String, Object> event(String method, String target) {
        int query = target.indexOf('?');
        Map<String, List<String>> all = new TreeMap<>();
        for (String pair : query < 0
                ? List.<String>of()
                : List.of(target.substring(query + 1).split("&", -1))) {
            String[] parts = pair.split("=", 2);
            all.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        Map<String, Object> event = new TreeMap<>();
        event.put("httpMethod", method);
        event.put("path", query < 0 ? target : target.substring(0, query));
        Map<String, String> last = new TreeMap<>();
        all.forEach((name, values) -> last.put(name, values.getLast()));
        event.put("queryStringParameters", last);
        event.put("multiValueQueryStringParameters", all);
        return event;
    }

    @SuppressWarnings("NullAway") // The function asks nothing of its context.
    private JsonNode answer(Map<String, Object> event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        predict.handleRequest(new ByteArrayInputStream(Json.writeLine(event)), answer, null);
        return Json.readTree(answer.toByteArray());
    }
}
