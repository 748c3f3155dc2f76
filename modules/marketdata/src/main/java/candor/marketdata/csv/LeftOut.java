package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import candor.store.port.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines of a file that are no bars: titles and comments, the heading where it is repeated, and what stands below the
 * last bar. A line is taken for such a note where it cannot be a bar that was cut off: it begins with words and has no
 * number beside them, or it is a total, or one lone number that is no year.
 */
final class LeftOut {

    private static final int SHOWN = 60;
    private static final int DATE_DIGITS = 8;
    private static final int YEAR_DIGITS = 4;
    private static final Pattern TOTAL = Pattern.compile(
            "(?i)(grand |sub)?-?(total|sum|average|avg|mean|median|minimum|maximum|min|max|count|source|note)s?\\b.*");
    private static final Pattern WORDS = Pattern.compile(".*\\p{L}{3,}.*", Pattern.DOTALL);
    /** What a date can begin with where it was cut off: a digit and something behind it, or a word. */
    private static final Pattern NUMBERED = Pattern.compile("[0-9].*[^0-9].*", Pattern.DOTALL);

    private static final Pattern FIRST_WORD = Pattern.compile("(\\p{L}{3,}).*", Pattern.DOTALL);

    private record Note(long line, String text) {}

    private final List<String> comments = new ArrayList<>();
    private final List<Note> pending = new ArrayList<>();
    private int headings;

    LeftOut(List<String> above) {
        comments.addAll(above);
    }

    /** Whether a line whose first cell is this is a comment. */
    static boolean isComment(String first) {
        return first.startsWith("#") || first.startsWith("//");
    }

    void comment(CsvRow row) {
        comments.add(row.joined());
    }

    void heading() {
        headings++;
    }

    /**
     * Keeps the row if it can be a note below the last bar; false where it is a bar, or a part of one.
     *
     * @param width how many cells a bar has
     * @param firstOfBar first cell of the first bar
     * @param year of the last bar
     */
    boolean note(CsvRow row, int width, String firstOfBar, int year) {
        if (!isNote(row.texts(), width, firstOfBar, year)) {
            return false;
        }
        pending.add(new Note(row.line(), row.joined()));
        return true;
    }

    private static boolean isNote(List<String> cells, int width, String firstOfBar, int year) {
        List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        String first = filled.getFirst();
        if (firstOfBar.startsWith(first) || canBeDate(first)) {
            return false;
        }
        if (TOTAL.matcher(first).matches()) {
            return true;
        }
        boolean alone = filled.size() == 1
                || (cells.size() != width && filled.stream().skip(1).noneMatch(LeftOut::isData));
        return alone && (WORDS.matcher(first).matches() || (filled.size() == 1 && isCount(first, firstOfBar, year)));
    }

    private static boolean canBeDate(String text) {
        Matcher word = FIRST_WORD.matcher(text);
        boolean named = word.matches()
                && (CalendarWords.month(word.group(1)) > 0
                        || !CalendarWords.weekdays(word.group(1)).isEmpty());
        return named || NUMBERED.matcher(text).matches() || WrittenDate.of(text) != null;
    }

    private static boolean isData(String cell) {
        return WrittenDate.of(cell) != null || NumberStyle.isNumber(cell);
    }

    /**
     * EODHD ends a file with a number. A date or a symbol that was cut off is none: it begins as the year of the last bar
     * or the next one does, is short, or bars begin with a number themselves.
     */
    private static boolean isCount(String text, String firstOfBar, int year) {
        boolean numbersFirst = firstOfBar.matches("[0-9]*") && firstOfBar.length() != DATE_DIGITS;
        String start = text.substring(0, Math.min(YEAR_DIGITS, text.length()));
        boolean canBeYear = IntStream.rangeClosed(year - 1, year + 1)
                .anyMatch(near -> String.valueOf(near).startsWith(start));
        return !numbersFirst && !canBeYear && text.matches("[0-9]{3,9}");
    }

    /** Notes that bars follow are not below the last one: they are problems. */
    void barFollows(CsvProblems problems) {
        pending.forEach(note -> problems.add(
                note.line, Quoted.of(note.text, SHOWN) + " is no bar, and bars follow it", "take the line out"));
        pending.clear();
    }

    /** The lines themselves, without headings. */
    List<String> lines() {
        return Stream.concat(comments.stream(), pending.stream().map(Note::text))
                .toList();
    }

    /** What was left out, as provenance has it: how many lines, and the first of them. */
    Map<String, String> remarks() {
        Map<String, String> remarks = new TreeMap<>();
        put(remarks, Provenance.COMMENTS, comments);
        put(remarks, Provenance.FOOTER, pending.stream().map(Note::text).toList());
        if (headings > 0) {
            Provenance.REPEATED_HEADERS.note(remarks, Integer.toString(headings));
        }
        return remarks;
    }

    private static void put(Map<String, String> remarks, Provenance key, List<String> lines) {
        String first = lines.isEmpty() ? null : Quoted.of(lines.getFirst().replaceAll(",+$", ""), SHOWN);
        if (first != null) {
            key.note(remarks, lines.size() + (lines.size() == 1 ? " line: " : " lines, the first ") + first);
        }
    }
}
