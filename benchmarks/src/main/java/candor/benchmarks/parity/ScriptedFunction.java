package candor.benchmarks.parity;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A function that does what its payload says: {@code {"key", "script", "given"}}. The script has one behaviour for each
 * call under that key, the last is repeated: {@code {"return": value}}, {@code {"echo": true}} for what is given, {@code
 * {"returnLength": n}}, {@code {"throw": {"error", "cause"}}}, {@code {"hang": true}}.
 *
 * <p>Calls are counted by files, as the function may run in several processes at once.
 */
public final class ScriptedFunction implements RequestStreamHandler {

    /** The environment variable that names the folder of the counts. */
    static final String FOLDER = "CANDOR_PARITY_CALLS";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Path calls;

    /** As Lambda makes it. */
    public ScriptedFunction() {
        this(Path.of(System.getenv().getOrDefault(FOLDER, ".")));
    }

    ScriptedFunction(Path calls) {
        this.calls = calls;
    }

    @Override
    public void handleRequest(InputStream request, OutputStream answer, Context context) throws IOException {
        JsonNode asked = MAPPER.readTree(request.readAllBytes());
        JsonNode script = asked.get("script");
        int call = count(asked.get("key").stringValue());
        JsonNode behaviour = script.get(Math.min(call, script.size() - 1));
        answer.write(behave(behaviour, asked.path("given")).getBytes(StandardCharsets.UTF_8));
    }

    private static String behave(JsonNode behaviour, JsonNode given) {
        if (behaviour.has("throw")) {
            JsonNode thrown = behaviour.get("throw");
            throw ErrorOf.named(
                    thrown.get("error").stringValue(),
                    message(thrown.get("cause").stringValue()));
        }
        if (behaviour.has("hang")) {
            hang();
        }
        if (behaviour.has("returnLength")) {
            return "\"" + "x".repeat(behaviour.get("returnLength").intValue()) + "\"";
        }
        return MAPPER.writeValueAsString(behaviour.has("echo") ? given : behaviour.get("return"));
    }

    /** Of a cause as Lambda makes it, the message inside: Lambda will put the rest around it again. */
    private static String message(String cause) {
        return cause.startsWith("{\"errorMessage\"")
                ? MAPPER.readTree(cause).get("errorMessage").stringValue()
                : cause;
    }

    private static void hang() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody waits any more", e);
        }
    }

    /** The call's number under that key, from 0. */
    private int count(String key) throws IOException {
        for (int call = 0; ; call++) {
            try {
                Files.createFile(calls.resolve(key + "." + call));
                return call;
            } catch (FileAlreadyExistsException e) {
                if (call > 1_000) {
                    throw new IOException(key + " is called without end", e);
                }
            }
        }
    }
}
