package candor.pipeline.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings as the first release wrote them: a field for each number of a candidate, in no object of its own. */
public final class FirstSettingsForm {

    private static final String FEATURES = "features";
    private static final String CANDIDATES = "candidates";

    /** Where each of those fields stands today: the candidate and its field. */
    private static final Map<String, String[]> MOVED = moved();

    private FirstSettingsForm() {}

    private static Map<String, String[]> moved() {
        Map<String, String[]> moved = new LinkedHashMap<>();
        moved.put("ridgePenalties", new String[] {"ridge", "penalties"});
        moved.put("ewmaDecay", new String[] {"ewma", "decay"});
        moved.put("garchStart", new String[] {"garch", "start"});
        return moved;
    }

    /**
     * Puts the fields of the first form where they stand today; what is there already stays.
     *
     * @param settings all fields or some
     * @throws IllegalArgumentException where a field is given in both forms
     */
    public static void raise(ObjectNode settings) {
        JsonNode features = settings.remove("ridgeFeatures");
        if (features != null) {
            put(settings, FEATURES, features, "ridgeFeatures", FEATURES);
        }
        MOVED.forEach((field, place) -> {
            JsonNode value = settings.remove(field);
            if (value != null) {
                String today = String.join(".", CANDIDATES, place[0], place[1]);
                put(object(object(settings, CANDIDATES), place[0]), place[1], value, field, today);
            }
        });
        JsonNode boosting = settings.remove("boosting");
        if (boosting != null) {
            put(object(settings, CANDIDATES), "boosting", boosting, "boosting", CANDIDATES + ".boosting");
        }
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.path(name) instanceof ObjectNode present ? present : parent.putObject(name);
    }

    private static void put(ObjectNode parent, String name, JsonNode value, String field, String today) {
        if (parent.has(name)) {
            throw new IllegalArgumentException(
                    field + " is the former name of " + today + ", and both are given; keep " + today);
        }
        parent.set(name, value);
    }
}
