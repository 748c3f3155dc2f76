package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one JSON object of a definition, read by name and rejected by name. */
final class Fields {

    private static final String JSON_PATH = "it belongs to JSONPath; this runner executes JSONata";

    private static final String DISTRIBUTED =
            "it belongs to the Distributed Map: set \"Mode\": \"DISTRIBUTED\" in the ItemProcessor's ProcessorConfig";

    /** Fields of the language that this runner does not know, with what to do instead. */
    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("InputPath", JSON_PATH + ": use Arguments"),
            Map.entry("Parameters", JSON_PATH + ": use Arguments"),
            Map.entry("ResultSelector", JSON_PATH + ": use Output"),
            Map.entry("ResultPath", JSON_PATH + ": use Output or Assign"),
            Map.entry("OutputPath", JSON_PATH + ": use Output"),
            Map.entry("Result", JSON_PATH + ": use Output"),
            Map.entry("Variable", JSON_PATH + ": use Condition"),
            Map.entry("SecondsPath", JSON_PATH + ": use Seconds with an expression"),
            Map.entry("TimestampPath", JSON_PATH + ": use Timestamp with an expression"),
            Map.entry("TimeoutSecondsPath", JSON_PATH + ": use TimeoutSeconds with an expression"),
            Map.entry("ErrorPath", JSON_PATH + ": use Error with an expression"),
            Map.entry("CausePath", JSON_PATH + ": use Cause with an expression"),
            Map.entry("ItemsPath", JSON_PATH + ": use Items"),
            Map.entry("MaxConcurrencyPath", JSON_PATH + ": use MaxConcurrency with an expression"),
            Map.entry("MaxItemsPath", JSON_PATH + ": use MaxItems with an expression"),
            Map.entry("MaxItemsPerBatchPath", JSON_PATH + ": use MaxItemsPerBatch with an expression"),
            Map.entry("MaxInputBytesPerBatchPath", JSON_PATH + ": use MaxInputBytesPerBatch with an expression"),
            Map.entry("ToleratedFailureCountPath", JSON_PATH + ": use ToleratedFailureCount with an expression"),
            Map.entry(
                    "ToleratedFailurePercentagePath",
                    JSON_PATH + ": use ToleratedFailurePercentage with an expression"),
            Map.entry("HeartbeatSecondsPath", JSON_PATH + ": use HeartbeatSeconds with an expression"),
            Map.entry("Iterator", "it is the old name of ItemProcessor: use that"),
            Map.entry("ItemReader", DISTRIBUTED),
            Map.entry("ItemBatcher", DISTRIBUTED),
            Map.entry("ResultWriter", DISTRIBUTED),
            Map.entry("ToleratedFailureCount", DISTRIBUTED),
            Map.entry("ToleratedFailurePercentage", DISTRIBUTED),
            Map.entry("Label", DISTRIBUTED),
            Map.entry("Credentials", "this runner assumes no roles: leave it out"));

    private final String place;
    private final ObjectNode node;

    /** @param place for messages, as in {@code state 'Ingest'} */
    Fields(String place, JsonNode node) {
        this.place = place;
        if (!(node instanceof ObjectNode object)) {
            throw new InvalidDefinition(place + " must be a JSON object, not " + node);
        }
        this.node = object;
    }

    /** Rejects every field that is not among these, whether the language knows it or not. */
    void only(Set<String> known) {
        for (String field : node.propertyNames()) {
            if (!known.contains(field)) {
                String remedy = REMEDIES.get(field);
                throw rejected(field, remedy == null ? "not supported here; what is: " + new TreeSet<>(known) : remedy);
            }
        }
    }

    boolean has(String field) {
        return node.has(field);
    }

    JsonNode required(String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw rejected(field, "missing");
        }
        return value;
    }

    String text(String field) {
        JsonNode value = required(field);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw rejected(field, "must be a string that is not empty, not " + value);
        }
        return value.stringValue();
    }

    String text(String field, String fallback) {
        return has(field) ? text(field) : fallback;
    }

    @Nullable
    String findText(String field) {
        return has(field) ? text(field) : null;
    }

    boolean flag(String field) {
        JsonNode value = node.get(field);
        if (value != null && !value.isBoolean()) {
            throw rejected(field, "must be true or false, not " + value);
        }
        return value != null && value.booleanValue();
    }

    long whole(String field, long least, long most, long fallback) {
        return has(field) ? whole(field, required(field), least, most) : fallback;
    }

    @Nullable
    Duration findSeconds(String field, long most) {
        return has(field) ? Duration.ofSeconds(whole(field, required(field), 1, most)) : null;
    }

    private long whole(String field, JsonNode value, long least, long most) {
        if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
            throw rejected(field, "must be a whole number from " + least + " to " + most + ", not " + value);
        }
        return value.longValue();
    }

    double number(String field, double least, double fallback) {
        JsonNode value = node.get(field);
        if (value == null) {
            return fallback;
        }
        if (!value.isNumber() || !(value.doubleValue() >= least)) {
            throw rejected(field, "must be a number of at least " + least + ", not " + value);
        }
        return value.doubleValue();
    }

    @Nullable
    Template findTemplate(String field) {
        return has(field) ? template(field) : null;
    }

    Template template(String field) {
        try {
            return new Template(field, required(field));
        } catch (IllegalArgumentException e) {
            throw new InvalidDefinition(place + ", " + e.getMessage(), e);
        }
    }

    /** A string, or an expression that gives one. */
    @Nullable
    Template findTextTemplate(String field) {
        Template template = findTemplate(field);
        if (template != null && !template.source().isString()) {
            throw rejected(field, "must be a string or an expression, not " + template.source());
        }
        return template;
    }

    /** A whole number in the bounds, or an expression that gives one. */
    @Nullable
    Template findSecondsTemplate(String field, long least, long most) {
        Template template = findTemplate(field);
        if (template != null && template.isLiteral()) {
            whole(field, template.source(), least, most);
        } else if (template != null && !template.source().isString()) {
            throw rejected(field, "must be a number or one expression, not " + template.source());
        }
        return template;
    }

    /** A number in the bounds, or an expression that gives one. */
    @Nullable
    Template findNumberTemplate(String field, double least, double most) {
        Template template = findTemplate(field);
        if (template == null || !template.isLiteral()) {
            return template;
        }
        JsonNode value = template.source();
        if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw rejected(field, "must be a number from " + least + " to " + most + ", not " + value);
        }
        return template;
    }

    /** The fields of the object in this field. */
    Fields inner(String field) {
        return new Fields(place + ", field '" + field + "'", required(field));
    }

    /** One of the constants of an enumeration, by its name. */
    <E extends Enum<E>> E choice(String field, Class<E> type, E fallback) {
        String name = text(field, fallback.name());
        for (E constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw rejected(field, "must be one of " + List.of(type.getEnumConstants()) + ", not " + name);
    }

    InvalidDefinition rejected(String field, String why) {
        return new InvalidDefinition(place + ", field '" + field + "': " + why);
    }

    String place() {
        return place;
    }
}
