package candor.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import candor.forecasting.market.Symbol;
import candor.store.failure.LedgerUnavailable;
import candor.store.port.ApprovalEntry;
import candor.store.port.ForecastEntry;
import candor.store.port.Ledger;
import candor.store.port.LedgerContract;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

class DynamoDbLedgerTest extends LedgerContract {

    private static final Symbol STX = Symbol.of("STX");
    private static final AtomicInteger TABLES = new AtomicInteger();

    private static @Nullable DynamoDBProxyServer emulator;
    private static URI endpoint;
    private static DynamoDbClient dynamoDb;

    @BeforeAll
    static void start() throws Exception {
        endpoint = OtherAws.endpoint().isPresent() ? OtherAws.endpoint().orElseThrow() : started();
        dynamoDb = client();
    }

    private static URI started() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
        server.start();
        emulator = server;
        return URI.create("http://127.0.0.1:" + port);
    }

    @AfterAll
    static void stop() throws Exception {
        dynamoDb.close();
        if (emulator != null) {
            emulator.stop();
        }
    }

    private static DynamoDbClient client(ExecutionInterceptor... interceptors) {
        return client(endpoint, interceptors);
    }

    private static DynamoDbClient client(URI endpoint, ExecutionInterceptor... interceptors) {
        AwsSettings settings = new AwsSettings("us-east-1", "candor", "candor", null, endpoint, true);
        DynamoDbClientBuilder builder = AwsConnection.configured(
                        DynamoDbClient.builder(), settings, settings.dynamoDbEndpoint())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")));
        return builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .executionInterceptors(List.of(interceptors))
                        .build())
                .build();
    }

    private static String emptyTable() {
        String table = "candor-" + TABLES.incrementAndGet();
        dynamoDb.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
        return table;
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    @Override
    protected Ledger emptyLedger() {
        return new DynamoDbLedger(dynamoDb, emptyTable());
    }

    @Test
    void queriesFollowAllPages() {
        ExecutionInterceptor twoItemsAPage = new ExecutionInterceptor() {
            @Override
            public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
                return context.request() instanceof QueryRequest query
                        ? query.toBuilder().limit(2).build()
                        : context.request();
            }
        };
        try (DynamoDbClient paging = client(twoItemsAPage)) {
            Ledger ledger = new DynamoDbLedger(paging, emptyTable());
            LocalDate origin = LocalDate.of(2026, 4, 24);
            for (int day = 0; day < 7; day++) {
                ledger.recordForecast(new ForecastEntry(
                        STX,
                        origin.plusDays(day),
                        1,
                        origin.plusDays(day + 1),
                        "work/a",
                        0.0,
                        0.02,
                        0.02,
                        new TreeMap<>()));
            }
            assertThat(ledger.forecastsAwaitingOutcome(STX, origin.plusDays(30)))
                    .hasSize(7);
        }
    }

    @Test
    void missingTableIsNamedWithTheRemedy() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DynamoDbLedger(dynamoDb, "candor-nowhere").findRun("a"))
                .withMessageContaining("candor-nowhere")
                .withMessageContaining("CANDOR_TABLE");
    }

    /** The first attempt of a write, whose answer was lost, may still be under way when the SDK sends it again. */
    @Test
    void writeUnderWayIsUnavailability() throws Exception {
        try (FakeAws aws = new FakeAws()) {
            aws.on(
                    "TransactWriteItems",
                    400,
                    "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionInProgressException\","
                            + "\"Message\":\"told by the test\"}");
            Ledger ledger = new DynamoDbLedger(client(aws.endpoint()), "candor");
            assertThatExceptionOfType(LedgerUnavailable.class)
                    .isThrownBy(() -> ledger.recordApproval(
                            new ApprovalEntry("STX_2026-04-24_a", "ab".repeat(32), true, "Ann", Instant.EPOCH, null)))
                    .withMessageContaining("told by the test");
        }
    }

    @Test
    void silenceIsUnavailability() {
        ExecutionInterceptor silence = new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                throw SdkClientException.create("timed out");
            }
        };
        try (DynamoDbClient silent = client(silence)) {
            Ledger ledger = new DynamoDbLedger(silent, "candor");
            assertThatExceptionOfType(LedgerUnavailable.class)
                    .isThrownBy(() -> ledger.latestRuns(1))
                    .withMessageContaining("timed out");
        }
    }
}
