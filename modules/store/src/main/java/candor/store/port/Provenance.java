// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.port;

import java.util.Map;
import java.util.Optional;

/** What a source may note of a retrieval, by the key under which retrieval.json has it. */
public enum Provenance {
    /** The name that a person knows the source by. */
    FILE("file"),
    SHA256("sha256"),
    BYTES("bytes"),
    /** The names of the columns that were read, with commas between them; a provider has none. */
    COLUMNS("columns"),
    /** As a person chose them. */
    CHOSEN_COLUMNS("chosenColumns"),
    /** Names of columns of which nothing is read, with commas between them. */
    IGNORED_COLUMNS("ignoredColumns"),
    /** Those of them that follow Close by a slowly varying factor. */
    TRACKS_CLOSE("tracksClose"),
    /** Columns that hold the same, of which one was read. */
    SAME_COLUMNS("sameColumns"),
    ROWS("rows"),
    /** How many rows were left out because their sessions are not over. */
    ROWS_NOT_OVER("rowsNotOver"),
    /** Whose bars the file says it holds. */
    SYMBOL("symbol"),
    /** The name of the company or fund that it says. */
    NAME("name"),
    CURRENCY("currency"),
    /** The whole number that prices were divided by. */
    PRICE_SCALE("priceScale"),
    /** The known form of a file without a header. */
    HEADERLESS("headerless"),
    /** What volumes are, where they are not as they stand. */
    VOLUME("volume"),
    DATE_ORDER("dateOrder"),
    /** The last year that two digits may mean. */
    LAST_YEAR("lastYear"),
    DATE_ZONE("dateZone"),
    DECIMAL_SIGN("decimalSign"),
    COMMENTS("comments"),
    REPEATED_HEADERS("repeatedHeaders"),
    FOOTER("footer"),
    /** How many cells held an infinity. */
    INFINITE_CELLS("infiniteCells"),
    PACKED("packed"),
    ENCODING("encoding"),
    /** The process of a synthetic stock, with its first and last day and its seed. */
    PROCESS("process"),
    FROM("from"),
    TO("to"),
    SEED("seed");

    private final String key;

    Provenance(String key) {
        this.key = key;
    }

    /** The name in stored documents. */
    public String key() {
        return key;
    }

    /** What was noted; empty where nothing was. */
    public Optional<String> in(Map<String, String> provenance) {
        return Optional.ofNullable(provenance.get(key));
    }

    /** Takes back what was noted. */
    public void remove(Map<String, String> provenance) {
        provenance.remove(key);
    }

    /** Notes it, in place of what was noted before. */
    public void note(Map<String, String> provenance, String value) {
        provenance.put(key, value);
    }
}
