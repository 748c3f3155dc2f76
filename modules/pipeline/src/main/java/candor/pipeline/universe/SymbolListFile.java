// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.universe;

import candor.forecasting.market.Symbol;
import candor.store.csv.CsvLine;
import candor.store.failure.InputRefused;
import candor.store.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A file with a list of symbols as it was written, with the line of each row. */
record SymbolListFile(List<Row> rows) {

    private static final List<String> FIELDS = List.of("symbol", "source", "asOf");
    private static final String EXAMPLE = "[{\"symbol\": \"STX\"}, {\"symbol\": \"BRK-B\", \"source\": \"tiingo\"}]";
    private static final int MOST_FAULTS = 10;

    /**
     * One symbol's row.
     *
     * @param line of the file, from 1
     * @param cells text by field, in the order of the file
     * @param fault what is wrong with the row itself, and the remedy; null where it is one
     */
    record Row(
            int line, Map<String, String> cells, @Nullable String fault) {

        /** The entry; throws IllegalArgumentException, with value and remedy, where the row is none. */
        SymbolList.Entry entry() {
            if (fault != null) {
                throw new IllegalArgumentException(fault);
            }
            for (String field : cells.keySet()) {
                if (!FIELDS.contains(field)) {
                    throw new IllegalArgumentException(
                            "unknown field '" + field + "'; the fields are " + String.join(", ", FIELDS));
                }
            }
            String symbol = cells.getOrDefault("symbol", "");
            if (symbol.isEmpty()) {
                throw new IllegalArgumentException("it has no symbol; write one, as in STX");
            }
            return new SymbolList.Entry(Symbol.of(symbol), text("source"), date(text("asOf")));
        }

        private @Nullable String text(String field) {
            String text = cells.getOrDefault(field, "");
            return text.isEmpty() ? null : text;
        }

        private static @Nullable LocalDate date(@Nullable String text) {
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("asOf is '" + text + "'; write a day, as in 2026-04-24", e);
            }
        }
    }

    /** Reads rows, good and bad ones; throws {@link InputRefused} where the file is neither JSON nor a table. */
    static SymbolListFile read(String file, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
        if (text.isBlank()) {
            throw new InputRefused(file + ": the file is empty; write a list, as in " + EXAMPLE);
        }
        char first = text.stripLeading().charAt(0);
        return new SymbolListFile(first == '[' || first == '{' ? json(file, text) : table(file, text));
    }

    static InputRefused rejected(String file, List<String> faults) {
        int more = faults.size() - MOST_FAULTS;
        return new InputRefused(
                faults.size() == 1
                        ? file + ": " + faults.getFirst()
                        : file + ": " + faults.size() + " faults:\n  "
                                + String.join(
                                        "\n  ",
                                        faults.stream().limit(MOST_FAULTS).toList())
                                + (more > 0 ? "\n  and " + more + " more" : ""));
    }

    private static List<Row> json(String file, String text) {
        List<Row> rows = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new InputRefused(file + ": line " + line(parser)
                        + ": a list begins with '[', and has an object for each symbol, as in " + EXAMPLE);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                rows.add(row(parser));
            }
            if (parser.nextToken() != null) {
                throw new InputRefused(file + ": line " + line(parser) + ": something follows the list; take it out");
            }
            return rows;
        } catch (JacksonException e) {
            throw new InputRefused(
                    file + ": line " + Math.max(1, e.getLocation().getLineNr()) + ": no JSON (" + reason(e)
                            + "); write a list, as in " + EXAMPLE,
                    e);
        }
    }

    /** Without the place of what was not closed, which the library does not show. */
    private static String reason(JacksonException e) {
        return Json.reason(e).replaceFirst(" \\(start marker.*", "");
    }

    /** Reads one element to its end, whatever it is. */
    private static Row row(JsonParser parser) {
        int line = line(parser);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            String shown = parser.currentToken().isScalarValue() ? "'" + parser.getString() + "'" : "a list";
            parser.skipChildren();
            return new Row(line, Map.of(), shown + " is no object; write {\"symbol\": \"STX\"}");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        String fault = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (cells.containsKey(field)) {
                fault = "the field '" + field + "' is there twice; take one of them out";
            } else if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                fault = "the field '" + field + "' is no text; write it in quotation marks";
            }
            cells.put(field, value == JsonToken.VALUE_STRING ? parser.getString() : "");
            parser.skipChildren();
        }
        return new Row(line, cells, fault);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static List<Row> table(String file, String text) {
        List<String> lines = text.lines().toList();
        int heading = 0;
        while (lines.get(heading).isBlank()) {
            heading++;
        }
        char separator = separator(lines.get(heading));
        List<String> columns = CsvLine.read(lines.get(heading), separator).cells().stream()
                .map(SymbolListFile::field)
                .toList();
        if (!columns.contains("symbol")) {
            throw new InputRefused(file + ": line " + (heading + 1) + ": '"
                    + lines.get(heading).strip()
                    + "' names no column symbol; begin a table with the line symbol, or symbol,source,asOf, or write a"
                    + " list, as in " + EXAMPLE);
        }
        List<String> unknown =
                columns.stream().filter(column -> !FIELDS.contains(column)).toList();
        if (!unknown.isEmpty()) {
            throw new InputRefused(file + ": line " + (heading + 1) + ": unknown column '" + unknown.getFirst()
                    + "'; the columns are " + String.join(", ", FIELDS));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = heading + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(i + 1, CsvLine.read(lines.get(i), separator), columns));
            }
        }
        return rows;
    }

    private static Row row(int line, CsvLine read, List<String> columns) {
        if (!read.wellFormed()) {
            return new Row(line, Map.of(), CsvLine.PROBLEM);
        }
        if (read.cells().size() > columns.size()) {
            return new Row(
                    line,
                    Map.of(),
                    read.cells().size() + " cells, and the table has " + columns.size() + " columns; take some out");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < read.cells().size(); i++) {
            cells.put(columns.get(i), read.cells().get(i));
        }
        return new Row(line, cells, null);
    }

    private static char separator(String heading) {
        return heading.indexOf('\t') >= 0 ? '\t' : heading.indexOf(';') >= 0 ? ';' : ',';
    }

    /** A column in the spelling of the field, whatever its case. */
    private static String field(String column) {
        return FIELDS.stream()
                .filter(field -> field.toLowerCase(Locale.ROOT).equals(column.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(column);
    }
}
