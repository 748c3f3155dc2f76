package candor.marketdata.csv;

import candor.pipeline.port.RawBar;
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
