package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.SortedMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
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
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** A POST or GET to an AWS service, signed (Signature Version 4) by the SDK's own signer. */
record SignedHttp(String service, String region, URI endpoint, AwsCredentialsProvider credentials) {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(10);

    /** The body as text. */
    record Answer(int status, String text) {}

    /** To the service's own address in a region, as its partition (China's, for one) ends it, or to the one that stands in for it. */
    static SignedHttp to(String service, String region, String standIn, AwsCredentialsProvider credentials) {
        String suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix();
        String own = "https://" + service + "." + region + "." + suffix;
        return new SignedHttp(service, region, URI.create(standIn.isEmpty() ? own : standIn), credentials);
    }

    /** Throws IOException where there is no answer, and an SdkException where there are no credentials. */
    Answer post(SortedMap<String, String> headers, byte[] body) throws IOException {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(endpoint.resolve("/"));
        headers.forEach(request::putHeader);
        return call(request.build(), body);
    }

    /**
     * Likewise, of a resource.
     *
     * @param target path and query, percent-encoded
     */
    Answer get(String target) throws IOException {
        return call(
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(endpoint.resolve(target))
                        .build(),
                new byte[0]);
    }

    private Answer call(SdkHttpRequest request, byte[] body) throws IOException {
        ContentStreamProvider payload = ContentStreamProvider.fromByteArray(body);
        try (SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(READ)
                .build()) {
            SignedRequest signed = signed(request, payload);
            HttpExecuteRequest.Builder call = HttpExecuteRequest.builder().request(signed.request());
            if (body.length > 0) {
                call.contentStreamProvider(signed.payload().orElse(payload));
            }
            return read(http.prepareRequest(call.build()).call());
        }
    }

    private SignedRequest signed(SdkHttpRequest request, ContentStreamProvider payload) {
        AwsCredentialsIdentity identity = credentials.resolveCredentials();
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity)
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    }

    private static Answer read(HttpExecuteResponse response) throws IOException {
        try (AbortableInputStream in = response.responseBody().orElseThrow(() -> new IOException("no body"))) {
            return new Answer(response.httpResponse().statusCode(), new String(in.readAllBytes(), UTF_8));
        }
    }
}
