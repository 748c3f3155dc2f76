package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import org.jspecify.annotations.Nullable;

/**
 * How many items of a Distributed Map may fail before it fails. Where neither is given, none may; where both are, the
 * one that is passed first decides.
 *
 * @param count items, at least 0
 * @param percentage of all items, 0 to 100
 */
public record ToleratedFailures(
        @Nullable Template count, @Nullable Template percentage) {}
