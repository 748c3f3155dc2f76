package candor.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.json.Json;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What api/openapi.yaml says of requests and responses. */
public final class Specified {

    private static final String LOCATION = "https://candor.example/openapi.yaml";
    private static final JsonNode DOCUMENT = YAMLMapper.builder().build().readTree(text());
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(LOCATION, DOCUMENT.toString())));

    private Specified() {}

    /** The document. */
    public static JsonNode document() {
        return DOCUMENT;
    }

    /** The document as served. */
    public static String text() {
        try (InputStream in = Objects.requireNonNull(ForecastApi.class.getResourceAsStream("openapi.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that the response is one that the document has for the request: status, headers, media type, content. */
    public static void assertHolds(ApiRequest request, ApiResponse response) {
        Optional<String> path = template(request.path());
        String method = request.method().toLowerCase(Locale.ROOT);
        if (path.isEmpty() || !DOCUMENT.at(pointer("paths", path.get())).has(method)) {
            assertThat(response.status()).as(request.toString()).isIn(400, 404, 405);
            assertProblem(response);
            return;
        }
        String responses = pointer("paths", path.get(), method, "responses");
        JsonNode described = DOCUMENT.at(responses).path(Integer.toString(response.status()));
        assertThat(described.isMissingNode())
                .as("%s %s may answer %d", method, path.get(), response.status())
                .isFalse();
        String at = responses + "/" + response.status();
        if (described.has("$ref")) {
            at = described.path("$ref").stringValue().substring(1);
            described = DOCUMENT.at(at);
        }
        assertThat(response.headers().keySet())
                .containsAll(described.path("headers").propertyNames());
        if (described.path("content").isMissingNode()) {
            assertThat(response.body()).isEmpty();
            return;
        }
        String type = String.valueOf(response.headers().get("Content-Type"));
        assertThat(described.path("content").propertyNames()).contains(type);
        if (type.endsWith("json")) {
            assertValid(at + "/content/" + escaped(type) + "/schema", json(response.body()));
        }
    }

    /** Asserts that a value is as the schema at the pointer wants it. */
    static void assertValid(String schemaPointer, JsonNode value) {
        List<Error> errors = schema(schemaPointer).validate(value);
        assertThat(errors).as("%s by %s", value, schemaPointer).isEmpty();
    }

    private static void assertProblem(ApiResponse response) {
        assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
        assertValid("/components/schemas/Problem", json(response.body()));
    }

    private static Schema schema(String pointer) {
        return SCHEMAS.getSchema(SchemaLocation.of(LOCATION + "#" + pointer));
    }

    /** The path with its parameters that the request's path is one of. */
    private static Optional<String> template(String path) {
        return DOCUMENT.path("paths").propertyNames().stream()
                .filter(template -> path.matches(template.replace(".", "\\.").replace("{symbol}", "[^/]+")))
                .min((one, other) -> Boolean.compare(one.endsWith("}"), other.endsWith("}")));
    }

    private static String pointer(String... names) {
        StringBuilder pointer = new StringBuilder();
        for (String name : names) {
            pointer.append('/').append(escaped(name));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode json(String text) {
        return Json.readTree(text.getBytes(StandardCharsets.UTF_8));
    }
}
