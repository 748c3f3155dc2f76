package candor.statemachine.items;

import candor.statemachine.expression.JsonText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The rules of ItemReader that AWS documents, or answered when its runs were recorded. */
public final class ItemReading {

    /** As many items as one Map run takes; a larger MaxItems is the same as this. */
    private static final long MOST_ITEMS = 100_000_000;

    private ItemReading() {}

    /**
     * The elements of one JSON array. Throws {@link UnreadableItems} where the text is anything else.
     *
     * @param pointer where the array is, as RFC 6901 has it; empty for the whole text
     */
    public static List<JsonNode> json(String pointer, String text) throws UnreadableItems {
        JsonNode tree;
        try {
            tree = JsonText.parse(text).at(pointer);
        } catch (IllegalArgumentException e) {
            throw new UnreadableItems("The object of the ItemReader is " + e.getMessage());
        }
        if (tree.isMissingNode()) {
            throw new UnreadableItems("The object of the ItemReader has nothing at the ItemsPointer " + pointer);
        }
        if (!tree.isArray()) {
            throw new UnreadableItems("Attempting to map over non-iterable node.");
        }
        return List.copyOf(tree.values());
    }

    /** One JSON value a line; empty lines are passed over. Throws {@link UnreadableItems} that names the line. */
    public static List<JsonNode> jsonLines(String text) throws UnreadableItems {
        List<JsonNode> items = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                if (!line.isBlank()) {
                    items.add(JsonText.parse(line));
                }
            } catch (IllegalArgumentException e) {
                throw new UnreadableItems("Line " + number + " of the ItemReader's object is " + e.getMessage());
            }
        }
        return List.copyOf(items);
    }

    /**
     * The first items that MaxItems lets through.
     *
     * @param maxItems 0 means all; throws {@link UnreadableItems} where it is negative
     */
    public static List<JsonNode> first(long maxItems, List<JsonNode> items) throws UnreadableItems {
        if (maxItems < 0) {
            throw new UnreadableItems("field MaxItems must be positive");
        }
        long most = maxItems == 0 ? MOST_ITEMS : Math.min(maxItems, MOST_ITEMS);
        return new ArrayList<>(items).subList(0, (int) Math.min(most, items.size()));
    }
}
