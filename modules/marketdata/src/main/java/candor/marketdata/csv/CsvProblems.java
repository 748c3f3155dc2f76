package candor.marketdata.csv;

import candor.pipeline.failure.InputRefused;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, gathered so that its owner can mend it in one go; the first few are told in full. */
final class CsvProblems {

    private static final int TOLD = 5;

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

    /** The refusal for what concerns the file as a whole. */
    InputRefused refusal(String finding, String remedy) {
        add("", finding, remedy);
        return refusal();
    }
}
