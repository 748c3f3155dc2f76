package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import org.jspecify.annotations.Nullable;

/** One rule of a Choice state; Condition must give true or false. */
public record ChoiceRule(
        Template condition,
        String next,
        @Nullable Template assign,
        @Nullable Template output) {}
