package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the children's results.
 *
 * @param arguments an object with Bucket and Prefix for the files; null where the results are the state's result
 */
public record ResultWriter(@Nullable Template arguments, Transformation transformation, OutputType outputType) {

    /** How a child that succeeded is written; one that did not is always written whole. */
    public enum Transformation {
        /** Its output with what is known of the execution. */
        NONE,
        /** Its output alone. */
        COMPACT,
        /** Its output alone; the elements of one that is an array. */
        FLATTEN
    }

    public enum OutputType {
        /** One array. */
        JSON,
        /** One value a line. */
        JSONL
    }
}
