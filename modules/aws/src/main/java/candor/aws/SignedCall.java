package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.pipeline.failure.RequestRefused;
import candor.pipeline.failure.StoreUnavailable;
import candor.pipeline.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One question to a service that speaks AWS JSON 1.1, signed (Signature Version 4) by the SDK's own signer. For single
 * questions to services whose clients would make a function's zip half as large again.
 */
final class SignedCall {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(10);

    private final String service;
    private final String region;
    private final URI endpoint;

    private SignedCall(String service, String region, URI endpoint) {
        this.service = service;
        this.region = region;
        this.endpoint = endpoint;
    }

    /** A call in the region {@code AWS_REGION}, or to the endpoint that {@code AWS_ENDPOINT_URL} names. */
    static SignedCall of(String service, Map<String, String> environment) {
        String region = environment.getOrDefault("AWS_REGION", "us-east-1");
        String emulator = environment.getOrDefault("AWS_ENDPOINT_URL", "");
        return new SignedCall(
                service,
                region,
                URI.create(emulator.isEmpty() ? "https://" + service + "." + region + ".amazonaws.com" : emulator));
    }

    /**
     * The answer.
     *
     * @param target the operation, as {@code X-Amz-Target} names it
     * @param subject what is asked for, in messages; answers are not repeated there
     */
    JsonNode ask(String target, Map<String, ?> body, String subject) {
        ContentStreamProvider payload = ContentStreamProvider.fromByteArray(Json.writeLine(body));
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint.resolve("/"))
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", target)
                .build();
        try (SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(READ)
                .build()) {
            SignedRequest signed = signed(request, payload);
            HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElse(payload))
                            .build())
                    .call();
            return read(response, subject);
        } catch (IOException | SdkException e) {
            throw new StoreUnavailable(
                    subject + " cannot be read: " + service + " does not answer ("
                            + e.getClass().getSimpleName() + "); try again",
                    e);
        }
    }

    private SignedRequest signed(SdkHttpRequest request, ContentStreamProvider payload) {
        AwsCredentialsIdentity identity =
                DefaultCredentialsProvider.builder().build().resolveCredentials();
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity)
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    }

    private JsonNode read(HttpExecuteResponse response, String subject) throws IOException {
        int status = response.httpResponse().statusCode();
        String text;
        try (AbortableInputStream in = response.responseBody().orElseThrow(() -> new IOException("no body"))) {
            text = new String(in.readAllBytes(), UTF_8);
        }
        if (status == 429 || status >= 500 || text.contains("ThrottlingException")) {
            throw new StoreUnavailable(
                    subject + " cannot be read: " + service + " answers with status " + status + "; try again");
        }
        if (status != 200) {
            throw new RequestRefused(subject + " cannot be read (status " + status + ", " + kind(text)
                    + "); check that it is there and that the function's role may read it");
        }
        try {
            return Json.readTree(text.getBytes(UTF_8));
        } catch (JacksonException unreadable) {
            throw new StoreUnavailable(subject + " cannot be read: " + service + " answers with no JSON; try again");
        }
    }

    /** The error's name, as in {@code ResourceNotFoundException}, without what it says. */
    private static String kind(String text) {
        try {
            String type = Json.readTree(text.getBytes(UTF_8)).path("__type").stringValue("no reason");
            return type.substring(type.lastIndexOf('#') + 1);
        } catch (JacksonException unreadable) {
            return "no reason";
        }
    }
}
