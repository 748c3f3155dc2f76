package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.market.Symbol;
import candor.store.failure.RequestRefused;
import candor.store.failure.StoreUnavailable;
import candor.store.port.ForecastEntry;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome.ConditionFailed;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

class StandInTest {

    /** The discard port, where nothing listens. */
    private static final String NOBODY = "http://127.0.0.1:9";

    private static ObjectStore bucket(StandIn there, String name) {
        return there.bucket(name, () -> UUID.randomUUID().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eu-west-2"})
    void makesABucketAndKeepsOneThatIsThere(String region) {
        try (S3Emulator s3 = new S3Emulator()) {
            StandIn there = StandIn.at(s3.endpoint().toString(), Map.of("AWS_REGION", region));

            bucket(there, "candor-demo").putIfAbsent("runs/a.json", "first".getBytes(UTF_8), "application/json");
            ObjectStore again = bucket(there, "candor-demo");

            assertThat(again.putIfAbsent("runs/a.json", "second".getBytes(UTF_8), "application/json"))
                    .isInstanceOf(ConditionFailed.class);
            assertThat(again.list("runs/")).containsExactly("runs/a.json");
            assertThat(bucket(there, "another").list("runs/")).isEmpty();
        }
    }

    @Test
    void makesATableAndKeepsOneThatIsThere() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        DynamoDBProxyServer emulator = ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
        emulator.start();
        try {
            StandIn there = StandIn.at("http://127.0.0.1:" + port, Map.of());
            LocalDate origin = LocalDate.of(2025, 12, 31);
            ForecastEntry forecast = new ForecastEntry(
                    Symbol.of("SYNTH"), origin, 1, origin.plusDays(2), "work/a", 0.0, 0.02, 0.02, new TreeMap<>());
            assertThat(there.table("candor-demo").recordForecast(forecast)).isTrue();

            Ledger again = there.table("candor-demo");

            assertThat(again.recordForecast(forecast)).isFalse();
            assertThat(again.forecastsAwaitingOutcome(forecast.symbol(), forecast.target()))
                    .isEqualTo(List.of(forecast));
            assertThat(again.forecastsAwaitingOutcome(Symbol.of("OTHER"), forecast.target()))
                    .isEmpty();
        } finally {
            emulator.stop();
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        StandIn nobody = StandIn.at(NOBODY, Map.of());

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> bucket(nobody, "candor-demo"))
                .withMessageContaining("the bucket candor-demo at " + NOBODY)
                .withMessageContaining("check network, region and --endpoint-url");
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> nobody.table("candor-demo"))
                .withMessageContaining("the table candor-demo at " + NOBODY);
    }

    @Test
    void tellsWhatIsRefused() throws Exception {
        try (FakeAws aws = new FakeAws().on("candor-demo", 403, "")) {
            StandIn there = StandIn.at(aws.endpoint().toString(), Map.of());

            assertThatExceptionOfType(RequestRefused.class)
                    .isThrownBy(() -> bucket(there, "candor-demo"))
                    .withMessageContaining("status 403");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:4566", "ftp://127.0.0.1", "http://", "http://a b"})
    void refusesWhatIsNoAddress(String endpoint) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> StandIn.at(endpoint, Map.of()))
                .withMessageContaining("'" + endpoint + "' cannot be an endpoint; write it as http://127.0.0.1:4566");
    }

    @Test
    void refusesWhatIsNoNameOrRegionOrHalfAKey() {
        StandIn there = StandIn.at(NOBODY, Map.of());
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> bucket(there, "My_Bucket"))
                .withMessageContaining("'My_Bucket' cannot be a bucket");
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> there.table("a b"))
                .withMessageContaining("'a b' cannot be a table");
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> StandIn.at(NOBODY, Map.of("AWS_REGION", "here")))
                .withMessageContaining("'here' cannot be a region");
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> StandIn.at(NOBODY, Map.of("AWS_ACCESS_KEY_ID", "id")))
                .withMessageContaining("AWS_SECRET_ACCESS_KEY is not");
    }
}
