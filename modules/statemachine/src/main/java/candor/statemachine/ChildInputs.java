package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.ItemBatcher;
import candor.statemachine.definition.State;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.PlannedChild;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What each child of a Distributed Map is handed: an item, or a batch of items, as ItemSelector makes them. */
final class ChildInputs {

    private final Visit visit;
    private final State.DistributedMap state;
    private final List<PlannedChild> children = new ArrayList<>();

    private ChildInputs(Visit visit, State.DistributedMap state) {
        this.visit = visit;
        this.state = state;
    }

    /** The children in the order of the items, each under a name that is drawn for it. */
    static List<PlannedChild> of(Visit visit, State.DistributedMap state, ItemSource.Items items) throws StateFailed {
        ChildInputs inputs = new ChildInputs(visit, state);
        List<JsonNode> selected = inputs.selected(items);
        if (state.batcher() == null) {
            for (JsonNode item : selected) {
                inputs.add(1, Quota.check(state.name(), "ItemSelector", item));
            }
        } else {
            inputs.addBatches(state.batcher(), selected);
        }
        return List.copyOf(inputs.children);
    }

    private void add(int items, JsonNode input) {
        children.add(new PlannedChild(visit.run().newId(), items, JsonText.write(input)));
    }

    private List<JsonNode> selected(ItemSource.Items items) throws StateFailed {
        if (state.itemSelector() == null) {
            return items.values();
        }
        List<JsonNode> selected = new ArrayList<>();
        for (JsonNode value : items.values()) {
            Place place = visit.flow().place().ofItem(selected.size(), value, items.place());
            selected.add(visit.evaluate(state.itemSelector(), Map.of(), place));
        }
        return selected;
    }

    private void addBatches(ItemBatcher batcher, List<JsonNode> items) throws StateFailed {
        long maxItems = batcher.maxItems() == null
                ? Integer.MAX_VALUE
                : visit.evaluateWhole(batcher.maxItems(), 1, Integer.MAX_VALUE);
        long maxBytes =
                batcher.maxBytes() == null ? Quota.BYTES : visit.evaluateWhole(batcher.maxBytes(), 1, Quota.BYTES);
        JsonNode shared = batcher.batchInput() == null ? null : visit.evaluate(batcher.batchInput(), Map.of());
        int from = 0;
        while (from < items.size()) {
            int to = batchEnd(items, from, maxItems, maxBytes - bytes(batch(shared, List.of())));
            add(to - from, batch(shared, items.subList(from, to)));
            from = to;
        }
    }

    /** The first item that a batch from this one on has no place for. */
    private int batchEnd(List<JsonNode> items, int from, long maxItems, long room) throws StateFailed {
        long left = room;
        int to = from;
        while (to < items.size() && to - from < maxItems) {
            left -= bytes(items.get(to)) + (to == from ? 0 : 1); // the comma before it
            if (left < 0) {
                break;
            }
            to++;
        }
        if (to == from) {
            throw new StateFailed(
                    ErrorNames.DATA_LIMIT,
                    "The item " + from + " of the state '" + state.name()
                            + "' is larger than a batch may be; raise MaxInputBytesPerBatch or hand over a key.");
        }
        return to;
    }

    private static ObjectNode batch(@Nullable JsonNode shared, List<JsonNode> items) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        if (shared != null) {
            input.set("BatchInput", shared);
        }
        ArrayNode values = input.putArray("Items");
        items.forEach(values::add);
        return input;
    }

    private static long bytes(JsonNode value) {
        return JsonText.write(value).getBytes(StandardCharsets.UTF_8).length;
    }
}
