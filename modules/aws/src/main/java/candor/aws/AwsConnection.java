package candor.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** What all clients have in common: HTTP client, timeouts, retries, region and credentials, none of them left to a search. */
final class AwsConnection {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final Duration CALL = Duration.ofSeconds(75);

    /** Answered with status 400, though the same request may succeed later. */
    private static final Set<String> TIMEOUTS = Set.of("RequestTimeout", "RequestTimeoutException");

    /** What stands in for AWS answers so where it cannot do something; it will not learn it while one waits. */
    private static final int NOT_IMPLEMENTED = 501;

    private AwsConnection() {}

    /** Sets up a client; its own endpoint, where there is one, stands in for AWS. */
    static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
            B builder, AwsSettings settings, @Nullable URI endpoint) {
        return configured(builder, settings.region(), credentials(settings), endpoint);
    }

    /** The same for who asks from elsewhere than a function. */
    static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
            B builder, String region, AwsCredentialsProvider credentials, @Nullable URI endpoint) {
        builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ))
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL));
        return endpoint == null ? builder : builder.endpointOverride(endpoint);
    }

    /** Whether the same call may succeed later: no answer, throttled, or a failure on AWS's side. */
    static boolean isTransient(SdkException failure) {
        if (failure instanceof AwsServiceException answer) {
            int status = answer.statusCode();
            AwsErrorDetails details = answer.awsErrorDetails();
            return (status >= 500 && status != NOT_IMPLEMENTED)
                    || status == 429
                    || answer.isThrottlingException()
                    || answer.isClockSkewException()
                    || (details != null && TIMEOUTS.contains(String.valueOf(details.errorCode())));
        }
        return true;
    }

    static AwsCredentialsProvider credentials(AwsSettings settings) {
        return settings.credentialsInEnvironment()
                ? EnvironmentVariableCredentialsProvider.create()
                : DefaultCredentialsProvider.builder().build();
    }
}
