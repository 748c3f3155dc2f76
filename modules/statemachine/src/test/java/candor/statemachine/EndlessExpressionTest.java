package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.EventType;
import candor.statemachine.history.ExecutionStatus;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions that take too much: one burned a minute, and after an Error the history had no end. */
class EndlessExpressionTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "($f := function($n){ $f($n + 1) }; $f(0)) ~ took more than 1000000 steps; it may have no end",
                "($f := function($n){ 1 + $f($n + 1) }; $f(0)) ~ is nested more than 500 deep; it may have no end",
                "$map([1..1000], function($i){ $map([1..1000], function($j){ $i + $j }) }) ~ took more than 1000000"
                        + " steps",
                "$match($pad('', 30000, 'ab'), /(a|b)*c/) ~ it is nested too deep"
            })
    void anExpressionWithoutEndFailsItsState(String expression, String message) {
        Bench bench = new Bench(home);

        ExecutionResult result = bench.start(pass(expression), "run-1", "{}");

        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.error()).isEqualTo(ErrorNames.QUERY_EVALUATION);
        assertThat(result.cause()).contains("of the field 'Output'", message);
        assertThat(bench.history("run-1")).endsWith("EvaluationFailed", "ExecutionFailed");
    }

    @Test
    void anErrorOfTheMachineLeavesAnEndToo() {
        Bench bench = new Bench(home);
        StateMachine machine = pass("'unused'");
        bench.failWith(new OutOfMemoryError("Java heap space"));

        ExecutionResult result = bench.start(machine, "run-1", "{}");

        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.error()).isEqualTo(ErrorNames.RUNTIME);
        assertThat(result.cause()).isEqualTo("java.lang.OutOfMemoryError: Java heap space");
        assertThat(bench.find("run-1").events().getLast().type()).isEqualTo(EventType.EXECUTION_FAILED);
    }

    @Test
    void longWorkThatEndsIsDone() {
        Bench bench = new Bench(home);

        ExecutionResult result = bench.start(pass("$sum($map([1..20000], function($i){ $i * 2 }))"), "run-1", "{}");

        assertThat(result.output()).isEqualTo("400020000");
    }

    private static StateMachine pass(String expression) {
        return StateMachine.load("endless", """
            {"QueryLanguage": "JSONata", "StartAt": "P",
             "States": {"P": {"Type": "Pass", "Output": "{%% %s %%}", "End": true}}}
            """.formatted(expression.replace("\\", "\\\\")), Map.of());
    }
}
