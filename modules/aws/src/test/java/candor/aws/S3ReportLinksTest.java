package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.pipeline.report.ReportLinks;
import candor.store.checkpoint.Artefact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class S3ReportLinksTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-24T22:31:00Z"), ZoneOffset.UTC);
    private static final String KEY = "work/report/STX/0a1b/report.html";

    private S3Emulator emulator;
    private AwsSettings settings;

    @BeforeEach
    void start() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        emulator = new S3Emulator();
        settings = new AwsSettings("eu-west-2", "reports", null, emulator.endpoint(), null, false);
    }

    @AfterEach
    void stop() {
        emulator.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void linkLeadsToTheFileWithoutFurtherCredentialsForAQuarterOfAnHour() throws IOException, InterruptedException {
        try (S3Client s3 = S3ObjectStore.client(settings)) {
            s3.createBucket(request -> request.bucket("reports"));
            s3.putObject(request -> request.bucket("reports").key(KEY), RequestBody.fromString("<p>STX</p>"));
        }

        ReportLinks.Link link =
                S3ReportLinks.connect(settings, CLOCK).to(Symbol.of("STX"), new Artefact(KEY, "00", 10, "text/html"));

        assertThat(link.expires()).isEqualTo(Instant.parse("2026-04-24T22:46:00Z"));
        assertThat(link.href()).contains("X-Amz-Expires=900", "X-Amz-SignedHeaders=host", "X-Amz-Signature=");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(link.href())).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("<p>STX</p>");
            assertThat(answer.headers().firstValue("Content-Type").map(type -> type.replace("; ", ";")))
                    .as("blanks before a parameter mean nothing")
                    .contains("text/html;charset=utf-8");
        }
    }
}
