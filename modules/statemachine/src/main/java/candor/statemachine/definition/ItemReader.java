package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a Distributed Map has its items from, other than its input.
 *
 * @param arguments an object with Bucket, and Key for an object or Prefix for a listing
 * @param maxItems how many items at most; null or 0 for all
 */
public record ItemReader(
        Source source, Template arguments, @Nullable Template maxItems) {

    /** What is read and how. */
    public sealed interface Source {

        /**
         * One JSON array in an object.
         *
         * @param pointer where in the object's JSON the array is, as RFC 6901 has it; empty for the whole
         */
        record Json(String pointer) implements Source {}

        /** One JSON value a line. */
        record JsonLines() implements Source {}

        /**
         * Rows of a CSV object.
         *
         * @param headers names of the columns; empty where the first row holds them
         */
        record Csv(List<String> headers, char delimiter) implements Source {

            public Csv {
                headers = List.copyOf(headers);
            }
        }

        /** The metadata of the objects under a prefix, {@code s3:listObjectsV2}. */
        record Listing() implements Source {}
    }
}
