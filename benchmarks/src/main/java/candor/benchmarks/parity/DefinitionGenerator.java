package candor.benchmarks.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws valid definitions of all kinds of states. What a state takes is a {@link Records record}. Only one branch of a
 * Parallel state can fail, and iterations only where they run one after another: what the others did until then is left
 * open by the language. Branches beside one that can fail are flat and call functions that do the same in each call, as
 * they may have come any way when the state is retried.
 *
 * <p>What is left out because LocalStack is at fault there is listed in tools/interpreter/known-faults.json.
 */
final class DefinitionGenerator {

    private static final int DEEPEST = 2;
    private static final List<Terms.Type> TYPES = List.of(Terms.Type.values());

    private final SplittableRandom random;
    private final Records records;
    private final Rules rules;
    private int names;

    private DefinitionGenerator(SplittableRandom random) {
        this.random = random;
        this.records = new Records(random);
        this.rules = new Rules(random, records);
    }

    /**
     * What is known where a flow is drawn.
     *
     * @param mayFail whether an error may leave the flow
     * @param item the variable with the id of the item that it is walked for; empty outside of every Map state
     * @param steady whether functions do the same in each call
     */
    private record Scope(Terms terms, boolean mayFail, String item, int depth, boolean steady) {

        Scope with(Terms more) {
            return new Scope(more, mayFail, item, depth, steady);
        }

        Scope inner(boolean failing, String variable) {
            return new Scope(terms, failing, variable, depth - 1, steady);
        }

        /** Of a branch beside one that can fail, or of iterations beside each other. */
        Scope beside(String variable) {
            return new Scope(terms, false, variable, 0, true);
        }
    }

    static Case draw(long seed, int index) {
        DefinitionGenerator generator = new DefinitionGenerator(new SplittableRandom(seed * 1_000_003 + index));
        Terms terms = new Terms(generator.random)
                .with(Terms.Type.STRING, "$states.context.Execution.Name")
                .with(Terms.Type.NUMBER, "$states.context.Execution.Input.n");
        boolean mayFail = generator.random.nextInt(3) == 0;
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("QueryLanguage", "JSONata");
        machine.setAll(generator.flow(new Scope(terms, mayFail, "", DEEPEST, false), 2 + generator.random.nextInt(3)));
        return new Case("generated-" + index, machine, generator.records.literal("in"));
    }

    /** Blocks of states, one after another; the last state's output is a record. */
    private ObjectNode flow(Scope scope, int blocks) {
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        List<String> first = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            first.add(name());
        }
        Scope known = scope;
        for (int i = 0; i < blocks; i++) {
            String next = i + 1 < blocks ? first.get(i + 1) : null;
            known = block(states, first.get(i), next, known);
        }
        ObjectNode flow = JsonNodeFactory.instance.objectNode().put("StartAt", first.getFirst());
        flow.set("States", states);
        return flow;
    }

    /** One block under that name; what is known after it. */
    private Scope block(ObjectNode states, String name, @Nullable String next, Scope scope) {
        boolean flat = scope.depth() == 0;
        return switch (random.nextInt(flat ? 12 : 17)) {
            case 0, 1 -> pass(states, name, next, scope);
            case 2 -> waiting(states, name, next, scope);
            case 3, 4 -> choice(states, name, next, scope);
            case 5 -> loop(states, name, next, scope);
            case 6 -> next == null ? ending(states, name, scope) : pass(states, name, next, scope);
            case 7, 8, 9, 10, 11 -> task(states, name, next, scope);
            case 12, 13, 14 -> parallel(states, name, next, scope);
            default -> map(states, name, next, scope);
        };
    }

    private Scope pass(ObjectNode states, String name, @Nullable String next, Scope scope) {
        Terms here = input(scope);
        ObjectNode state = state(states, name, "Pass");
        String variable = variable();
        Terms.Type type = TYPES.get(random.nextInt(TYPES.size()));
        state.putObject("Assign").put(variable, records.expression(assignable(type, here.draw(type, 2))));
        if (scope.mayFail() && scope.depth() == DEEPEST && random.nextInt(8) == 0) {
            state.put("Output", "{% $states.input.missing.field %}");
        } else if (random.nextInt(3) > 0) {
            state.set("Output", records.template(here));
        }
        follow(state, next);
        return scope.with(scope.terms().with(type, "$" + variable));
    }

    /** LocalStack does not escape what a variable holds. */
    private static String assignable(Terms.Type type, String term) {
        return type == Terms.Type.STRING ? "$replace(" + term + ", /[\"\\\\\\n]/, '.')" : term;
    }

    private Scope waiting(ObjectNode states, String name, @Nullable String next, Scope scope) {
        ObjectNode state = state(states, name, "Wait");
        switch (random.nextInt(4)) {
            case 0 -> state.put("Seconds", 0);
            case 1 -> state.put("Seconds", "{% $states.input.n * 0 %}");
            case 2 -> state.put("Timestamp", "2020-02-29T12:00:00Z");
            default -> state.put("Timestamp", "{% '2020-02-29T12:00:0' & '1Z' %}");
        }
        if (random.nextBoolean()) {
            state.set("Output", records.template(input(scope)));
        }
        follow(state, next);
        return scope;
    }

    private Scope choice(ObjectNode states, String name, @Nullable String next, Scope scope) {
        Terms here = input(scope);
        ObjectNode state = state(states, name, "Choice");
        ArrayNode choices = state.putArray("Choices");
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            ObjectNode rule = choices.addObject().put("Condition", records.expression(here.bool(2)));
            if (random.nextInt(3) == 0) {
                rule.set("Output", records.template(here));
            }
            rule.put("Next", meeting(states, next, scope));
        }
        state.put("Default", meeting(states, next, scope));
        if (random.nextBoolean()) {
            state.set("Output", records.template(here));
        }
        return scope;
    }

    /** A state of one way of several that meet in the next block. */
    private String meeting(ObjectNode states, @Nullable String next, Scope scope) {
        String name = name();
        ObjectNode state = state(states, name, "Pass");
        if (random.nextBoolean()) {
            state.set("Output", records.template(input(scope)));
        }
        follow(state, next);
        return name;
    }

    /** A counter in Assign, a body, and a Choice that leads back. */
    private Scope loop(ObjectNode states, String name, @Nullable String next, Scope scope) {
        String counter = variable();
        String body = name();
        String again = name();
        ObjectNode start = state(states, name, "Pass");
        start.putObject("Assign").put(counter, 0);
        start.put("Next", body);
        Terms inside = input(scope).with(Terms.Type.NUMBER, "$" + counter);
        ObjectNode work = state(states, body, "Task");
        invoke(work, body, inside, scope, rules.script(scope.mayFail() && !scope.steady()));
        rules.guard(work, inside, raw -> handler(states, next, scope, raw), scope.mayFail(), scope.mayFail());
        work.putObject("Assign").put(counter, "{% $" + counter + " + 1 %}");
        work.put("Output", "{% $states.input %}");
        work.put("Next", again);
        ObjectNode choice = state(states, again, "Choice");
        choice.putArray("Choices")
                .addObject()
                .put("Condition", "{% $" + counter + " < " + (1 + random.nextInt(3)) + " %}")
                .put("Next", body);
        String out = meeting(states, next, scope);
        choice.put("Default", out);
        return scope.with(scope.terms().with(Terms.Type.NUMBER, "$" + counter));
    }

    private Scope ending(ObjectNode states, String name, Scope scope) {
        if (scope.mayFail()) {
            ObjectNode state = state(states, name, "Fail");
            state.put("Error", random.nextBoolean() ? "Stop" : "{% 'Stop' & $string($states.input.n > 0) %}");
            state.put("Cause", records.expression(input(scope).string(1)));
        } else {
            ObjectNode state = state(states, name, "Succeed");
            if (random.nextBoolean()) {
                state.set("Output", records.template(input(scope)));
            }
        }
        return scope;
    }

    private Scope task(ObjectNode states, String name, @Nullable String next, Scope scope) {
        Terms here = input(scope);
        ObjectNode state = state(states, name, "Task");
        invoke(state, name, here, scope, rules.script(!scope.steady()));
        if (random.nextInt(4) == 0) {
            state.put("TimeoutSeconds", 50);
        }
        rules.guard(state, here, raw -> handler(states, next, scope, raw), scope.mayFail(), true);
        Terms after = here.withRecord("$states.result.Payload");
        if (random.nextBoolean()) {
            state.put("Output", "{% $states.result.Payload %}");
        } else {
            state.set("Output", records.template(after));
        }
        follow(state, next);
        return scope;
    }

    private String handler(ObjectNode states, @Nullable String next, Scope scope, boolean raw) {
        String name = name();
        ObjectNode state = state(states, name, "Pass");
        Terms here = raw ? scope.terms().with(Terms.Type.STRING, "$states.input.Error") : input(scope);
        state.set("Output", records.template(here));
        follow(state, next);
        return name;
    }

    private void invoke(ObjectNode state, String name, Terms here, Scope scope, ArrayNode script) {
        state.put("Resource", "arn:aws:states:::lambda:invoke");
        String key = "'" + name + "'" + (scope.item().isEmpty() ? "" : " & '-' & $" + scope.item());
        ObjectNode payload = Suite.payload(
                Suite.key(key),
                script,
                records.template(here.with(Terms.Type.NUMBER, "$states.context.State.RetryCount")));
        state.putObject("Arguments").put("FunctionName", Suite.FUNCTION).set("Payload", payload);
    }

    private Scope parallel(ObjectNode states, String name, @Nullable String next, Scope scope) {
        Terms here = input(scope);
        ObjectNode state = state(states, name, "Parallel");
        if (random.nextBoolean()) {
            state.set("Arguments", records.template(here));
        }
        int count = 2 + random.nextInt(2);
        int failing = random.nextInt(2 * count);
        ArrayNode branches = state.putArray("Branches");
        for (int i = 0; i < count; i++) {
            boolean beside = failing < count && i != failing;
            Scope inside = beside ? scope.beside(scope.item()) : scope.inner(i == failing, scope.item());
            branches.add(flow(inside, 1 + random.nextInt(2)));
        }
        rules.guard(state, here, raw -> handler(states, next, scope, raw), scope.mayFail(), failing < count);
        if (random.nextBoolean()) {
            state.put("Output", "{% $states.result[" + random.nextInt(count) + "] %}");
        } else {
            state.set(
                    "Output",
                    records.template(here.withRecord("$states.result[0]").withRecord("$states.result[1]")));
        }
        follow(state, next);
        return scope;
    }

    private Scope map(ObjectNode states, String name, @Nullable String next, Scope scope) {
        Terms here = input(scope);
        ObjectNode state = state(states, name, "Map");
        items(state, scope);
        if (random.nextBoolean()) {
            Terms item = here.withRecord("$states.context.Map.Item.Value")
                    .with(Terms.Type.NUMBER, "$states.context.Map.Item.Index");
            state.set("ItemSelector", records.object(item).put("id", "{% $states.context.Map.Item.Value.id %}"));
        }
        boolean oneByOne = random.nextBoolean();
        if (oneByOne) {
            state.put("MaxConcurrency", 1);
        }
        boolean failing = oneByOne && random.nextBoolean();
        ObjectNode processor = processor(oneByOne ? scope.inner(failing, variable()) : scope.beside(variable()));
        processor.putObject("ProcessorConfig").put("Mode", "INLINE");
        state.set("ItemProcessor", processor);
        rules.guard(state, here, raw -> handler(states, next, scope, raw), scope.mayFail(), failing);
        Terms after =
                here.with(Terms.Type.LIST, "[$states.result.n]").with(Terms.Type.NUMBER, "$count($states.result)");
        state.set("Output", records.template(after));
        follow(state, next);
        return scope;
    }

    /** A flow that keeps the item's id first: LocalStack tells the item to no state inside. */
    private ObjectNode processor(Scope scope) {
        ObjectNode processor = flow(scope, 1 + random.nextInt(2));
        String name = name();
        ObjectNode first = state((ObjectNode) processor.get("States"), name, "Pass");
        first.putObject("Assign").put(scope.item(), "{% $states.input.id %}");
        follow(first, processor.get("StartAt").stringValue());
        return processor.put("StartAt", name);
    }

    /** Ids are unique among the items of all iterations around them, as scripts are told apart by them. */
    private void items(ObjectNode state, Scope scope) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        int count = random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String id = String.valueOf((char) ('a' + i));
            ObjectNode item = records.literal(id);
            if (!scope.item().isEmpty()) {
                item.put("id", "{% $" + scope.item() + " & '" + id + "' %}");
            }
            items.add(item);
        }
        state.set("Items", items);
    }

    private Terms input(Scope scope) {
        return scope.terms().withRecord("$states.input");
    }

    private ObjectNode state(ObjectNode states, String name, String type) {
        return states.putObject(name).put("Type", type);
    }

    private static void follow(ObjectNode state, @Nullable String next) {
        if (next == null) {
            state.put("End", true);
        } else {
            state.put("Next", next);
        }
    }

    private String name() {
        names++;
        return "S" + names;
    }

    private String variable() {
        names++;
        return "v" + names;
    }
}
