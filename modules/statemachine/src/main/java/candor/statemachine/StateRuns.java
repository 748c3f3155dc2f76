package candor.statemachine;

import candor.statemachine.definition.ChoiceRule;
import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.State;
import candor.statemachine.expression.Template;
import candor.statemachine.history.EventType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What each kind of state does. */
final class StateRuns {

    static final long LONGEST_SECONDS = 99_999_999;

    private StateRuns() {}

    static Outcome run(Visit visit) throws StateFailed, InterruptedException {
        return switch (visit.state()) {
            case State.Task task -> Guard.run(visit, task, () -> TaskRun.attempt(visit, task));
            case State.StartExecution start -> Guard.run(visit, start, () -> NestedExecutionRun.attempt(visit, start));
            case State.Parallel parallel -> Guard.run(visit, parallel, () -> ParallelRun.attempt(visit, parallel));
            case State.Map map -> Guard.run(visit, map, () -> MapRun.attempt(visit, map));
            case State.DistributedMap map -> Guard.run(visit, map, () -> DistributedMapRun.attempt(visit, map));
            case State.Pass pass -> visit.leave(pass.assign(), pass.output(), visit.input(), Map.of(), pass.next());
            case State.Wait wait -> {
                pause(visit, wait);
                yield visit.leave(wait.assign(), wait.output(), visit.input(), Map.of(), wait.next());
            }
            case State.Choice choice -> choose(visit, choice);
            case State.Succeed succeed -> visit.leave(null, succeed.output(), visit.input(), Map.of(), null);
            case State.Fail fail -> throw new StateFailed(text(visit, fail.error()), text(visit, fail.cause()));
        };
    }

    private static Outcome choose(Visit visit, State.Choice choice) throws StateFailed {
        for (ChoiceRule rule : choice.rules()) {
            JsonNode holds = visit.evaluate(rule.condition(), Map.of());
            if (!holds.isBoolean()) {
                throw visit.evaluationFailed(
                        "Condition", "The field 'Condition' must give true or false, not " + holds);
            }
            if (holds.booleanValue()) {
                return visit.leave(rule.assign(), rule.output(), visit.input(), Map.of(), rule.next());
            }
        }
        if (choice.otherwise() == null) {
            throw new StateFailed(
                    ErrorNames.NO_CHOICE_MATCHED,
                    "No rule of the state '" + choice.name() + "' holds, and it has no Default.");
        }
        return visit.leave(choice.assign(), choice.output(), visit.input(), Map.of(), choice.otherwise());
    }

    /** Counted from when the state was entered: a redrive waits for what is left. */
    private static void pause(Visit visit, State.Wait wait) throws StateFailed, InterruptedException {
        Instant until = wait.seconds() == null
                ? timestamp(visit, wait.timestamp())
                : visit.since().plusSeconds(visit.evaluateWhole(wait.seconds(), 0, LONGEST_SECONDS));
        try {
            visit.run().pause(Duration.between(visit.run().now(), until));
        } catch (InterruptedException e) {
            visit.record(EventType.WAIT_STATE_ABORTED, EventDetails.none());
            throw e;
        }
    }

    private static Instant timestamp(Visit visit, @Nullable Template template) throws StateFailed {
        String text = text(visit, template);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw visit.evaluationFailed(
                    "Timestamp", "The field 'Timestamp' must give a time as 2026-04-24T18:30:00Z, not '" + text + "'");
        }
    }

    private static String text(Visit visit, @Nullable Template template) throws StateFailed {
        if (template == null) {
            return "";
        }
        JsonNode value = visit.evaluate(template, Map.of());
        if (!value.isString()) {
            throw visit.evaluationFailed(
                    template.field(), "The field '" + template.field() + "' must give a string, not " + value);
        }
        return value.stringValue();
    }
}
