package candor.marketdata.csv;

import candor.store.failure.InputRefused;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with one file, gathered so that its owner can correct it in one go. What is wrong in the same way in many
 * lines is reported once, with the first of them and a count; the first few kinds are shown in full.
 */
final class CsvProblems {

    private static final int TOLD = 5;
    private static final int KEPT = 100;
    private static final Pattern VALUES = Pattern.compile("'.*'|[0-9]+");

    private static final class Kind {
        private final String place;
        private final String rest;
        private int more;

        Kind(String place, String rest) {
            this.place = place;
            this.rest = rest;
        }

        @Override
        public String toString() {
            return place + (more == 0 ? "" : String.format(Locale.ROOT, " and %,d more", more)) + rest;
        }
    }

    private final String fileName;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private int untold;

    /** @param fileName base name for messages */
    CsvProblems(String fileName) {
        this.fileName = fileName;
    }

    /** The name of the file in a message. */
    String fileName() {
        return fileName;
    }

    /** Notes a problem; {@code remedy} says what to do, as an imperative. */
    void add(String place, String finding, String remedy) {
        add("", place + finding, remedy, place);
    }

    void add(long line, String finding, String remedy) {
        add("line " + line, ": " + finding, remedy, "");
    }

    void add(long line, CsvColumn column, String finding, String remedy) {
        add("line " + line, ", column " + column.title() + ": " + finding, remedy, column.title());
    }

    private void add(String line, String finding, String remedy, String place) {
        String kind = place + "\n" + VALUES.matcher(finding).replaceAll("") + "\n" + remedy;
        Kind known = kinds.get(kind);
        if (known != null) {
            known.more++;
        } else if (kinds.size() < KEPT) {
            kinds.put(kind, new Kind(line, finding + " (" + remedy + ")"));
        } else {
            untold++;
        }
    }

    /** Rejects the file if anything is wrong with it. */
    void rejectIfAny() {
        if (!kinds.isEmpty()) {
            throw rejection();
        }
    }

    /** The rejection for what was noted so far. */
    InputRefused rejection() {
        int more = Math.max(0, kinds.size() - TOLD) + untold;
        return new InputRefused(fileName + ": "
                + kinds.values().stream().limit(TOLD).map(Kind::toString).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : ""));
    }

    /** The rejection for what concerns the file as a whole. */
    InputRefused rejection(String finding, String remedy) {
        add("", finding, remedy);
        return rejection();
    }
}
