package candor.marketdata.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that hold a symbol beside the column, as {@code Close_XYZ}, {@code XYZ.Close} and {@code ('Close', 'XYZ')}, which
 * is what pandas and quantmod make of a table with a symbol above each column. Symbols count that have all four prices.
 */
final class FlatNames {

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9^][A-Za-z0-9.^=-]{0,14}");
    private static final Pattern BETWEEN = Pattern.compile("[ _.|:]|', ?'");
    private static final Pattern TUPLE = Pattern.compile("\\('(.*)'\\)");

    /** What stands beside Open and Close and is no symbol: such columns a person has to name. */
    private static final Set<String> KINDS = Set.of(
            "raw", "adj", "adjusted", "unadj", "unadjusted", "price", "prices", "bid", "ask", "mid", "usd", "eur", "gbp");

    private record Part(CsvColumn column, String symbol, int length) {}

    private FlatNames() {}

    /** The columns of each symbol, by symbol; none where names hold no symbol. */
    static Map<String, List<@Nullable CsvColumn>> read(CsvHeader header) {
        Map<String, List<@Nullable CsvColumn>> symbols = new TreeMap<>();
        for (int i = 0; i < header.width(); i++) {
            Part part = header.columns().get(i) == null ? part(header.names().get(i)) : null;
            if (part != null) {
                symbols.computeIfAbsent(part.symbol, symbol -> new ArrayList<>(header.columns()))
                        .set(i, part.column);
            }
        }
        symbols.values().removeIf(columns -> !header.withColumns(columns, null).isComplete());
        return symbols;
    }

    /** The column and the symbol, where the longest known part of the name is the column. */
    private static @Nullable Part part(String name) {
        Matcher tuple = TUPLE.matcher(name);
        String text = tuple.matches() ? tuple.group(1) : name;
        Part best = null;
        Matcher between = BETWEEN.matcher(text);
        while (between.find()) {
            String before = text.substring(0, between.start());
            String after = text.substring(between.end());
            for (Part part : new Part[] {part(before, after), part(after, before)}) {
                best = part != null && (best == null || part.length > best.length) ? part : best;
            }
        }
        return best;
    }

    private static @Nullable Part part(String column, String symbol) {
        CsvColumn found = CsvColumn.find(column);
        return found != null
                        && found.numeric()
                        && SYMBOL.matcher(symbol).matches()
                        && !KINDS.contains(symbol.toLowerCase(Locale.ROOT))
                ? new Part(found, symbol, column.length())
                : null;
    }
}
