// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.yahoo;

import static candor.marketdata.http.ScriptedProvider.json;
import static candor.marketdata.http.ScriptedProvider.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.forecasting.market.Symbol;
import candor.marketdata.http.ScriptedProvider;
import candor.store.failure.PipelineFailure;
import candor.store.run.ProviderRejection;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which a provider refuses a cloud's address: a stack's notice has to know each for what it is. */
class CloudRejectionsTest {

    private static final String UNAUTHORIZED =
            "{\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\",\"description\":\"Invalid Crumb\"}}}";
    private static final String PAGE =
            "<html><body>Our engineers are working quickly to resolve the issue</body></html>";

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("429", text(429, "Too Many Requests")),
                refusal("999", text(999, "Unable to process request at this time")),
                refusal("a page", text(200, PAGE)),
                refusal(
                        "a page of consent",
                        text(302, "").setHeader("Location", "https://consent.yahoo.com/v2/collectConsent")),
                refusal("403 and no crumb", text(403, "Forbidden"), text(404, ""), text(403, "Forbidden")),
                refusal(
                        "403 in spite of a crumb",
                        json(403, UNAUTHORIZED),
                        text(404, ""),
                        text(200, "u.9Q/x+1"),
                        json(403, UNAUTHORIZED)));
    }

    private static Arguments refusal(String name, MockResponse.Builder... answers) {
        return Arguments.of(name, answers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void comesWithWhatToDoOnAStack(String name, MockResponse.Builder[] answers) {
        try (ScriptedProvider provider = new ScriptedProvider()) {
            provider.answers(answers);
            YahooBars yahoo =
                    new YahooBars(YahooSettings.below(provider.url("/")), provider.patientClient(YahooBars.NAME));

            PipelineFailure failure = catchThrowableOfType(
                    PipelineFailure.class,
                    () -> yahoo.download(Symbol.of("STX"), LocalDate.of(2024, 1, 2), LocalDate.of(2024, 3, 1)));

            Optional<String> advice =
                    ProviderRejection.advice(failure.getClass().getName(), failure.getMessage(), "STX");
            assertThat(advice)
                    .as(failure.getMessage())
                    .hasValueSatisfying(words -> assertThat(words).contains("TiingoTokenSecret", "inbox/STX.csv"));
        }
    }

    /** Nothing that another address would change. */
    @ParameterizedTest
    @MethodSource("faults")
    void anotherFailureHasNoSuchAdvice(MockResponse.Builder answer) {
        try (ScriptedProvider provider = new ScriptedProvider()) {
            provider.answers(answer);
            YahooBars yahoo =
                    new YahooBars(YahooSettings.below(provider.url("/")), provider.patientClient(YahooBars.NAME));

            PipelineFailure failure = catchThrowableOfType(
                    PipelineFailure.class,
                    () -> yahoo.download(Symbol.of("STX"), LocalDate.of(2024, 1, 2), LocalDate.of(2024, 3, 1)));

            assertThat(ProviderRejection.advice(failure.getClass().getName(), failure.getMessage(), "STX"))
                    .isEmpty();
        }
    }

    static Stream<MockResponse.Builder> faults() {
        return Stream.of(
                json(
                        404,
                        "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data\"}}}"),
                json(400, "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Bad Request\",\"description\":\"Odd\"}}}"),
                json(200, "{\"chart\":{\"result\":[{\"meta\":{\"currency\":5}}]}}"));
    }
}
