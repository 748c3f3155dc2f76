package candor.pipeline.settings;

import candor.forecasting.candidate.CandidateSettings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What JSON for a record may look like: its components by name and type. JSON libraries forgive much (a number in quotes,
 * a fraction for a whole number, two spellings of null); a person who errs wants to hear of it.
 *
 * @param fields type by name; whole numbers, numbers, truth values, text, lists and maps of these, and records
 */
record RecordShape(Map<String, Type> fields) {

    private static final int LONGEST_SHOWN = 200;

    static RecordShape of(Class<?> type) {
        Map<String, Type> fields = new LinkedHashMap<>();
        if (type == CandidateSettings.class) {
            CandidateSettings.standard().byKey().forEach((key, own) -> fields.put(key, own.getClass()));
            return new RecordShape(fields);
        }
        for (RecordComponent component : type.getRecordComponents()) {
            fields.put(component.getName(), component.getGenericType());
        }
        return new RecordShape(fields);
    }

    /**
     * Puts the fields of {@code given} in place of those of {@code base}; records and maps field by field.
     *
     * @param path of the record for messages: empty, or ending in a dot
     * @throws IllegalArgumentException that names the field, its value and what is wanted
     */
    void overlay(String path, ObjectNode base, JsonNode given) {
        require(
                given.isObject(),
                path.isEmpty() ? "the file" : path.substring(0, path.length() - 1),
                given,
                "an object, as in {\"refitEvery\": 21}");
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            String name = path + entry.getKey();
            Type type = fields.get(entry.getKey());
            if (type == null) {
                throw new IllegalArgumentException(
                        name + " is no field; the fields are " + path + String.join(", " + path, fields.keySet()));
            }
            JsonNode present = base.path(entry.getKey());
            if (type instanceof Class<?> one && one.isRecord() && present instanceof ObjectNode inner) {
                of(one).overlay(name + ".", inner, entry.getValue());
            } else {
                check(name, type, entry.getValue());
                if (present instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode more) {
                    inner.setAll(more);
                } else {
                    base.set(entry.getKey(), entry.getValue());
                }
            }
        }
    }

    private static void check(String name, Type type, JsonNode given) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            require(given.isArray(), name, given, "a list");
            given.forEach(element -> check(name, generic.getActualTypeArguments()[0], element));
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            require(given.isObject(), name, given, "an object, as in {\"1\": 0.002}");
            given.properties().forEach(entry -> {
                require(entry.getKey().matches("[1-9][0-9]{0,8}"), name, given, "whole numbers for its names");
                check(name + "." + entry.getKey(), generic.getActualTypeArguments()[1], entry.getValue());
            });
        } else if (isOneOf(type, int.class, Integer.class)) {
            require(given.isIntegralNumber() && given.canConvertToInt(), name, given, "a whole number");
        } else if (isOneOf(type, long.class, Long.class)) {
            require(given.isIntegralNumber() && given.canConvertToLong(), name, given, "a whole number");
        } else if (isOneOf(type, double.class, Double.class)) {
            require(given.isNumber() && Double.isFinite(given.doubleValue()), name, given, "a number");
        } else if (isOneOf(type, boolean.class, Boolean.class)) {
            require(given.isBoolean(), name, given, "true or false");
        } else {
            require(given.isString(), name, given, "text");
        }
    }

    private static boolean isOneOf(Type type, Class<?>... classes) {
        return Arrays.asList(classes).contains(type);
    }

    private static void require(boolean held, String name, JsonNode given, String wanted) {
        if (!held) {
            String shown = given.toString();
            throw new IllegalArgumentException(name + " is "
                    + (shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "...") + "; want "
                    + wanted);
        }
    }
}
