package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.store.environment.Variable;
import candor.store.failure.RequestRefused;
import candor.store.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Where the token for Tiingo is kept: {@code CANDOR_TIINGO_TOKEN} holds it, or {@code CANDOR_TIINGO_TOKEN_SECRET} names a
 * secret of Secrets Manager (plain text, or JSON with a field {@code token}), or {@code CANDOR_TIINGO_TOKEN_PARAMETER} a
 * parameter of Systems Manager, which may be a SecureString. It is asked for at its first use and kept for the process; it
 * stands in no message.
 */
public final class TiingoToken implements Supplier<String> {

    private static final List<Variable> PLACES =
            List.of(Variable.TIINGO_TOKEN, Variable.TIINGO_TOKEN_SECRET, Variable.TIINGO_TOKEN_PARAMETER);

    private final Supplier<String> source;
    private @Nullable String known;

    private TiingoToken(Supplier<String> source) {
        this.source = source;
    }

    /**
     * The token, from environment variables; empty where none of the three is set. More than one is an
     * IllegalArgumentException that names them.
     */
    public static Optional<Supplier<String>> from(Map<String, String> environment) {
        List<Variable> set = PLACES.stream()
                .filter(place -> !place.in(environment).isEmpty())
                .toList();
        if (set.size() > 1) {
            throw new IllegalArgumentException(
                    set.stream().map(Variable::toString).collect(Collectors.joining(" and "))
                            + " all say where the token for tiingo is; set one of them");
        }
        return set.stream().findFirst().map(place -> new TiingoToken(source(place, environment)));
    }

    private static Supplier<String> source(Variable place, Map<String, String> environment) {
        String value = place.in(environment);
        return switch (place) {
            case TIINGO_TOKEN_SECRET -> () -> ofSecret(SignedCall.of("secretsmanager", environment), value);
            case TIINGO_TOKEN_PARAMETER -> () -> ofParameter(SignedCall.of("ssm", environment), value);
            default -> () -> value;
        };
    }

    @Override
    public synchronized String get() {
        String token = known == null ? source.get() : known;
        known = token;
        return token;
    }

    private static String ofSecret(SignedCall call, String name) {
        JsonNode answer = call.ask(
                "secretsmanager.GetSecretValue",
                Map.of("SecretId", name),
                Variable.TIINGO_TOKEN_SECRET + " '" + name + "'");
        String text = answer.path("SecretString").stringValue("");
        if (!text.stripLeading().startsWith("{")) {
            return required(text, Variable.TIINGO_TOKEN_SECRET, name);
        }
        try {
            return required(
                    Json.readTree(text.getBytes(UTF_8)).path("token").stringValue(""),
                    Variable.TIINGO_TOKEN_SECRET,
                    name);
        } catch (JacksonException unreadable) {
            throw new RequestRefused(Variable.TIINGO_TOKEN_SECRET + " '" + name
                    + "' holds something that begins as JSON and is none; store the token as plain text, or as"
                    + " {\"token\": \"...\"}");
        }
    }

    private static String ofParameter(SignedCall call, String name) {
        JsonNode answer = call.ask(
                "AmazonSSM.GetParameter",
                Map.of("Name", name, "WithDecryption", true),
                Variable.TIINGO_TOKEN_PARAMETER + " '" + name + "'");
        return required(answer.path("Parameter").path("Value").stringValue(""), Variable.TIINGO_TOKEN_PARAMETER, name);
    }

    private static String required(String token, Variable variable, String name) {
        if (token.isBlank()) {
            throw new RequestRefused(variable + " '" + name
                    + "' holds no token; store it there as plain text, or in a secret as {\"token\": \"...\"}");
        }
        return token.strip();
    }
}
