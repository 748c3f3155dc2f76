package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.store.failure.RequestRefused;
import candor.store.failure.StoreUnavailable;
import candor.store.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One question to a service that speaks AWS JSON. For single questions to services whose clients would make a function's
 * zip larger for nothing.
 */
final class SignedCall {

    private final SignedHttp http;
    private final String version;

    private SignedCall(SignedHttp http, String version) {
        this.http = http;
        this.version = version;
    }

    /** A call in the region {@code AWS_REGION}, or to the endpoint that {@code AWS_ENDPOINT_URL} names. */
    static SignedCall of(String service, Map<String, String> environment) {
        return of(service, "1.1", environment);
    }

    /** @param version of AWS JSON that the service speaks, 1.0 or 1.1 */
    static SignedCall of(String service, String version, Map<String, String> environment) {
        return new SignedCall(
                SignedHttp.to(
                        service,
                        environment.getOrDefault("AWS_REGION", "us-east-1"),
                        environment.getOrDefault("AWS_ENDPOINT_URL", ""),
                        DefaultCredentialsProvider.builder().build()),
                version);
    }

    /**
     * The answer.
     *
     * @param target the operation, as {@code X-Amz-Target} names it
     * @param subject what is asked for, in messages; answers are not repeated there
     */
    JsonNode ask(String target, Map<String, ?> body, String subject) {
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/x-amz-json-" + version);
        headers.put("X-Amz-Target", target);
        try {
            return read(http.post(headers, Json.writeLine(body)), subject);
        } catch (IOException | SdkException e) {
            throw new StoreUnavailable(
                    subject + " cannot be read: " + http.service() + " does not answer ("
                            + e.getClass().getSimpleName() + "); try again",
                    e);
        }
    }

    private JsonNode read(SignedHttp.Answer answer, String subject) {
        int status = answer.status();
        String text = answer.text();
        if (status == 429 || status >= 500 || text.contains("ThrottlingException")) {
            throw new StoreUnavailable(
                    subject + " cannot be read: " + http.service() + " answers with status " + status + "; try again");
        }
        if (status != 200) {
            throw new RequestRefused(subject + " cannot be read (status " + status + ", " + kind(text)
                    + "); check that it is there and that the function's role may read it");
        }
        try {
            return Json.readTree(text.getBytes(UTF_8));
        } catch (JacksonException unreadable) {
            throw new StoreUnavailable(
                    subject + " cannot be read: " + http.service() + " answers with no JSON; try again");
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
