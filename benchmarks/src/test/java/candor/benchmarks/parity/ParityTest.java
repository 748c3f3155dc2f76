package candor.benchmarks.parity;

import static org.assertj.core.api.Assertions.assertThat;

import candor.benchmarks.parity.OwnEvaluator.Question;
import candor.statemachine.expression.JsonText;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ParityTest {

    private static final long SEED = 20260424;

    @TempDir
    Path folder;

    @Test
    void generatedDefinitionsAreDrawnAlikeAndRunWithAllKindsOfEvents() {
        OwnRunner runner = new OwnRunner(folder);
        Set<String> types = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            Case one = DefinitionGenerator.draw(SEED, i);
            assertThat(DefinitionGenerator.draw(SEED, i)).isEqualTo(one);
            runner.history(one).forEach(event -> types.add(event.get("type").stringValue()));
        }
        assertThat(types)
                .contains(
                        "TaskFailed",
                        "TaskSucceeded",
                        "ParallelStateSucceeded",
                        "ParallelStateFailed",
                        "MapIterationSucceeded",
                        "ChoiceStateExited",
                        "WaitStateExited",
                        "SucceedStateExited",
                        "ExecutionSucceeded",
                        "ExecutionFailed");
    }

    @Test
    void generatedExpressionsAreDrawnAlikeAndMostHaveAValue() {
        List<Question> questions = IntStream.range(0, 300)
                .mapToObj(i -> ExpressionGenerator.draw(SEED, i))
                .toList();

        assertThat(ExpressionGenerator.draw(SEED, 7)).isEqualTo(questions.get(7));
        assertThat(questions.stream().map(Question::expression).distinct()).hasSizeGreaterThan(240);
        assertThat(questions.stream().map(OwnEvaluator::told).filter(told -> told.has("value")))
                .hasSizeGreaterThan(250);
    }

    @Test
    void anErrorHasTheNameAndTheTextOfTheScript() {
        JsonNode definition = JsonText.parse(
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\","
                        + "\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Arguments\":{\"FunctionName\":\"scripted\",\"Payload\":{"
                        + "\"key\":\"k\",\"script\":[{\"throw\":{\"error\":\"some.Thing\",\"cause\":\"why\"}},{\"return\":7}]}},"
                        + "\"Retry\":[{\"ErrorEquals\":[\"some.Thing\"]}],\"Output\":\"{% $states.result.Payload %}\",\"End\":true}}}");

        String history = new OwnRunner(folder)
                .history(new Case("run", definition, JsonNodeFactory.instance.objectNode()))
                .toString();

        assertThat(history).contains("\"error\":\"some.Thing\"", "why").contains("\"output\":\"7\"");
    }
}
