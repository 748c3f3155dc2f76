package candor.statemachine.items;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a CSV text as objects of strings, a key for each header. A row's surplus fields are dropped and its
 * missing ones are empty strings.
 */
public final class CsvItems {

    private CsvItems() {}

    /**
     * CSVHeaderLocation FIRST_ROW: the first row names the fields. A text without rows has no items. Throws
     * {@link UnreadableItems} where two headers are equal or the text is not CSV.
     */
    public static List<JsonNode> withHeaderRow(char delimiter, String text) throws UnreadableItems {
        List<List<String>> rows = rows(delimiter, text);
        return rows.isEmpty() ? List.of() : objects(rows.getFirst(), rows.subList(1, rows.size()));
    }

    /**
     * CSVHeaderLocation GIVEN: every row is an item. Throws {@link UnreadableItems} where two headers are equal or the
     * text is not CSV.
     */
    public static List<JsonNode> withHeaders(List<String> headers, char delimiter, String text) throws UnreadableItems {
        return objects(headers, rows(delimiter, text));
    }

    private static List<JsonNode> objects(List<String> headers, List<List<String>> rows) throws UnreadableItems {
        if (new HashSet<>(headers).size() < headers.size()) {
            throw new UnreadableItems("CSV headers cannot contain duplicates.");
        }
        List<JsonNode> items = new ArrayList<>();
        rows.forEach(row -> items.add(object(headers, row)));
        return List.copyOf(items);
    }

    private static ObjectNode object(List<String> headers, List<String> row) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < headers.size(); i++) {
            item.put(headers.get(i), i < row.size() ? row.get(i) : "");
        }
        return item;
    }

    private static List<List<String>> rows(char delimiter, String text) throws UnreadableItems {
        List<List<String>> rows = new ArrayList<>();
        try {
            CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .allowUnclosedQuote(false)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .stream()
                    .map(CsvRecord::getFields)
                    .forEach(rows::add);
        } catch (CsvParseException e) {
            throw new UnreadableItems("The object of the ItemReader is not CSV: " + e.getMessage());
        }
        return rows;
    }
}
