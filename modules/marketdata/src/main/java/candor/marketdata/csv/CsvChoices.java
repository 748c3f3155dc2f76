package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import candor.store.failure.InputRefused;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a file besides what stands in it: which column is which, by name or by number, and whose bars
 * of several are meant.
 */
public final class CsvChoices {

    /** Nothing is said. */
    public static final CsvChoices NONE = new CsvChoices(Map.of(), null);

    private static final String REMEDY = " (write --columns as in date=Datum,close=Kurs or date=1,close=5)";

    private final Map<CsvColumn, String> places;
    private final @Nullable String symbol;

    private CsvChoices(Map<CsvColumn, String> places, @Nullable String symbol) {
        this.places = places;
        this.symbol = symbol;
    }

    /**
     * Reads {@code date=Datum,close=Kurs}: names of Candor's columns and where they are in the file, by the name that
     * stands there or by number, the first being 1.
     *
     * @throws InputRefused naming the part that cannot be read
     */
    public static CsvChoices parse(String text) {
        Map<CsvColumn, String> places = new EnumMap<>(CsvColumn.class);
        for (String part : text.split(",", -1)) {
            int sign = part.indexOf('=');
            String place = part.substring(sign + 1).strip();
            if (sign < 0 || place.isEmpty()) {
                throw new InputRefused(
                        "--columns: " + Quoted.of(part) + " does not say which column is where" + REMEDY);
            }
            CsvColumn column = CsvColumn.find(part.substring(0, sign));
            if (column == null) {
                throw new InputRefused("--columns: " + Quoted.of(part.substring(0, sign))
                        + " is no column of bars (write one of " + titles() + ")");
            }
            if (places.put(column, place) != null) {
                throw new InputRefused("--columns: " + column.plainTitle() + " is named twice" + REMEDY);
            }
        }
        return new CsvChoices(places, null);
    }

    private static String titles() {
        return Arrays.stream(CsvColumn.values()).map(CsvColumn::plainTitle).collect(Collectors.joining(", "));
    }

    /** The same, for the bars of that symbol where the file has several. */
    public CsvChoices withSymbol(String wanted) {
        return new CsvChoices(places, wanted);
    }

    /** What was said about columns, as {@link #parse} reads it; empty where nothing was. */
    public String columns() {
        return places.entrySet().stream()
                .map(choice -> choice.getKey().plainTitle() + "=" + choice.getValue())
                .collect(Collectors.joining(","));
    }

    /** The symbol whose bars are wanted; null where nobody said. */
    @Nullable
    String symbol() {
        return symbol;
    }

    /** Whether that is the symbol whose bars are wanted. */
    boolean wants(String other) {
        return symbol != null && symbol.toUpperCase(Locale.ROOT).equals(other.toUpperCase(Locale.ROOT));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** How many of the names are those of a choice. */
    long known(List<String> names) {
        return places.values().stream()
                .filter(place -> !isNumber(place) && !positions(place, names).isEmpty())
                .count();
    }

    /** Whether all columns are given by number, so that the file needs no names. */
    boolean byNumberAlone() {
        return !places.isEmpty() && places.values().stream().allMatch(CsvChoices::isNumber);
    }

    /** The first place that a line of these names lacks; null where it lacks none. */
    @Nullable
    String lacking(List<String> names) {
        return places.values().stream()
                .filter(place -> positions(place, names).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /**
     * Puts the choices over what the names mean by themselves.
     *
     * @throws InputRefused where a name stands more than once
     */
    void apply(long line, List<String> names, List<@Nullable CsvColumn> columns, CsvProblems problems) {
        places.forEach((column, place) -> {
            List<Integer> found = positions(place, names);
            if (found.size() > 1) {
                problems.add(
                        line,
                        "--columns: " + Quoted.of(place) + " is the name of columns "
                                + found.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(" and ")),
                        "write " + column.plainTitle() + "=" + (found.getFirst() + 1) + " or " + column.plainTitle()
                                + "=" + (found.getLast() + 1));
                throw problems.rejection();
            }
            Collections.replaceAll(columns, column, null);
            found.forEach(i -> columns.set(i, column));
        });
    }

    /** Where a column is, counted from 0; names are looked for as they are written, and then by what they mean. */
    private static List<Integer> positions(String place, List<String> names) {
        if (isNumber(place)) {
            int number = Integer.parseInt(place);
            return number >= 1 && number <= names.size() ? List.of(number - 1) : List.of();
        }
        List<Integer> exact = CsvHeader.positions(names, place);
        return exact.isEmpty()
                ? CsvHeader.positions(names.stream().map(CsvColumn::plain).toList(), CsvColumn.plain(place))
                : exact;
    }

    private static boolean isNumber(String place) {
        return place.matches("[0-9]{1,4}");
    }
}
