package candor.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsSettingsTest {

    @Test
    void lambdaSetsRegionBucketAndTable() {
        AwsSettings settings = AwsSettings.fromEnvironment(Map.of(
                "AWS_REGION", "us-gov-west-1",
                "CANDOR_BUCKET", "candor-objects",
                "CANDOR_TABLE", "candor_ledger",
                "AWS_ACCESS_KEY_ID", "id"));
        assertThat(settings)
                .isEqualTo(new AwsSettings("us-gov-west-1", "candor-objects", "candor_ledger", null, null, true));
    }

    @Test
    void anEmulatorStandsInForBothUnlessItIsForOne() {
        AwsSettings settings = AwsSettings.fromEnvironment(Map.of(
                "AWS_REGION", "eu-central-1",
                "CANDOR_BUCKET", "candor",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:4566",
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9090"));
        assertThat(settings.s3Endpoint()).isEqualTo(URI.create("http://127.0.0.1:9090"));
        assertThat(settings.dynamoDbEndpoint()).isEqualTo(URI.create("http://127.0.0.1:4566"));
        assertThat(settings.table()).isNull();
        assertThat(settings.credentialsInEnvironment()).isFalse();
    }

    @Test
    void allProblemsAreReportedTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AwsSettings.fromEnvironment(
                        Map.of("CANDOR_BUCKET", "Bad Bucket", "CANDOR_TABLE", "?", "AWS_ENDPOINT_URL", "localhost")))
                .withMessageContaining("AWS_REGION is not set")
                .withMessageContaining("CANDOR_BUCKET is 'Bad Bucket'")
                .withMessageContaining("CANDOR_TABLE is '?'")
                .withMessageContainingAll("AWS_ENDPOINT_URL is 'localhost'", "http://127.0.0.1:4566");
    }

    @Test
    void ledgerNeedsATable() {
        AwsSettings settings = new AwsSettings("eu-central-1", "candor", null, null, null, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamoDbLedger.connect(settings))
                .withMessageContaining("CANDOR_TABLE is not set");
    }
}
