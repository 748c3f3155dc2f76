package candor.marketdata;

import candor.pipeline.failure.InputRefused;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, gathered so that its owner can mend it in one go; the first few are told in full. */
final class CsvProblems {

    private static final int TOLD = 5;
    private static final int QUOTED = 40;

    private final String fileName;
    private final List<String> told = new ArrayList<>();
    private int count;

    /** @param fileName base name for messages */
    CsvProblems(String fileName) {
        this.fileName = fileName;
    }

    /** Notes a problem; {@code remedy} says what to do, as an imperative. */
    void add(String place, String finding, String remedy) {
        count++;
        if (told.size() < TOLD) {
            told.add(place + finding + " (" + remedy + ")");
        }
    }

    void add(long line, String finding, String remedy) {
        add("line " + line + ": ", finding, remedy);
    }

    void add(long line, CsvColumn column, String finding, String remedy) {
        add("line " + line + ", column " + column.title() + ": ", finding, remedy);
    }

    /** Refuses the file if anything is wrong with it. */
    void refuseIfAny() {
        if (count > 0) {
            throw refusal();
        }
    }

    /** The refusal for what was noted so far. */
    InputRefused refusal() {
        String more = count > told.size() ? "; and " + (count - told.size()) + " more" : "";
        return new InputRefused(fileName + ": " + String.join("; ", told) + more);
    }

    /** A cell as it may stand in a message: one line, short, nothing that steers a terminal. */
    static String quoted(String text) {
        return "'" + (text.length() > QUOTED ? printable(text.substring(0, QUOTED)) + "..." : printable(text)) + "'";
    }

    /** The text with whatever is not a printable character replaced. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?");
    }
}
