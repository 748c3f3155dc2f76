package candor.marketdata.json;

import candor.marketdata.text.Quoted;
import candor.store.failure.InputRefused;
import candor.store.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A place in a document, which may be empty. Going to a place never fails; taking a value that is not there, or is of
 * another kind, is an {@link InputRefused} that names the place, what is there, and the remedy.
 */
public final class JsonPath {

    private static final int SHOWN = 60;

    private final String provider;
    private final String path;
    private final JsonNode node;

    private JsonPath(String provider, String path, JsonNode node) {
        this.provider = provider;
        this.path = path;
        this.node = node;
    }

    /**
     * The root of a document.
     *
     * @param provider its name in messages
     */
    public static JsonPath parse(String provider, byte[] body) {
        try {
            return new JsonPath(provider, "", Json.readTree(body));
        } catch (JacksonException e) {
            throw new InputRefused(
                    provider + " answers with something that is no JSON: " + printable(e.getOriginalMessage())
                            + "; try again later, or name another source in CANDOR_SOURCES",
                    e);
        }
    }

    public JsonPath field(String name) {
        return new JsonPath(provider, path.isEmpty() ? name : path + "." + name, node.path(name));
    }

    public JsonPath element(int index) {
        return new JsonPath(provider, path + "[" + index + "]", node.path(index));
    }

    /** Whether there is such a field, null or not. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** Whether there is something here, and not null. */
    public boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** Elements of the array here. */
    public int size() {
        if (!node.isArray()) {
            throw rejected("a list was expected");
        }
        return node.size();
    }

    /** The values of the object here, in its order; none where nothing is here. */
    public List<JsonPath> children() {
        if (!isThere()) {
            return List.of();
        }
        if (!node.isObject()) {
            throw rejected("an object was expected");
        }
        List<JsonPath> children = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            children.add(new JsonPath(provider, path + "." + printable(entry.getKey()), entry.getValue()));
        }
        return children;
    }

    /** The finite number here. */
    public double number() {
        double value = node.isNumber() ? node.doubleValueOpt().orElse(Double.NaN) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw rejected("a finite number was expected");
        }
        return value;
    }

    /** The text here, or the given one where nothing is. */
    public String text(String otherwise) {
        String text = textOrNull();
        return text == null ? otherwise : text;
    }

    /** The text here, made printable; null where nothing is. */
    public @Nullable String textOrNull() {
        if (!isThere()) {
            return null;
        }
        if (!node.isString()) {
            throw rejected("a text was expected");
        }
        return printable(node.stringValue());
    }

    /** The rejection of what is here. */
    public InputRefused rejected(String why) {
        String value = isThere() ? printable(node.toString()) : "nothing";
        return new InputRefused(provider + " answers with " + value + " at " + (path.isEmpty() ? "the top" : path)
                + ": " + why + "; try again later, or name another source in CANDOR_SOURCES");
    }

    private static String printable(@Nullable String text) {
        String known = String.valueOf(text);
        return Quoted.oneLine(known.length() > SHOWN ? known.substring(0, SHOWN) + "..." : known);
    }
}
