package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule of a state's Catch. Without Output the next state's input is the error output. */
public record Catcher(
        List<String> errors,
        String next,
        @Nullable Template assign,
        @Nullable Template output) {

    public Catcher {
        errors = List.copyOf(errors);
    }
}
