package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.store.failure.RequestRefused;
import candor.store.failure.StoreUnavailable;
import candor.store.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class TiingoTokenTest {

    private static final String TOKEN = "0123456789abcdef";

    private final List<String> targets = new ArrayList<>();
    private final List<JsonNode> questions = new ArrayList<>();
    private final List<String> signatures = new ArrayList<>();
    private int status = 200;
    private String answer = "{}";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void standsInTheEnvironment() {
        assertThat(token(Map.of("CANDOR_TIINGO_TOKEN", " " + TOKEN + " ")).get())
                .isEqualTo(TOKEN);
        assertThat(TiingoToken.from(Map.of("CANDOR_TIINGO_TOKEN", " "))).isEmpty();
        assertThat(TiingoToken.from(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, "{\"token\": \"" + TOKEN + "\"}"})
    void isReadFromSecretsManagerOnce(String secret) {
        answer = new String(Json.writeLine(Map.of("Name", "tiingo", "SecretString", secret)), UTF_8);
        Supplier<String> token = named("CANDOR_TIINGO_TOKEN_SECRET");
        assertThat(targets).as("not before it is needed").isEmpty();

        assertThat(token.get()).isEqualTo(TOKEN);
        assertThat(token.get()).isEqualTo(TOKEN);
        assertThat(targets).containsExactly("secretsmanager.GetSecretValue");
        assertThat(questions.getFirst().path("SecretId").stringValue()).isEqualTo("my/tiingo");
        assertThat(signatures.getFirst())
                .matches("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-west-2/secretsmanager/aws4_request, .*"
                        + "Signature=[0-9a-f]{64}");
        assertThat(token.toString()).doesNotContain(TOKEN);
    }

    @Test
    void isReadFromAParameterDecrypted() {
        answer = "{\"Parameter\": {\"Name\": \"my/tiingo\", \"Value\": \"" + TOKEN + "\"}}";
        assertThat(named("CANDOR_TIINGO_TOKEN_PARAMETER").get()).isEqualTo(TOKEN);
        assertThat(targets).containsExactly("AmazonSSM.GetParameter");
        assertThat(questions.getFirst().path("WithDecryption").booleanValue()).isTrue();
        assertThat(signatures.getFirst()).contains("/eu-west-2/ssm/aws4_request");
    }

    @ParameterizedTest
    @CsvSource({"400, ResourceNotFoundException", "400, AccessDeniedException", "403, MissingAuthenticationToken"})
    void aRefusalNamesTheSecretAndTheRemedy(int refusal, String kind) {
        status = refusal;
        answer = "{\"__type\": \"com.amazonaws#" + kind + "\", \"message\": \"" + TOKEN + "\"}";
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> named("CANDOR_TIINGO_TOKEN_SECRET").get())
                .withMessage("CANDOR_TIINGO_TOKEN_SECRET 'my/tiingo' cannot be read (status " + refusal + ", " + kind
                        + "); check that it is there and that the function's role may read it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500|{}", "429|{}", "400|{\"__type\": \"ThrottlingException\"}", "200|<html>", "503|"})
    void whatMayPassIsToldAsSuch(int failure, String body) {
        status = failure;
        answer = String.valueOf(body);
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> named("CANDOR_TIINGO_TOKEN_PARAMETER").get())
                .withMessageContaining("try again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"SecretString\": \" \"}", "{\"SecretString\": \"{\\\"key\\\": 1}\"}"})
    void anEmptySecretIsRefused(String body) {
        answer = body;
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> named("CANDOR_TIINGO_TOKEN_SECRET").get())
                .withMessageContaining("holds no token");
    }

    @Test
    void onePlaceOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TiingoToken.from(Map.of("CANDOR_TIINGO_TOKEN", "a", "CANDOR_TIINGO_TOKEN_SECRET", "b")))
                .withMessage("CANDOR_TIINGO_TOKEN and CANDOR_TIINGO_TOKEN_SECRET all say where the token for tiingo is;"
                        + " set one of them");
    }

    @Test
    void nobodyThere() {
        server.stop(0);
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> named("CANDOR_TIINGO_TOKEN_SECRET").get())
                .withMessageContaining("secretsmanager does not answer");
    }

    private Supplier<String> named(String variable) {
        return token(Map.of(
                variable,
                "my/tiingo",
                "AWS_REGION",
                "eu-west-2",
                "AWS_ENDPOINT_URL",
                "http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static Supplier<String> token(Map<String, String> environment) {
        return TiingoToken.from(environment).orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        targets.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
        questions.add(Json.readTree(exchange.getRequestBody().readAllBytes()));
        byte[] body = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
