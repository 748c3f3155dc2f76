// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a reader noted of its source in {@link candor.store.port.Retrieval#provenance}, in words for a person: columns
 * that were not read first of all, as what they hold is in no forecast.
 */
public final class SourceRemarks {

    /** What is said of a stock that has no volume in any row; cleaning's rule {@code no-volume}. */
    public static final String NO_VOLUME = "no volume in any row: features of volume are left out";

    private static final int NAMES_SHOWN = 10;
    private static final Set<String> DOLLARS = Set.of("USD", "$");

    private static final Map<Provenance, Function<String, List<String>>> WORDS = words();

    private SourceRemarks() {}

    /** Remarks that begin in lower case and end without a full stop; empty where the source is as most are. */
    public static List<String> of(Map<String, String> provenance) {
        List<String> remarks = new ArrayList<>();
        WORDS.forEach((key, words) -> key.in(provenance).map(words).ifPresent(remarks::addAll));
        return List.copyOf(remarks);
    }

    /** The names in a value of provenance that lists several. */
    public static List<String> names(Optional<String> value) {
        return value.map(SourceRemarks::names).orElse(List.of());
    }

    private static List<String> names(String value) {
        return List.of(value.split(",", -1));
    }

    private static Map<Provenance, Function<String, List<String>>> words() {
        Map<Provenance, Function<String, List<String>>> words = new LinkedHashMap<>();
        words.put(Provenance.IGNORED_COLUMNS, value -> List.of("not read: " + shown(names(value))));
        words.put(
                Provenance.TRACKS_CLOSE,
                value -> names(value).stream()
                        .map(SourceRemarks::asAdjustedClose)
                        .toList());
        words.put(Provenance.CURRENCY, value -> DOLLARS.contains(value) ? List.of() : List.of("prices in " + value));
        words.put(
                Provenance.PRICE_SCALE,
                value -> List.of("prices are whole numbers of 1/" + value + ", and divided by it"));
        words.put(Provenance.HEADERLESS, value -> List.of("no header: the columns are those of " + value));
        words.put(Provenance.VOLUME, value -> List.of("volume is " + value));
        words.put(Provenance.LAST_YEAR, value -> List.of("years of two digits are those up to " + value));
        words.put(Provenance.DATE_ZONE, value -> List.of("dates are " + value));
        words.put(Provenance.COMMENTS, value -> List.of("lines of comment left out: " + value));
        words.put(Provenance.REPEATED_HEADERS, value -> List.of("repeated header lines left out: " + value));
        words.put(Provenance.FOOTER, value -> List.of("lines below the bars left out: " + value));
        words.put(Provenance.ROWS_NOT_OVER, value -> List.of("rows of sessions that are not over left out: " + value));
        words.put(Provenance.INFINITE_CELLS, value -> List.of("cells that hold inf, taken as unknown: " + value));
        words.put(Provenance.PACKED, value -> List.of("unpacked from " + value));
        return words;
    }

    private static String asAdjustedClose(String column) {
        return "the column " + column + " follows Close by a slowly varying factor, as an adjusted close does: name it"
                + " with --columns adjustedClose=" + column + " to use it";
    }

    private static String shown(List<String> names) {
        String text = String.join(", ", names.stream().limit(NAMES_SHOWN).toList());
        return names.size() > NAMES_SHOWN ? text + " and " + (names.size() - NAMES_SHOWN) + " more" : text;
    }
}
