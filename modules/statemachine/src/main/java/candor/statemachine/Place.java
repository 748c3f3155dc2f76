package candor.statemachine;

import candor.statemachine.definition.Flow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The iteration that a flow is walked in.
 *
 * @param iteration as in {@code Symbols[3]}, nested ones behind a slash; empty outside of every Map state
 * @param item what the context object says of the innermost iteration, {@code $states.context.Map}; null outside
 */
record Place(String iteration, @Nullable ObjectNode item) {

    static final Place OUTSIDE = new Place("", null);

    /** An item of a Distributed Map, which is no iteration of this execution. */
    Place ofItem(int index, JsonNode value, String source) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        ObjectNode item = context.putObject("Item").put("Index", index);
        item.set("Value", value);
        item.put("Source", source);
        return new Place(iteration, context);
    }

    /** @param value the item; null where only the place matters */
    Place inside(String map, int index, @Nullable JsonNode value) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.putObject("Item").put("Index", index).set("Value", value);
        return new Place(prefix() + map + "[" + index + "]", context);
    }

    /** Names a flow as it is walked here. */
    String keyOf(Flow flow) {
        return keyOf(iteration, flow);
    }

    static String keyOf(String iteration, Flow flow) {
        return keyOf(iteration, flow.id());
    }

    /** Names a state, or what has an id, as it is met in that iteration. */
    static String keyOf(String iteration, String name) {
        return iteration.isEmpty() ? name : iteration + "/" + name;
    }

    private String prefix() {
        return iteration.isEmpty() ? "" : iteration + "/";
    }
}
