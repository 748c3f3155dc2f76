package candor.statemachine;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.Execution;
import candor.statemachine.history.Executions;
import candor.statemachine.history.HistoryEvent;
import candor.statemachine.history.RedriveOutcome;
import candor.statemachine.history.StartOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A runner on a temporary home, with scripted functions and a clock that does not wait. */
final class Bench {

    final SteppedPace pace = new SteppedPace();
    final ScriptedInvoker functions = new ScriptedInvoker(pace);
    final ScriptedTokens tokens = new ScriptedTokens(pace);
    final MemoryBuckets buckets = new MemoryBuckets();
    final Executions executions;
    private @Nullable Error ahead;
    private NestedExecutions nested = NestedExecutions.none();
    private final SplittableRandom random = new SplittableRandom(7);

    Bench(Path home) {
        executions = new Executions(home.resolve("executions"));
    }

    ExecutionResult start(StateMachine machine, String name, String input) {
        StartOutcome outcome = executions.start(machine, name, input, pace.instant());
        try (var journal = ((StartOutcome.Created) outcome).journal()) {
            return runner().run(journal);
        }
    }

    ExecutionResult startWithoutBuckets(StateMachine machine, String name, String input) {
        StartOutcome outcome = executions.start(machine, name, input, pace.instant());
        try (var journal = ((StartOutcome.Created) outcome).journal()) {
            return new Runner(functions, tokens, pace, random, this::told, Runnable::run).run(journal);
        }
    }

    ExecutionResult redrive(String name) {
        try (var journal = ((RedriveOutcome.Reopened) executions.redrive(name)).journal()) {
            return runner().run(journal);
        }
    }

    Execution find(String name) {
        return executions.find(name).orElseThrow();
    }

    /** Empty where there was no execution of that name. */
    List<HistoryEvent> events(String name) {
        return executions.find(name).map(Execution::events).orElse(List.of());
    }

    /** Types of the events, with the state's name where a state is entered or exited. */
    List<String> history(String name) {
        return find(name).events().stream()
                .map(event -> event.type().apiName()
                        + (event.type().entersState() || event.type().exitsState()
                                ? " " + event.state().orElseThrow()
                                : ""))
                .toList();
    }

    /** Lets Tasks start executions of this machine, in the same home. */
    void nest(StateMachine machine) {
        nested = (arn, name, input, timeout, started) -> {
            if (!arn.equals(machine.arn())) {
                return NestedExecutions.none().run(arn, name, input, timeout, started);
            }
            String free =
                    name == null ? "nested-" + executions.list().executions().size() : name;
            StartOutcome outcome = executions.start(machine, free, input, pace.instant());
            try (var journal = ((StartOutcome.Created) outcome).journal()) {
                started.accept(journal.header());
                runner().run(journal);
            }
            return find(free);
        };
    }

    /** Has the first state that is entered meet an error of the machine. */
    void failWith(Error error) {
        ahead = error;
    }

    private void told(String execution, HistoryEvent event) {
        Error met = ahead;
        if (met != null && event.type().entersState()) {
            ahead = null;
            throw met;
        }
    }

    private Runner runner() {
        return new Runner(functions, tokens, pace, random, this::told, Runnable::run, buckets, nested);
    }
}
