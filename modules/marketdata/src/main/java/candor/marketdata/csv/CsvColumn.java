package candor.marketdata.csv;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column that a file of bars can have, under the names that its writers give it. Some names mean it only where no other
 * name does: {@code c} is the close where no column is called one.
 */
enum CsvColumn {
    // CsvHeader has what else a date is called
    DATE("Date", true, "datetime timestamp tradedate tradingdate", ""),
    OPEN("Open", true, "openprice openingprice pxopen", "o"),
    HIGH("High", true, "highprice pxhigh", "h"),
    LOW("Low", true, "lowprice pxlow", "l"),
    // Nasdaq, Investing.com, Barchart, Bloomberg, NSE, Yahoo's table with the explanation inside its heading
    CLOSE(
            "Close",
            true,
            "closelast price last latest lastprice closeprice closingprice pxlast"
                    + " closeclosepriceadjustedforsplits",
            "c"),
    // Sharadar's closeadj, quantmod's adjusted
    ADJUSTED_CLOSE(
            "Adj Close",
            false,
            "adjustedclose closeadj adjusted adjcloseprice"
                    + " adjcloseadjustedclosepriceadjustedforsplitsanddividendandorcapitalgaindistributions",
            ""),
    VOLUME("Volume", false, "vol pxvolume totaltradedquantity tradedvolume sharevolume realvolume", "v"),
    /** MetaTrader's count of price changes, which is the volume where the exchange's own is 0 throughout. */
    TICK_VOLUME("Tick Volume", false, "tickvol", ""),
    // Tiingo, Alpha Vantage, WIKI
    DIVIDENDS("Dividends", false, "dividend divcash dividendamount exdividend cashdividend cashdividends", ""),
    STOCK_SPLITS(
            "Stock Splits", false, "stocksplit splitfactor splitcoefficient split splits splitratio splitratios", ""),
    CAPITAL_GAINS("Capital Gains", false, "capitalgain", ""),
    CURRENCY(
            "Currency",
            false,
            "ccy currencycode pricecurrency quotecurrency w\u00E4hrung waehrung devise valuta moneda",
            ""),
    SYMBOL("Symbol", false, "ticker tic", ""),
    NAME("Name", false, "", "");

    private static final Pattern NUMBERED = Pattern.compile("^[0-9]+\\.[ \\u00A0]+");
    private static final Pattern DRESS = Pattern.compile("[\\s_.*/:<>#-]");
    private static final Map<String, CsvColumn> BY_NAME = byName(column -> column.plainTitle() + " " + column.names);
    private static final Map<String, CsvColumn> BY_LESSER_NAME = byName(column -> column.lesserNames);

    private final String title;
    private final boolean required;
    private final String names;
    private final String lesserNames;

    CsvColumn(String title, boolean required, String names, String lesserNames) {
        this.title = title;
        this.required = required;
        this.names = names;
        this.lesserNames = lesserNames;
    }

    /** The name as messages give it. */
    String title() {
        return title;
    }

    /** The name as a person writes it in {@code --columns}: lower case, no blanks. */
    String plainTitle() {
        return plain(title);
    }

    boolean required() {
        return required;
    }

    /** Whether its cells are numbers. */
    boolean numeric() {
        return this != DATE && this != SYMBOL && this != NAME && this != CURRENCY;
    }

    /** Whether its cells are prices, or amounts of the same currency. */
    boolean isPrice() {
        return switch (this) {
            case OPEN, HIGH, LOW, CLOSE, ADJUSTED_CLOSE, DIVIDENDS, CAPITAL_GAINS -> true;
            case DATE, VOLUME, TICK_VOLUME, STOCK_SPLITS, CURRENCY, SYMBOL, NAME -> false;
        };
    }

    /**
     * The column that has that name whatever else the file has, or null; see {@link #plain}. A price may name its currency,
     * as in {@code Close (EUR)}.
     */
    static @Nullable CsvColumn find(String name) {
        CsvColumn column = BY_NAME.get(plain(name));
        if (column != null) {
            return column;
        }
        CsvColumn price = BY_NAME.get(plain(WrittenCurrency.without(name)));
        return price != null && price.isPrice() ? price : null;
    }

    /** The column of that name where no other column of the file has a better one, or null. */
    static @Nullable CsvColumn findLesser(String name) {
        return BY_LESSER_NAME.get(plain(name));
    }

    /** How many of the names are known. */
    static long known(Collection<String> names) {
        return names.stream().map(CsvColumn::find).filter(Objects::nonNull).count();
    }

    /**
     * The name without what writers dress it with: Adj Close, adj_close, AdjClose, Adj Close** and 5. adj close are one
     * name, so are Vol., {@code <VOL>} and letters of full width. A percent sign stays, as it makes another column.
     */
    static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return DRESS.matcher(NUMBERED.matcher(letters).replaceFirst(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, CsvColumn> byName(Function<CsvColumn, String> names) {
        Map<String, CsvColumn> columns = new HashMap<>();
        for (CsvColumn column : values()) {
            Stream.of(names.apply(column).split(" ", -1)).forEach(name -> columns.put(name, column));
        }
        columns.remove("");
        return Map.copyOf(columns);
    }
}
