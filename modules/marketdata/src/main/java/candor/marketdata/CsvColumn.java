package candor.marketdata;

import java.util.Arrays;
import java.util.Optional;

/** A column that a file of bars can have. */
enum CsvColumn {
    DATE("Date", true),
    OPEN("Open", true),
    HIGH("High", true),
    LOW("Low", true),
    CLOSE("Close", true),
    ADJUSTED_CLOSE("Adj Close", false),
    VOLUME("Volume", true),
    DIVIDENDS("Dividends", false),
    STOCK_SPLITS("Stock Splits", false),
    CAPITAL_GAINS("Capital Gains", false);

    private final String title;
    private final boolean required;

    CsvColumn(String title, boolean required) {
        this.title = title;
        this.required = required;
    }

    /** The name as messages give it. */
    String title() {
        return title;
    }

    boolean required() {
        return required;
    }

    /** The column of that name; case, blanks and underscores do not matter: Adj Close, Adj_Close and AdjClose are one. */
    static Optional<CsvColumn> find(String name) {
        return Arrays.stream(values())
                .filter(column -> letters(column.title).equalsIgnoreCase(letters(name)))
                .findFirst();
    }

    private static String letters(String name) {
        return name.replace(" ", "").replace("_", "");
    }
}
