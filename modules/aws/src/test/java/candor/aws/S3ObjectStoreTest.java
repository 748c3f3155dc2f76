package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import candor.store.failure.StoreUnavailable;
import candor.store.port.ObjectStore;
import candor.store.port.ObjectStoreContract;
import candor.store.port.PutOutcome.ConditionFailed;
import candor.store.port.PutOutcome.Stored;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ObjectStoreTest extends ObjectStoreContract {

    private static final String TYPE = "text/plain";
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private static S3Emulator emulator;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        emulator = new S3Emulator();
        s3 = client();
    }

    @AfterAll
    static void stop() {
        s3.close();
        emulator.close();
    }

    private static S3Client client(ExecutionInterceptor... interceptors) {
        AwsSettings settings = new AwsSettings("us-east-1", "candor", null, emulator.endpoint(), null, true);
        S3ClientBuilder builder = S3ObjectStore.checked(
                        AwsConnection.configured(S3Client.builder(), settings, settings.s3Endpoint()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")));
        return builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .executionInterceptors(List.of(interceptors))
                        .build())
                .build();
    }

    /** A client whose calls all fail, at once. */
    private static S3Client failing(RuntimeException failure) {
        return AwsConnection.configured(
                        S3Client.builder(),
                        new AwsSettings("us-east-1", "candor", null, emulator.endpoint(), null, true),
                        emulator.endpoint())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .executionInterceptors(List.of(new Failing(failure, Integer.MAX_VALUE))))
                .build();
    }

    private static String emptyBucket() {
        String bucket = "candor-" + BUCKETS.incrementAndGet();
        s3.createBucket(request -> request.bucket(bucket));
        return bucket;
    }

    @Override
    protected ObjectStore emptyStore() {
        return store(s3, emptyBucket());
    }

    @Test
    void listFollowsAllPages() {
        ExecutionInterceptor twoKeysAPage = new ExecutionInterceptor() {
            @Override
            public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
                return context.request() instanceof ListObjectsV2Request list
                        ? list.toBuilder().maxKeys(2).build()
                        : context.request();
            }
        };
        try (S3Client paging = client(twoKeysAPage)) {
            ObjectStore store = store(paging, emptyBucket());
            for (String key : List.of("a/1", "a/2", "a/3", "a/4", "a/5", "b/1")) {
                store.putIfAbsent(key, new byte[0], TYPE);
            }
            assertThat(store.list("a/")).containsExactly("a/1", "a/2", "a/3", "a/4", "a/5");
        }
    }

    @Test
    void mediaTypeIsKept() {
        String bucket = emptyBucket();
        store(s3, bucket).putIfAbsent("report.html", new byte[1], "text/html");
        assertThat(s3.headObject(request -> request.bucket(bucket).key("report.html"))
                        .contentType())
                .isEqualTo("text/html");
    }

    @Test
    void writeWhoseAnswerWasLostIsStillOurs() {
        try (S3Client losing = client(new LostAnswer(PutObjectRequest.class::isInstance, 1))) {
            ObjectStore store = store(losing, emptyBucket());

            assertThat(store.putIfAbsent("latest/STX", "one".getBytes(UTF_8), TYPE))
                    .isInstanceOf(Stored.class);
            assertThat(store.find("latest/STX").orElseThrow().bytes()).isEqualTo("one".getBytes(UTF_8));
        }
    }

    @Test
    void replacementWhoseAnswerWasLostIsStillOurs() {
        String bucket = emptyBucket();
        store(s3, bucket).putIfAbsent("a", "one".getBytes(UTF_8), TYPE);
        String first = store(s3, bucket).find("a").orElseThrow().entityTag();
        try (S3Client losing = client(new LostAnswer(PutObjectRequest.class::isInstance, 1))) {
            ObjectStore store = store(losing, bucket);
            assertThat(store.putIfMatch("a", "two".getBytes(UTF_8), TYPE, first))
                    .isInstanceOf(Stored.class);
            assertThat(store.find("a").orElseThrow().bytes()).isEqualTo("two".getBytes(UTF_8));
        }
    }

    /** A proxy answered 200 in S3's place, and the run went on with a checkpoint that nobody had stored. */
    @Test
    void writeThatIsAnsweredByAnotherIsNoSuccess() {
        String bucket = emptyBucket();
        try (S3Client between = client(new Untagged(true))) {
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> store(between, bucket).putIfAbsent("a", new byte[1], TYPE))
                    .withMessageContaining("without an ETag")
                    .withMessageContaining("s3://" + bucket + "/a");
        }
        assertThat(store(s3, bucket).find("a")).isEmpty();
    }

    @Test
    void writeWhoseTagWasLostIsLookedFor() {
        String bucket = emptyBucket();
        try (S3Client between = client(new Untagged(false))) {
            assertThat(store(between, bucket).putIfAbsent("a", new byte[1], TYPE))
                    .isInstanceOf(Stored.class);
        }
    }

    @Test
    void equalBytesOfAnotherWriterAreNotOurs() {
        String bucket = emptyBucket();
        store(s3, bucket).putIfAbsent("a", "same".getBytes(UTF_8), TYPE);
        assertThat(store(s3, bucket).putIfAbsent("a", "same".getBytes(UTF_8), TYPE))
                .isInstanceOf(ConditionFailed.class);
    }

    @Test
    void conflictingWriteIsSentAgain() {
        Failing conflict = new Failing(answer(409, "ConditionalRequestConflict"), 2);
        try (S3Client contended = client(conflict)) {
            assertThat(store(contended, emptyBucket()).putIfAbsent("a", new byte[1], TYPE))
                    .isInstanceOf(Stored.class);
        }
    }

    /** 409 says nothing of the condition: the object may well be absent, and nobody may be told that it is there. */
    @Test
    void conflictThatDoesNotEndIsNoLostRace() {
        try (S3Client contended = client(new Failing(answer(409, "ConditionalRequestConflict"), Integer.MAX_VALUE))) {
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> store(contended, emptyBucket()).putIfAbsent("a", new byte[1], TYPE))
                    .withMessageContaining("(409); try again");
        }
    }

    @Test
    void uploadsCarryAChecksumThatIsComparedOnTheWayBack() {
        String bucket = emptyBucket();
        List<String> algorithms = new ArrayList<>();
        ExecutionInterceptor watching = new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                context.httpRequest()
                        .firstMatchingHeader("x-amz-sdk-checksum-algorithm")
                        .ifPresent(algorithms::add);
            }
        };
        try (S3Client client = client(watching)) {
            store(client, bucket).putIfAbsent("a", "one".getBytes(UTF_8), TYPE);
        }
        assertThat(algorithms).containsExactly("CRC32");

        AtomicInteger downloads = new AtomicInteger();
        ExecutionInterceptor damaging = new ExecutionInterceptor() {
            @Override
            public Optional<InputStream> modifyHttpResponseContent(
                    Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
                downloads.incrementAndGet();
                return Optional.of(new ByteArrayInputStream("two".getBytes(UTF_8)));
            }
        };
        try (S3Client client = client(damaging)) {
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> store(client, bucket).find("a"))
                    .withMessageContaining("checksum");
            assertThat(downloads).as("made again before it is given up").hasValue(4);
        }
    }

    @Test
    void troubleIsTriedAgainBySdkBeforeItIsTold() {
        Failing twice = new Failing(answer(503, "SlowDown"), 2);
        try (S3Client troubled = client(twice)) {
            assertThat(store(troubled, emptyBucket()).find("a")).isEmpty();
        }
    }

    @Test
    void missingBucketIsNoMissingObject() {
        ObjectStore store = store(s3, "candor-nowhere");
        assertThatIllegalStateException()
                .isThrownBy(() -> store.find("a"))
                .withMessageContaining("candor-nowhere")
                .withMessageContaining("CANDOR_BUCKET");
        assertThatIllegalStateException()
                .isThrownBy(() -> store.putIfAbsent("a", new byte[1], TYPE))
                .withMessageContaining("candor-nowhere");
    }

    @Test
    void refusalNamesTheMissingRight() {
        try (S3Client refused = failing(answer(403, "AccessDenied"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> store(refused, "candor").find("latest/STX"))
                    .withMessageContaining("s3:ListBucket is missing on the prefix")
                    .withMessageContaining("s3://candor/latest/STX");
        }
    }

    @ParameterizedTest
    @CsvSource({"503,SlowDown", "500,InternalError", "400,RequestTimeout", "429,TooManyRequests"})
    void troubleOfS3IsUnavailability(int status, String code) {
        try (S3Client troubled = failing(answer(status, code))) {
            ObjectStore store = store(troubled, "candor");
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> store.find("latest/STX"))
                    .withMessageContaining("s3://candor/latest/STX");
            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.list("latest/"));
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> store.putIfAbsent("latest/STX", new byte[1], TYPE));
        }
    }

    @Test
    void silenceIsUnavailability() {
        try (S3Client silent = failing(SdkClientException.create("timed out"))) {
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> store(silent, "candor").find("a"))
                    .withMessageContaining("timed out");
        }
    }

    private static RuntimeException answer(int status, String code) {
        return S3Exception.builder()
                .statusCode(status)
                .message(code)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(code)
                        .build())
                .build();
    }

    /** Fails the first calls before they are sent. */
    private static final class Failing implements ExecutionInterceptor {

        private final RuntimeException failure;
        private final AtomicInteger left;

        Failing(RuntimeException failure, int times) {
            this.failure = failure;
            this.left = new AtomicInteger(times);
        }

        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            if (left.getAndDecrement() > 0) {
                throw failure;
            }
        }
    }

    /** Takes the tag out of writes' answers; on wish they are about another key, so that nothing is stored under theirs. */
    private record Untagged(boolean lost) implements ExecutionInterceptor {

        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            return lost && context.request() instanceof PutObjectRequest put
                    ? put.toBuilder().key("elsewhere").build()
                    : context.request();
        }

        @Override
        public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            return context.request() instanceof PutObjectRequest
                    ? context.httpResponse().toBuilder().removeHeader("ETag").build()
                    : context.httpResponse();
        }
    }

    /** Lets the first calls reach S3 and turns their answers into 503, so that the SDK sends them again. */
    private static final class LostAnswer implements ExecutionInterceptor {

        private final Predicate<SdkRequest> which;
        private final AtomicInteger left;

        LostAnswer(Predicate<SdkRequest> which, int times) {
            this.which = which;
            this.left = new AtomicInteger(times);
        }

        @Override
        public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            if (which.test(context.request()) && left.getAndDecrement() > 0) {
                return context.httpResponse().toBuilder().statusCode(503).build();
            }
            return context.httpResponse();
        }
    }

    private static S3ObjectStore store(S3Client client, String bucket) {
        return new S3ObjectStore(client, bucket, () -> UUID.randomUUID().toString());
    }
}
