package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import org.jspecify.annotations.Nullable;

/**
 * How items are put together, several for one child. At least one of the two bounds is there.
 *
 * @param maxItems items in a batch, at least 1
 * @param maxBytes bytes of a child's whole input, 1 to 262,144
 * @param batchInput what every batch gets besides its items
 */
public record ItemBatcher(
        @Nullable Template maxItems,
        @Nullable Template maxBytes,
        @Nullable Template batchInput) {}
