package candor.marketdata.csv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A column that a file of bars can have, under the names that its writers give it. */
enum CsvColumn {
    DATE("Date", true, "datetime timestamp"),
    OPEN("Open", true, ""),
    HIGH("High", true, ""),
    LOW("Low", true, ""),
    // Nasdaq, Investing.com, Yahoo's table with the explanation inside its heading
    CLOSE("Close", true, "closelast price closeclosepriceadjustedforsplits"),
    ADJUSTED_CLOSE(
            "Adj Close",
            false,
            "adjustedclose adjcloseadjustedclosepriceadjustedforsplitsanddividendandorcapitalgaindistributions"),
    VOLUME("Volume", true, "vol"),
    // Tiingo, Alpha Vantage
    DIVIDENDS("Dividends", false, "dividend divcash dividendamount"),
    STOCK_SPLITS("Stock Splits", false, "stocksplit splitfactor splitcoefficient"),
    CAPITAL_GAINS("Capital Gains", false, "capitalgain"),
    SYMBOL("Symbol", false, "ticker"),
    NAME("Name", false, "");

    private static final Map<String, CsvColumn> BY_NAME = byName();

    private final String title;
    private final boolean required;
    private final String otherNames;

    CsvColumn(String title, boolean required, String otherNames) {
        this.title = title;
        this.required = required;
        this.otherNames = otherNames;
    }

    /** The name as messages give it. */
    String title() {
        return title;
    }

    boolean required() {
        return required;
    }

    /** Whether its cells are numbers. */
    boolean numeric() {
        return this != DATE && this != SYMBOL && this != NAME;
    }

    /** The column of that name, or null; see {@link #plain}. */
    static @Nullable CsvColumn find(String name) {
        return BY_NAME.get(plain(name));
    }

    /**
     * The name without what writers dress it with: Adj Close, adj_close, AdjClose and Adj Close** are one name, so are
     * Vol. and {@code <VOL>}. A percent sign stays, as it makes another column.
     */
    static String plain(String name) {
        return name.replaceAll("[ \\u00A0_.*/:<>-]", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, CsvColumn> byName() {
        Map<String, CsvColumn> columns = new HashMap<>();
        for (CsvColumn column : values()) {
            columns.put(plain(column.title), column);
            Stream.of(column.otherNames.split(" ", -1)).forEach(other -> columns.put(other, column));
        }
        columns.remove("");
        return Map.copyOf(columns);
    }
}
