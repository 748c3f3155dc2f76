package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads what only a Distributed Map has: where its items come from, how they are put together, where results go. */
final class DistributedFields {

    private static final String GET_OBJECT = "arn:aws:states:::s3:getObject";
    private static final String LIST_OBJECTS = "arn:aws:states:::s3:listObjectsV2";
    private static final String PUT_OBJECT = "arn:aws:states:::s3:putObject";
    private static final int MOST_INPUT_BYTES = 256 * 1024;

    private enum InputType {
        JSON,
        JSONL,
        CSV
    }

    private enum HeaderLocation {
        FIRST_ROW,
        GIVEN
    }

    private enum Delimiter {
        COMMA(','),
        PIPE('|'),
        SEMICOLON(';'),
        SPACE(' '),
        TAB('\t');

        private final char separator;

        Delimiter(char separator) {
            this.separator = separator;
        }
    }

    private DistributedFields() {}

    static @Nullable ItemReader reader(Fields state) {
        if (!state.has("ItemReader")) {
            return null;
        }
        Fields reader = state.inner("ItemReader");
        reader.only(Set.of("Resource", "Arguments", "ReaderConfig"));
        return switch (reader.text("Resource")) {
            case GET_OBJECT -> {
                Fields config = reader.inner("ReaderConfig");
                yield new ItemReader(object(config), arguments(reader, "Bucket", "Key"), maxItems(config));
            }
            case LIST_OBJECTS -> {
                Template maxItems = null;
                if (reader.has("ReaderConfig")) {
                    Fields config = reader.inner("ReaderConfig");
                    config.only(Set.of("MaxItems"));
                    maxItems = maxItems(config);
                }
                yield new ItemReader(new ItemReader.Source.Listing(), listing(reader), maxItems);
            }
            default ->
                throw reader.rejected(
                        "Resource",
                        reader.text("Resource") + " is not supported; what is: " + GET_OBJECT + " and " + LIST_OBJECTS);
        };
    }

    private static ItemReader.Source object(Fields config) {
        return switch (config.choice("InputType", InputType.class, InputType.JSON)) {
            case JSON -> {
                config.text("InputType");
                config.only(Set.of("InputType", "MaxItems", "ItemsPointer"));
                yield new ItemReader.Source.Json(pointer(config));
            }
            case JSONL -> {
                config.only(Set.of("InputType", "MaxItems"));
                yield new ItemReader.Source.JsonLines();
            }
            case CSV -> {
                config.only(Set.of("InputType", "MaxItems", "CSVHeaderLocation", "CSVHeaders", "CSVDelimiter"));
                config.text("CSVHeaderLocation");
                yield new ItemReader.Source.Csv(
                        headers(config), config.choice("CSVDelimiter", Delimiter.class, Delimiter.COMMA).separator);
            }
        };
    }

    private static @Nullable Template maxItems(Fields config) {
        return config.findSecondsTemplate("MaxItems", 0, Integer.MAX_VALUE);
    }

    private static String pointer(Fields config) {
        String pointer = config.has("ItemsPointer") ? config.text("ItemsPointer") : "";
        try {
            return JsonPointer.compile(pointer).toString();
        } catch (IllegalArgumentException e) {
            throw config.rejected("ItemsPointer", "must be a JSON pointer as /data/items, not '" + pointer + "'");
        }
    }

    /** Empty for FIRST_ROW. Equal names are for the reader to reject: AWS does it when the Map runs. */
    private static List<String> headers(Fields config) {
        if (config.choice("CSVHeaderLocation", HeaderLocation.class, HeaderLocation.FIRST_ROW)
                == HeaderLocation.FIRST_ROW) {
            if (config.has("CSVHeaders")) {
                throw config.rejected("CSVHeaders", "only with \"CSVHeaderLocation\": \"GIVEN\"");
            }
            return List.of();
        }
        JsonNode names = config.required("CSVHeaders");
        if (!names.isArray() || names.isEmpty() || !names.valueStream().allMatch(JsonNode::isString)) {
            throw config.rejected("CSVHeaders", "must be an array of names that is not empty, not " + names);
        }
        List<String> headers = new ArrayList<>();
        names.valueStream().map(JsonNode::stringValue).forEach(headers::add);
        return headers;
    }

    private static Template listing(Fields reader) {
        Fields arguments = reader.inner("Arguments");
        arguments.only(Set.of("Bucket", "Prefix"));
        arguments.text("Bucket");
        return reader.template("Arguments");
    }

    private static Template arguments(Fields fields, String first, String second) {
        Fields arguments = fields.inner("Arguments");
        arguments.only(Set.of(first, second));
        arguments.text(first);
        arguments.text(second);
        return fields.template("Arguments");
    }

    static @Nullable ItemBatcher batcher(Fields state) {
        if (!state.has("ItemBatcher")) {
            return null;
        }
        Fields batcher = state.inner("ItemBatcher");
        batcher.only(Set.of("MaxItemsPerBatch", "MaxInputBytesPerBatch", "BatchInput"));
        if (!batcher.has("MaxItemsPerBatch") && !batcher.has("MaxInputBytesPerBatch")) {
            throw batcher.rejected("MaxItemsPerBatch", "missing; this or MaxInputBytesPerBatch has to be there");
        }
        return new ItemBatcher(
                batcher.findSecondsTemplate("MaxItemsPerBatch", 1, Integer.MAX_VALUE),
                batcher.findSecondsTemplate("MaxInputBytesPerBatch", 1, MOST_INPUT_BYTES),
                batcher.findTemplate("BatchInput"));
    }

    static ToleratedFailures tolerated(Fields state) {
        return new ToleratedFailures(
                state.findSecondsTemplate("ToleratedFailureCount", 0, Integer.MAX_VALUE),
                state.findNumberTemplate("ToleratedFailurePercentage", 0, 100));
    }

    static ResultWriter resultWriter(Fields state) {
        if (!state.has("ResultWriter")) {
            return new ResultWriter(null, ResultWriter.Transformation.COMPACT, ResultWriter.OutputType.JSON);
        }
        Fields writer = state.inner("ResultWriter");
        writer.only(Set.of("Resource", "Arguments", "WriterConfig"));
        boolean exported = writer.has("Resource") || writer.has("Arguments");
        if (!exported && !writer.has("WriterConfig")) {
            throw writer.rejected(
                    "Resource", "missing; a ResultWriter has Resource and Arguments, WriterConfig or all");
        }
        Template arguments = exported ? files(writer) : null;
        ResultWriter.Transformation transformation =
                exported ? ResultWriter.Transformation.NONE : ResultWriter.Transformation.COMPACT;
        if (!writer.has("WriterConfig")) {
            return new ResultWriter(arguments, transformation, ResultWriter.OutputType.JSON);
        }
        Fields config = writer.inner("WriterConfig");
        config.only(Set.of("Transformation", "OutputType"));
        ResultWriter.OutputType type =
                config.choice("OutputType", ResultWriter.OutputType.class, ResultWriter.OutputType.JSON);
        if (!exported && type == ResultWriter.OutputType.JSONL) {
            throw config.rejected("OutputType", "JSONL is for files: give the ResultWriter a Resource and Arguments");
        }
        return new ResultWriter(
                arguments, config.choice("Transformation", ResultWriter.Transformation.class, transformation), type);
    }

    private static Template files(Fields writer) {
        if (!writer.text("Resource").equals(PUT_OBJECT)) {
            throw writer.rejected("Resource", writer.text("Resource") + " is not supported; what is: " + PUT_OBJECT);
        }
        return arguments(writer, "Bucket", "Prefix");
    }
}
