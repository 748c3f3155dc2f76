package candor.cleaning.repair;

import candor.cleaning.log.CleaningEntry;
import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows that repeat an earlier one of the same session in every value: they say nothing new. */
final class Duplicates {

    static final String RULE = "duplicate-row";

    private Duplicates() {}

    /** The rows without them, each removal noted in the log. */
    static List<RawBar> removed(List<RawBar> ascending, List<CleaningEntry> log) {
        Map<RawBar, RawBar> firstOf = new HashMap<>();
        List<RawBar> kept = new ArrayList<>();
        for (RawBar row : ascending) {
            RawBar first = firstOf.putIfAbsent(row.withLine(0), row);
            if (first == null) {
                kept.add(row);
            } else {
                log.add(new CleaningEntry(
                        row.session(),
                        "row",
                        row.pricesAndVolume(),
                        "",
                        RULE,
                        "line " + row.line() + " equals line " + first.line() + ", which is kept"));
            }
        }
        return kept;
    }
}
