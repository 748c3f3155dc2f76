package candor.store.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Stored documents, messages and requests in the one {@link JsonForm} of Candor. */
public final class Json {

    private static final Pattern TWICE = Pattern.compile("Duplicate property (\".*?\") for", Pattern.DOTALL);
    private static final int LONGEST_REASON = 200;

    private Json() {}

    /** The document as indented UTF-8 text that ends in a line feed: the form of stored documents. */
    public static byte[] write(Object document) {
        return JsonForm.PLAIN.write(document);
    }

    /** The document on one line, without a line feed: the form of messages and log lines. */
    public static byte[] writeLine(Object document) {
        return JsonForm.PLAIN.writeLine(document);
    }

    /** Parses a document of a known type; throws {@link JacksonException} that says where it is wrong. */
    public static <T> T read(byte[] bytes, Class<T> type) {
        return JsonForm.PLAIN.read(bytes, type);
    }

    /** Parses any JSON; throws {@link JacksonException} that says where it is wrong. */
    public static JsonNode readTree(byte[] bytes) {
        return JsonForm.PLAIN.readTree(bytes);
    }

    /** The same for what people edit: a key that comes twice is a slip, and fails. */
    public static JsonNode readEditedTree(byte[] bytes) {
        return JsonForm.PLAIN.readEditedTree(bytes);
    }

    /** What is wrong with a text, for the person who wrote it: without the names of our library's switches. */
    public static String reason(JacksonException e) {
        String words = String.valueOf(e.getOriginalMessage());
        Matcher twice = TWICE.matcher(words);
        String reason = twice.lookingAt() ? "the key " + twice.group(1) + " is there twice" : words;
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...";
    }

    /** The document as a tree. */
    public static JsonNode toTree(Object document) {
        return JsonForm.PLAIN.toTree(document);
    }

    /** Converts a part of a tree to a known type. */
    public static <T> T convert(JsonNode node, Class<T> type) {
        return JsonForm.PLAIN.convert(node, type);
    }
}
