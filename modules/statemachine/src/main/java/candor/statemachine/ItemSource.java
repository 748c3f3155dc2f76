package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.ItemReader;
import candor.statemachine.items.CsvItems;
import candor.statemachine.items.ItemReading;
import candor.statemachine.items.UnreadableItems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The items that an ItemReader gives, and where they are from. */
final class ItemSource {

    /**
     * @param place what {@code $states.context.Map.Item.Source} says: {@code STATE_DATA}, or the S3 URI
     */
    record Items(List<JsonNode> values, String place) {}

    private final Visit visit;
    private final ItemReader reader;

    private ItemSource(Visit visit, ItemReader reader) {
        this.visit = visit;
        this.reader = reader;
    }

    /** Throws a StateFailed of States.ItemReaderFailed where they cannot be read. */
    static Items read(Visit visit, ItemReader reader) throws StateFailed {
        try {
            return new ItemSource(visit, reader).items();
        } catch (UnreadableItems | IOException e) {
            throw new StateFailed(ErrorNames.ITEM_READER, String.valueOf(e.getMessage()));
        }
    }

    private Items items() throws StateFailed, UnreadableItems, IOException {
        JsonNode arguments = visit.evaluate(reader.arguments(), Map.of());
        long maxItems = maxItems();
        String bucket = text(arguments, "Bucket");
        if (reader.source() instanceof ItemReader.Source.Listing) {
            String prefix = arguments.has("Prefix") ? text(arguments, "Prefix") : "";
            return new Items(ItemReading.first(maxItems, listed(bucket, prefix)), "s3://" + bucket);
        }
        String key = text(arguments, "Key");
        return new Items(ItemReading.first(maxItems, parse(object(bucket, key))), "s3://" + bucket + "/" + key);
    }

    private long maxItems() throws StateFailed {
        if (reader.maxItems() == null) {
            return 0;
        }
        // What is negative is the reader's to reject, as AWS does.
        return visit.evaluateWhole(reader.maxItems(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private String text(JsonNode arguments, String name) throws StateFailed {
        JsonNode value = arguments.path(name);
        if (!value.isString()) {
            throw visit.evaluationFailed(
                    "ItemReader/Arguments/" + name,
                    "The field 'ItemReader/Arguments/" + name + "' must give a string, not " + value);
        }
        return value.stringValue();
    }

    private String object(String bucket, String key) throws IOException, StateFailed {
        byte[] bytes = visit.run()
                .buckets()
                .read(bucket, key)
                .orElseThrow(() -> new IOException("There is no object '" + key + "' in the bucket '" + bucket + "'."));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("The object '" + key + "' in the bucket '" + bucket + "' is not UTF-8.", e);
        }
    }

    private List<JsonNode> parse(String text) throws UnreadableItems {
        return switch (reader.source()) {
            case ItemReader.Source.Json(String pointer) -> ItemReading.json(pointer, text);
            case ItemReader.Source.JsonLines() -> ItemReading.jsonLines(text);
            case ItemReader.Source.Csv(List<String> headers, char delimiter) ->
                headers.isEmpty()
                        ? CsvItems.withHeaderRow(delimiter, text)
                        : CsvItems.withHeaders(headers, delimiter, text);
            case ItemReader.Source.Listing() -> throw new IllegalStateException("a listing has no text");
        };
    }

    /** With the fields of S3's answer, LastModified in seconds, as the documentation shows them. */
    private List<JsonNode> listed(String bucket, String prefix) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        for (Buckets.Listed object : visit.run().buckets().list(bucket, prefix)) {
            items.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("Etag", "\"" + object.etag() + "\"")
                    .put("LastModified", object.lastModified().getEpochSecond())
                    .put("Key", object.key())
                    .put("Size", object.size())
                    .put("StorageClass", "STANDARD"));
        }
        return items;
    }
}
