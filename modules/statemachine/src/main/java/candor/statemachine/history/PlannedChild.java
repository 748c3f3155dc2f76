package candor.statemachine.history;

/**
 * A child that a Map run has to run.
 *
 * @param items how many items its input holds, at least 1
 * @param input JSON text
 */
public record PlannedChild(String name, int items, String input) {

    public PlannedChild {
        if (name.isEmpty() || items < 1) {
            throw new IllegalArgumentException("a child has a name and at least one item: '" + name + "', " + items);
        }
    }
}
