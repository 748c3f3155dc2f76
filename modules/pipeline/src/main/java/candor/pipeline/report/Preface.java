// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.report;

import candor.forecasting.market.Symbol;
import candor.store.failure.InputRefused;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.port.StoredObject;
import candor.store.run.Documents;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * What people add to a report: who hands it out, and an analyst's words on the symbol. It is part of the report's
 * fingerprint, and no number depends on it.
 *
 * @param author one line; empty for none
 * @param firm one line; empty for none
 * @param narrative plain text in paragraphs; empty for none
 */
public record Preface(String author, String firm, String narrative) {

    /** Nothing is added. */
    public static final Preface NONE = new Preface("", "", "");

    /** Characters of the longest narrative: more than a page has no room for. */
    public static final int LONGEST = 3_000;

    /** The key that author and firm are stored under. */
    public static final String IMPRINT = "narratives/imprint.json";

    private static final int LONGEST_NAME = 100;

    /** Who hands a report out, as stored. */
    private record Imprint(String author, String firm) {}

    public Preface {
        requireName("author", author);
        requireName("firm", firm);
    }

    private static void requireName(String field, String name) {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    field + " is '" + name + "'; want one line of at most " + LONGEST_NAME + " characters");
        }
    }

    /**
     * What counts for a symbol.
     *
     * @throws InputRefused where a stored file cannot be used
     */
    public static Preface find(ObjectStore store, Symbol symbol) {
        String narrative = store.find(keyOf(symbol))
                .map(object -> narrative(keyOf(symbol), object.bytes()))
                .orElse("");
        Preface imprint = imprint(store);
        return new Preface(imprint.author(), imprint.firm(), narrative);
    }

    /** Author and firm alone; throws as {@link #find}. */
    public static Preface imprint(ObjectStore store) {
        return store.find(IMPRINT)
                .map(StoredObject::bytes)
                .map(Preface::ofImprint)
                .orElse(NONE);
    }

    private static Preface ofImprint(byte[] file) {
        try {
            Imprint imprint = Json.read(file, Imprint.class);
            return new Preface(imprint.author(), imprint.firm(), "");
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new InputRefused(
                    IMPRINT + ": it cannot be read; write it anew with ./candor settings --author NAME --firm NAME", e);
        }
    }

    /** The key that a symbol's narrative is stored under. */
    public static String keyOf(Symbol symbol) {
        return "narratives/" + symbol + ".md";
    }

    /**
     * Stores a narrative in place of the one before; an empty file takes it out.
     *
     * @param name of the file, for messages
     * @throws InputRefused where it is no text or too long
     */
    public static void setNarrative(ObjectStore store, Symbol symbol, String name, byte[] file) {
        narrative(name, file);
        Documents.update(store, keyOf(symbol), present -> file);
    }

    /**
     * Stores who hands reports out, for all symbols.
     *
     * @throws IllegalArgumentException where a name is no line
     */
    public static void setImprint(ObjectStore store, String author, String firm) {
        Preface checked = new Preface(author, firm, "");
        Documents.update(store, IMPRINT, present -> Json.write(new Imprint(checked.author(), checked.firm())));
    }

    /** Throws {@link InputRefused} where a file is no text or too long for a narrative. */
    public static void requireNarrative(String name, byte[] file) {
        narrative(name, file);
    }

    private static String narrative(String name, byte[] file) {
        String text = decoded(name, file).replace("\r\n", "\n").strip();
        if (text.length() > LONGEST) {
            throw new InputRefused(name + ": it has " + text.length() + " characters; a report has room for " + LONGEST
                    + ": shorten it");
        }
        int control = text.chars()
                .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
                .findFirst()
                .orElse(-1);
        if (control >= 0) {
            throw new InputRefused(name + ": it has the control character " + control
                    + ", and is no plain text; save it as text without formatting");
        }
        return text;
    }

    private static String decoded(String name, byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputRefused(name + ": it is no UTF-8 text; save it as UTF-8", e);
        }
    }

    /** As a stage's settings hold it: what is empty is left out. */
    public SortedMap<String, String> toSettings() {
        SortedMap<String, String> settings =
                new TreeMap<>(Map.of("author", author, "firm", firm, "narrative", narrative));
        settings.values().removeIf(String::isEmpty);
        return settings;
    }

    /** Back from a stage's settings. */
    public static Preface ofSettings(Map<String, String> settings) {
        return new Preface(
                settings.getOrDefault("author", ""),
                settings.getOrDefault("firm", ""),
                settings.getOrDefault("narrative", ""));
    }

    /** Stores what is not empty, for the report of that symbol. */
    public void store(ObjectStore store, Symbol symbol) {
        if (!narrative.isEmpty()) {
            setNarrative(store, symbol, keyOf(symbol), narrative.getBytes(StandardCharsets.UTF_8));
        }
        if (!author.isEmpty() || !firm.isEmpty()) {
            setImprint(store, author, firm);
        }
    }
}
