package candor.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** api/openapi.yaml, apart from what answers say. */
class OpenApiSpecificationTest {

    /** API Gateway imports no later version. */
    @Test
    void isOfTheVersionThatApiGatewayImports() {
        assertThat(Specified.document().path("openapi").stringValue()).isEqualTo("3.0.3");
    }

    @Test
    void everyExampleIsAsItsSchemaWantsIt() {
        int examples = check(Specified.document(), "");

        assertThat(examples).isGreaterThan(12);
    }

    private static int check(JsonNode node, String pointer) {
        int found = 0;
        if (node.has("schema") && node.has("example")) {
            Specified.assertValid(pointer + "/schema", node.path("example"));
            found++;
        }
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            if (!child.getKey().equals("example")) {
                found += check(
                        child.getValue(),
                        pointer + "/" + child.getKey().replace("~", "~0").replace("/", "~1"));
            }
        }
        return found;
    }

    @Test
    void isServedAsItStands() {
        ApiRequest request = new ApiRequest("GET", "/v1/openapi.yaml", Map.of(), null);
        ApiResponse response = Specification.answer(request);

        Specified.assertHolds(request, response);
        assertThat(response.body()).isEqualTo(Specified.text());
        assertThat(Specification.answer(new ApiRequest(
                                "GET",
                                "/v1/openapi.yaml",
                                Map.of(),
                                response.headers().get("ETag")))
                        .status())
                .isEqualTo(304);
    }
}
