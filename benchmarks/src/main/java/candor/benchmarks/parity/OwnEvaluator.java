package candor.benchmarks.parity;

import candor.statemachine.expression.Bindings;
import candor.statemachine.expression.EvaluationFailure;
import candor.statemachine.expression.JsonText;
import candor.statemachine.expression.Template;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the runner makes of an expression. */
final class OwnEvaluator {

    private static final Instant NOW = Instant.parse("2026-04-24T20:00:00Z");

    private OwnEvaluator() {}

    /** @param input what {@code $states.input} gives */
    record Question(String about, String expression, JsonNode input) {}

    /** The question with its value, or with the error and the language's code of it where there is one. */
    static JsonNode told(Question question) {
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("about", question.about())
                .put("expression", question.expression());
        told.set("input", question.input());
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        states.set("input", question.input());
        Bindings bindings = new Bindings(states, Map.of(), () -> NOW, new SplittableRandom(1));
        try {
            JsonNode source = JsonNodeFactory.instance.stringNode("{% " + question.expression() + " %}");
            told.set("value", new Template("Output", source).evaluate(bindings));
        } catch (EvaluationFailure e) {
            told.put("error", String.valueOf(e.getMessage())).put("code", e.code());
        } catch (IllegalArgumentException e) {
            told.put("error", String.valueOf(e.getMessage())).put("code", "syntax");
        }
        return JsonText.parse(JsonText.write(told));
    }
}
