package candor.benchmarks.parity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws how Tasks fail, and the Retry and Catch around that. */
final class Rules {

    private static final List<String> ERRORS =
            List.of("Busy", "Wrong", "candor.store.failure.StoreUnavailable", "com.example.Broken");
    private static final List<String> RESERVED =
            List.of("States.TaskFailed", "States.Timeout", "States.QueryEvaluationError", "States.NoChoiceMatched");

    private final SplittableRandom random;
    private final Records records;

    Rules(SplittableRandom random, Records records) {
        this.random = random;
        this.records = records;
    }

    /** What a function does, call by call. */
    ArrayNode script(boolean mayFail) {
        ArrayNode script = JsonNodeFactory.instance.arrayNode();
        int failures = mayFail && random.nextInt(3) > 0 ? 1 + random.nextInt(3) : 0;
        for (int i = 0; i < failures; i++) {
            script.addObject().putObject("throw").put("error", error()).put("cause", "call " + i + " \"fails\"");
        }
        if (random.nextInt(4) == 0) {
            script.addObject().set("return", records.literal("r"));
        } else {
            script.addObject().put("echo", true);
        }
        return script;
    }

    /** Adds the state that a catcher leads to, and answers its name. */
    interface Handlers {

        /** @param raw whether its input is the error output itself; a record otherwise */
        String add(boolean raw);
    }

    /**
     * Retry and Catch of a state, drawn.
     *
     * @param known what a catcher's Output may name
     * @param mayLeave whether an error may leave the state
     * @param fails whether there may be an error at all
     */
    void guard(ObjectNode state, Terms known, Handlers handlers, boolean mayLeave, boolean fails) {
        if (random.nextInt(fails ? 2 : 8) == 0) {
            ArrayNode retry = state.putArray("Retry");
            if (random.nextBoolean()) {
                retry(retry.addObject(), named());
            }
            if (retry.isEmpty() || random.nextBoolean()) {
                retry(retry.addObject(), last());
            }
        }
        boolean all = fails && !mayLeave;
        if (all || random.nextInt(fails ? 2 : 8) == 0) {
            ArrayNode catchers = state.putArray("Catch");
            if (random.nextBoolean()) {
                caught(catchers.addObject(), named(), known, handlers);
            }
            if (all || catchers.isEmpty()) {
                caught(catchers.addObject(), all ? List.of("States.ALL") : last(), known, handlers);
            }
        }
    }

    private void retry(ObjectNode rule, List<String> errors) {
        errors.forEach(rule.putArray("ErrorEquals")::add);
        if (random.nextBoolean()) {
            rule.put("IntervalSeconds", 1);
        }
        rule.put("MaxAttempts", random.nextInt(3));
        if (random.nextBoolean()) {
            rule.put("BackoffRate", 1 + random.nextInt(5) / 2.0);
        }
        if (random.nextInt(3) == 0) {
            rule.put("MaxDelaySeconds", 2);
        }
        if (random.nextInt(4) == 0) {
            rule.put("JitterStrategy", random.nextBoolean() ? "FULL" : "NONE");
        }
    }

    private void caught(ObjectNode rule, List<String> errors, Terms known, Handlers handlers) {
        errors.forEach(rule.putArray("ErrorEquals")::add);
        boolean raw = random.nextBoolean();
        if (!raw) {
            rule.set("Output", records.template(known.with(Terms.Type.STRING, "$states.errorOutput.Error")));
        }
        rule.put("Next", handlers.add(raw));
    }

    private List<String> named() {
        Set<String> names = new LinkedHashSet<>(List.of(error()));
        if (random.nextInt(3) == 0) {
            names.add(RESERVED.get(random.nextInt(RESERVED.size())));
        }
        names.add(error());
        return List.copyOf(names);
    }

    private List<String> last() {
        return List.of(random.nextInt(3) == 0 ? "States.TaskFailed" : "States.ALL");
    }

    private String error() {
        return ERRORS.get(random.nextInt(ERRORS.size()));
    }
}
