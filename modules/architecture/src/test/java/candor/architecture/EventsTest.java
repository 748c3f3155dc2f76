package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageRequest;
import candor.serving.batch.BatchInbox;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each event in events/ is what its function is really sent. */
class EventsTest {

    private static final List<String> FIELDS = Arrays.stream(StageRequest.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    @ParameterizedTest
    @EnumSource
    void stageIsSentARequest(StageName stage) {
        JsonNode event = Tree.json("events/" + stage.key() + ".json");
        assertThat(event.propertyNames()).isSubsetOf(FIELDS).contains("execution", "symbol");
        assertThat(Symbol.of(event.path("symbol").asString()).value()).isNotEmpty();
        if (stage != StageName.INGEST) {
            assertThat(LocalDate.parse(event.path("asOf").asString())).isNotNull();
        }
    }

    @Test
    void predictIsSentARequestThatTheApiRoutes() {
        JsonNode event = Tree.json("events/predict.json");
        Map<String, Object> paths = Template.map(Template.yaml("api/gateway.yaml"), "paths");
        assertThat(paths).containsKey(event.path("resource").asString());
        assertThat(Template.map(paths, event.path("resource").asString()))
                .containsKey(event.path("httpMethod").asString().toLowerCase(Locale.ROOT));
        assertThat(event.path("path").asString())
                .isEqualTo(event.path("resource")
                        .asString()
                        .replace(
                                "{symbol}",
                                event.path("pathParameters").path("symbol").asString()));
    }

    @Test
    void theApiRoutesWhatItsDescriptionHas() {
        List<String> routed = new ArrayList<>();
        Template.map(Template.yaml("api/gateway.yaml"), "paths")
                .forEach((path, methods) -> Template.map(methods)
                        .keySet()
                        .forEach(method -> routed.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        List<String> described = new ArrayList<>();
        Template.map(Template.yaml("api/openapi.yaml"), "paths")
                .forEach((path, methods) -> Template.map(methods)
                        .keySet()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        // Whoever may ask for a thing may ask for its headers, without a word in the description.
        List.copyOf(described).stream()
                .filter(operation -> operation.startsWith("GET "))
                .map(operation -> operation.replace("GET ", "HEAD "))
                .forEach(described::add);
        assertThat(routed).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void batchIsSentAnEventThatItsRuleMatches() {
        JsonNode event = Tree.json("events/batch.json");
        Map<String, Object> pattern = pattern("BatchFunction");
        assertThat(Template.texts(pattern, "source"))
                .contains(event.path("source").asString());
        assertThat(Template.texts(pattern, "detail-type"))
                .contains(event.path("detail-type").asString());
        assertThat(event.path("detail").path("object").path("key").asString()).startsWith(BatchInbox.PREFIX);
        assertThat(String.valueOf(Template.map(Template.map(pattern, "detail"), "object")))
                .contains("prefix=" + BatchInbox.PREFIX);
    }

    @Test
    void recordFailureIsSentAnEventThatItsRuleMatches() {
        JsonNode event = Tree.json("events/record-failure.json");
        Map<String, Object> pattern = pattern("RecordFailureFunction");
        assertThat(Template.texts(pattern, "source"))
                .contains(event.path("source").asString());
        assertThat(Template.texts(pattern, "detail-type"))
                .contains(event.path("detail-type").asString());
        assertThat(Template.texts(Template.map(pattern, "detail"), "status"))
                .contains(event.path("detail").path("status").asString());
    }

    /** The pattern of the one rule that starts the function. */
    private static Map<String, Object> pattern(String function) {
        Map<String, Object> rules = Template.map(Template.read().function(function), "Events");
        Map<String, Object> properties =
                Template.map(Template.map(rules.values().iterator().next()).get("Properties"));
        return Template.map(properties.get("Pattern"));
    }
}
