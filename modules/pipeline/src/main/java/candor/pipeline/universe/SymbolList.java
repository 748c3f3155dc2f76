// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.universe;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.Digest;
import candor.store.failure.InputRefused;
import candor.store.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The symbols that are run together, each once: {@code universe/lists/{name}.json} of the store, or a file of a person.
 *
 * @param name {@value #NAMES}
 * @param entries in the order of the list, at least one
 */
public record SymbolList(String name, List<Entry> entries) {

    /** The most bytes of a file with a list. */
    public static final int LONGEST_FILE = 16 * 1024 * 1024;

    private static final String NAMES = "[A-Za-z0-9_-]{1,64}";
    private static final Pattern NAME = Pattern.compile(NAMES);
    private static final int LONGEST_NAME = 64;

    public SymbolList {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "bad name of a list: '" + name + "'; write 1 to 64 of A-Z, a-z, 0-9, '_' and '-', as in us");
        }
        entries = List.copyOf(entries);
        Map<Symbol, Integer> places = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Integer earlier = places.putIfAbsent(entries.get(i).symbol(), i + 1);
            if (earlier != null) {
                throw new IllegalArgumentException(entries.get(i).symbol() + " is there twice, in places " + earlier
                        + " and " + (i + 1) + "; take one out");
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("the list " + name + " is empty; give at least one symbol");
        }
    }

    /**
     * One symbol with the input of its execution of the pipeline.
     *
     * @param source where its bars are, as in {@code tiingo}; null leaves that to the configuration
     * @param asOf its last day; null for the last one that there is
     */
    public record Entry(
            Symbol symbol,
            @Nullable String source,
            @Nullable LocalDate asOf) {

        public Entry {
            Objects.requireNonNull(symbol, "an entry without symbol");
        }
    }

    /** A list of these symbols, of which nothing else is said. */
    public static SymbolList of(String name, List<Symbol> symbols) {
        return new SymbolList(
                name,
                symbols.stream().map(symbol -> new Entry(symbol, null, null)).toList());
    }

    /**
     * The list in a file: a JSON array of objects with the fields symbol, source and asOf, or a CSV table with these columns.
     *
     * @param file its path or key, for messages; the list has the name of the file
     * @throws InputRefused that names the file and, for every fault, line, value and remedy
     */
    public static SymbolList read(String file, byte[] bytes) {
        SymbolListFile read = SymbolListFile.read(file, bytes);
        Map<Symbol, Integer> lines = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (SymbolListFile.Row row : read.rows()) {
            try {
                Entry entry = row.entry();
                Integer earlier = lines.putIfAbsent(entry.symbol(), row.line());
                if (earlier != null) {
                    throw new IllegalArgumentException(
                            entry.symbol() + " is there already, in line " + earlier + "; take one of them out");
                }
                entries.add(entry);
            } catch (IllegalArgumentException e) {
                faults.add("line " + row.line() + ": " + e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw SymbolListFile.rejected(file, faults);
        }
        if (entries.isEmpty()) {
            throw new InputRefused(
                    file + ": the list is empty; give at least one symbol, as in [{\"symbol\": \"STX\"}]");
        }
        return new SymbolList(nameOf(file), entries);
    }

    /** The name of a list that is made of a path: its last part without ending, other characters as '_'. */
    public static String nameOf(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String plain = last.replaceFirst("(?i)\\.(json|csv)$", "").replaceAll("[^A-Za-z0-9_-]", "_");
        return plain.isEmpty() ? "list" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    /** The list in its stored form, which the deployed state machine reads too. */
    public byte[] toJson() {
        return Json.write(entries);
    }

    /** SHA-256 of the stored form: the same for JSON and CSV that say the same. */
    public String digest() {
        return Digest.of(toJson());
    }
}
