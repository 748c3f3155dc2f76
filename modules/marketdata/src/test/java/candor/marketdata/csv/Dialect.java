package candor.marketdata.csv;

import candor.store.port.RawBar;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writers of CSV files, each with its header, its columns and its way with dates and numbers. */
enum Dialect {
    YAHOO("Date,Open,High,Low,Close,Adj Close,Volume", "uuuu-MM-dd", "0.000000", "d,o,h,l,c,a,v"),
    YAHOO_TABLE("Date,Open,High,Low,Close*,Adj Close**,Volume", "MMM d, uuuu", "#,##0.00", "d,o,h,l,c,a,v"),
    YFINANCE(
            "Date,Open,High,Low,Close,Volume,Dividends,Stock Splits,Capital Gains",
            "uuuu-MM-dd '00:00:00-05:00'",
            "0.0#",
            "d,o,h,l,c,v,D,S,0"),
    YFINANCE_DATETIME(
            "Datetime,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits,Repaired?",
            "uuuu-MM-dd '00:00:00+08:00'",
            "0.0#",
            "d,o,h,l,c,a,v,D,S,x"),
    YFINANCE_THREE_LINES(
            "Price,Adj Close,Close,High,Low,Open,Volume\nTicker,STX,STX,STX,STX,STX,STX\nDate,,,,,,",
            "uuuu-MM-dd",
            "0.0#",
            "d,a,c,h,l,o,v"),
    YFINANCE_BY_TICKER(
            "Ticker,STX,STX,STX,STX,STX,STX\nPrice,Open,High,Low,Close,Adj Close,Volume\nDate,,,,,,",
            "uuuu-MM-dd",
            "0.0#",
            "d,o,h,l,c,a,v"),
    YFINANCE_TWO_LINES(
            ",Close,High,Low,Open,Volume\n,BRK-B,BRK-B,BRK-B,BRK-B,BRK-B", "uuuu-MM-dd", "0.0#", "d,c,h,l,o,v"),
    STOOQ("Date,Open,High,Low,Close,Volume", "uuuu-MM-dd", "0.##", "d,o,h,l,c,v"),
    STOOQ_BULK(
            "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>",
            "uuuuMMdd",
            "0.##",
            "s,x,d,x,o,h,l,c,v,x"),
    TIINGO(
            "date,close,high,low,open,volume,adjClose,adjHigh,adjLow,adjOpen,adjVolume,divCash,splitFactor",
            "uuuu-MM-dd",
            "0.0#",
            "d,c,h,l,o,v,a,x,x,x,x,D,F"),
    NASDAQ("Date,Close/Last,Volume,Open,High,Low", "MM/dd/uuuu", "$#,##0.00", "d,c,v,o,h,l"),
    ALPHA_VANTAGE("timestamp,open,high,low,close,volume", "uuuu-MM-dd", "0.0000", "d,o,h,l,c,v"),
    ALPHA_VANTAGE_ADJUSTED(
            "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient",
            "uuuu-MM-dd",
            "0.0000",
            "d,o,h,l,c,a,v,D,F"),
    INVESTING("Date,Price,Open,High,Low,Vol.,Change %", "MM/dd/uuuu", "#,##0.00", "d,c,o,h,l,K,x"),
    INVESTING_GERMAN("Date,Price,Open,High,Low,Vol.,Change %", "dd.MM.uuuu", "de #,##0.00", "d,c,o,h,l,K,x"),
    GERMAN_SHEET("Date,Open,High,Low,Close,Volume", "dd.MM.uuuu", "de 0.00", "d,o,h,l,c,v"),
    SWISS_SHEET("Date,Open,High,Low,Close,Volume", "dd.MM.uuuu", "ch #,##0.00", "d,o,h,l,c,v"),
    GOOGLE_SHEET("Date,Open,High,Low,Close,Volume", "M/d/uuuu '16:00:00'", "0.##", "d,o,h,l,c,v"),
    WITH_SYMBOL("Symbol,Name,Date,Open,High,Low,Close,Volume", "uuuu/MM/dd", "0.##", "s,s,d,o,h,l,c,v"),
    PANDAS_INDEX(",Open,High,Low,Close,Volume", "uuuu-MM-dd", "0.0#", "d,o,h,l,c,v"),
    PANDAS_COUNTER("Unnamed: 0,Date,Open,High,Low,Close,Volume", "uuuu-MM-dd", "0.0#", "x,d,o,h,l,c,v"),
    DAY_MONTH_NAMED("Date,Open,High,Low,Close,Volume", "dd-MMM-uuuu", "0.##", "d,o,h,l,c,v"),
    EPOCH_SECONDS("time,open,high,low,close,Volume", "1", "0.##", "d,o,h,l,c,v"),
    EPOCH_MILLISECONDS("timestamp,open,high,low,close,volume", "1000", "0.##", "d,o,h,l,c,v"),
    BLOOMBERG("Date,PX_OPEN,PX_HIGH,PX_LOW,PX_LAST,PX_VOLUME", "MM/dd/uuuu", "0.##", "d,o,h,l,c,v"),
    BARCHART("Time,Open,High,Low,Last,Change,%Chg,Volume", "MM/dd/uuuu", "0.##", "d,o,h,l,c,x,x,v"),
    BARCHART_LATEST("Time,Open,High,Low,Latest,Change,%Change,Volume", "MM/dd/uuuu", "0.##", "d,o,h,l,c,x,x,v"),
    NSE(
            "Trade Date,Open Price,High Price,Low Price,Close Price,Total Traded Quantity",
            "dd-MMM-uuuu",
            "0.##",
            "d,o,h,l,c,v"),
    WIKI(
            "Date,Open,High,Low,Close,Volume,Ex-Dividend,Split Ratio,Adj. Open,Adj. High,Adj. Low,Adj. Close,Adj. Volume",
            "uuuu-MM-dd",
            "0.0#",
            "d,o,h,l,c,v,D,F,x,x,x,a,x"),
    SHARADAR(
            "ticker,date,open,high,low,close,volume,closeadj,closeunadj,lastupdated",
            "uuuu-MM-dd",
            "0.0#",
            "s,d,o,h,l,c,v,a,c,d"),
    FINANCIAL_MODELING_PREP(
            "date,open,high,low,close,adjClose,volume,unadjustedVolume,change,changePercent,vwap,label",
            "uuuu-MM-dd",
            "0.0#",
            "d,o,h,l,c,a,v,v,x,x,x,x"),
    EODHD("Date,Open,High,Low,Close,Adjusted_close,Volume", "uuuu-MM-dd", "0.0#", "d,o,h,l,c,a,v"),
    QUANTMOD(
            "Index,STX.Open,STX.High,STX.Low,STX.Close,STX.Volume,STX.Adjusted", "uuuu-MM-dd", "0.##", "d,o,h,l,c,v,a"),
    FLATTENED("Date,Close_STX,High_STX,Low_STX,Open_STX,Volume_STX", "uuuu-MM-dd", "0.0#", "d,c,h,l,o,v"),
    FLATTENED_BY_BLANKS(
            "Date,Adj Close STX,Close STX,High STX,Low STX,Open STX,Volume STX", "uuuu-MM-dd", "0.0#", "d,a,c,h,l,o,v"),
    FLATTENED_BY_SYMBOL(
            "Date,BRK-B_Open,BRK-B_High,BRK-B_Low,BRK-B_Close,BRK-B_Adj Close,BRK-B_Volume",
            "uuuu-MM-dd",
            "0.0#",
            "d,o,h,l,c,a,v"),
    ALPHA_VANTAGE_PYTHON("date,1. open,2. high,3. low,4. close,5. volume", "uuuu-MM-dd", "0.00", "d,o,h,l,c,v"),
    ALPHA_VANTAGE_PYTHON_ADJUSTED(
            "date,1. open,2. high,3. low,4. close,5. adjusted close,6. volume,7. dividend amount,8. split coefficient",
            "uuuu-MM-dd",
            "0.00",
            "d,o,h,l,c,a,v,D,F"),
    POLYGON("ticker,volume,open,close,high,low,window_start,transactions", "1000", "0.##", "s,v,o,c,h,l,d,x"),
    POLYGON_LETTERS("v,vw,o,c,h,l,t,n", "1000", "0.##", "v,x,o,c,h,l,d,x"),
    DATABENTO(
            "ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol",
            "uuuu-MM-dd'T00:00:00.000000000Z'",
            "0.000000000",
            "d,x,x,x,o,h,l,c,v,s"),
    ZIPLINE("day,open,high,low,close,volume", "uuuu-MM-dd", "0.##", "d,o,h,l,c,v"),
    META_TRADER("<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<TICKVOL>,<VOL>,<SPREAD>", "uuuu.MM.dd", "0.##", "d,o,h,l,c,0,v,x"),
    META_TRADER_PYTHON(
            "time,open,high,low,close,tick_volume,spread,real_volume", "uuuu-MM-dd", "0.##", "d,o,h,l,c,0,x,v"),
    FULL_WIDTH("\uFF24\uFF41\uFF54\uFF45,Open,High,Low,Close,Volume", "uuuu-MM-dd", "0.##", "d,o,h,l,c,v"),
    HARD_BLANKS(
            "\u00A0Date,\u00A0Open,\u00A0High,\u00A0Low,\u00A0Close,\u00A0Volume", "uuuu-MM-dd", "0.##", "d,o,h,l,c,v"),
    SPLIT_RATIOS("Date,Open,High,Low,Close,Volume,Dividend,split_ratio", "uuuu-MM-dd", "0.0#", "d,o,h,l,c,v,D,F"),
    SAME_TWICE("Date,Open,High,Low,Close,Close/Last,Volume", "uuuu-MM-dd", "0.00", "d,o,h,l,c,c,v");

    private final String header;
    private final String date;
    private final String number;
    private final String cells;

    /**
     * @param date pattern of the dates, or how many units since 1970 a second has
     * @param number pattern of the prices, after the country whose signs it takes where that is not America
     * @param cells what each cell of a row is: see {@link #cell}
     */
    Dialect(String header, String date, String number, String cells) {
        this.header = header;
        this.date = date;
        this.number = number;
        this.cells = cells;
    }

    /** A file of these bars, with lines that end by a line feed. */
    String write(List<RawBar> bars, char separator) {
        String head = header.replace(',', separator);
        return head + "\n"
                + bars.stream().map(bar -> row(bar, separator) + "\n").collect(Collectors.joining());
    }

    private String row(RawBar bar, char separator) {
        return Stream.of(cells.split(",", -1))
                .map(cell -> quoted(cell(bar, cell), separator))
                .collect(Collectors.joining(String.valueOf(separator)));
    }

    /** The bar as it can be read back: what this dialect has no column for is unknown, or did not happen. */
    RawBar kept(RawBar bar) {
        boolean actions = cells.contains("D");
        return bar.withLine(bar.line() + header.split("\n", -1).length - 1)
                .withAdjustedClose(cells.contains("a") ? bar.adjustedClose() : Double.NaN)
                .withActions(actions ? bar.dividend() : 0, actions ? bar.split() : 0, 0);
    }

    private String cell(RawBar bar, String cell) {
        return switch (cell) {
            case "d" -> date(bar.session());
            case "o" -> number(bar.open());
            case "h" -> number(bar.high());
            case "l" -> number(bar.low());
            case "c" -> number(bar.close());
            case "a" -> number(bar.adjustedClose());
            case "v" -> new BigDecimal(bar.volume()).toPlainString();
            case "K" -> number(bar.volume() / 1000).replaceAll("[^0-9.,]", "") + "K";
            case "D" -> number(bar.dividend());
            case "S" -> number(bar.split());
            case "F" -> number(bar.split() == 0 ? 1 : bar.split());
            case "0" -> "0.0";
            case "s" -> "STX";
            default -> "1,5%";
        };
    }

    private static String quoted(String cell, char separator) {
        return cell.indexOf(separator) < 0 ? cell : '"' + cell + '"';
    }

    private String date(LocalDate day) {
        if (Character.isDigit(date.charAt(0))) {
            ZonedDateTime open = day.atTime(9, 30).atZone(ZoneId.of("America/New_York"));
            return Long.toString(Long.parseLong(date) * open.toEpochSecond());
        }
        return DateTimeFormatter.ofPattern(date, Locale.US).format(day);
    }

    private String number(double value) {
        DecimalFormatSymbols signs =
                DecimalFormatSymbols.getInstance(number.startsWith("de ") ? Locale.GERMANY : Locale.US);
        if (number.startsWith("ch ")) {
            signs.setGroupingSeparator('\u2019');
        }
        return new DecimalFormat(number.replaceFirst("^[a-z]+ ", ""), signs).format(value);
    }
}
