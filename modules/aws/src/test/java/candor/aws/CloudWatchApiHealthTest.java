package candor.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import candor.store.failure.MetricsUnavailable;
import candor.store.port.ApiHealth;
import candor.store.port.ApiHealth.Measured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.thirdparty.jackson.core.JsonGenerator;
import software.amazon.awssdk.thirdparty.jackson.dataformat.cbor.CBORFactory;

/** CloudWatch asked over its wire protocol, Smithy RPC v2 with CBOR. */
class CloudWatchApiHealthTest {

    private static final Instant NOW = Instant.parse("2026-04-24T22:30:31Z");

    private FakeAws aws;
    private CloudWatchClient client;

    @BeforeEach
    void start() throws IOException {
        aws = new FakeAws();
        client = AwsConnection.configured(
                        CloudWatchClient.builder(),
                        "eu-west-2",
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
                        aws.endpoint())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        aws.close();
    }

    private ApiHealth health() {
        return new CloudWatchApiHealth(client, "candor", "live");
    }

    @Test
    void aDayInTwoPartsIsOneDay() throws IOException {
        aws.on("GetMetricData", 200, results(new double[] {150, 50}, new double[] {80, 310}, new double[] {1, 2}));

        assertThat(health().dayBefore(NOW)).contains(new Measured(200, 310, 1.5));
        assertThat(aws.questions().getFirst().body())
                .contains("AWS/ApiGateway", "Latency", "p95", "5XXError", "Count", "ApiName", "candor", "live");
    }

    @Test
    void anApiThatNobodyAskedHasNoNumbers() throws IOException {
        aws.on("GetMetricData", 200, results(new double[0], new double[0], new double[0]));
        assertThat(health().dayBefore(NOW)).isEmpty();
    }

    @Test
    void withoutAnApiNobodyIsAsked() {
        AwsSettings settings = new AwsSettings("eu-west-2", "candor", null, null, null, true);
        assertThat(CloudWatchApiHealth.connect(settings, Map.of("CANDOR_API_NAME", "candor")))
                .isSameAs(ApiHealth.UNKNOWN);
    }

    @Test
    void aMissingRightIsNamedAndTroubleMayPass() throws IOException {
        aws.on("GetMetricData", 403, error("AccessDeniedException"));
        assertThatIllegalStateException()
                .isThrownBy(() -> health().dayBefore(NOW))
                .withMessageContaining("cloudwatch:GetMetricData");
        aws.close();
        assertThatExceptionOfType(MetricsUnavailable.class).isThrownBy(() -> health().dayBefore(NOW));
    }

    private static byte[] results(double[] count, double[] latency, double[] failed) throws IOException {
        return cbor(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("MetricDataResults");
            result(json, "count", count);
            result(json, "latency", latency);
            result(json, "failed", failed);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void result(JsonGenerator json, String id, double[] values) throws IOException {
        json.writeStartObject();
        json.writeStringField("Id", id);
        json.writeArrayFieldStart("Values");
        for (double value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static byte[] error(String code) throws IOException {
        return cbor(json -> {
            json.writeStartObject();
            json.writeStringField("__type", "com.amazonaws.cloudwatch#" + code);
            json.writeStringField("message", "told by the test");
            json.writeEndObject();
        });
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] cbor(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new CBORFactory().createGenerator(bytes)) {
            content.write(json);
        }
        return bytes.toByteArray();
    }
}
