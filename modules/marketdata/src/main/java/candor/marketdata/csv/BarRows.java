package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import candor.pipeline.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bars of a file as some conventions have them, and what the file itself says about those conventions. */
final class BarRows {

    private static final int LINE_LENGTH = 60;

    private final CsvHeader header;
    private final CsvProblems problems;
    private final DateReader dates;
    private final NumberReader numbers;
    private final Map<CsvColumn, Integer> cells = new EnumMap<>(CsvColumn.class);
    private final Map<CsvColumn, SymbolCells> symbols = new EnumMap<>(CsvColumn.class);
    private final List<RepeatedColumn> repeated = new ArrayList<>();
    private final List<RawBar> bars;

    private BarRows(CsvHeader header, Separator separator, int expected, Conventions assumed, CsvProblems problems) {
        this.bars = new ArrayList<>(expected);
        this.header = header;
        this.problems = problems;
        this.dates = new DateReader(assumed.dates(), problems);
        this.numbers = new NumberReader(assumed.numbers(), separator == Separator.COMMA, problems);
        for (CsvColumn column : CsvColumn.values()) {
            place(column, header.cells(column));
        }
    }

    private void place(CsvColumn column, List<Integer> found) {
        if (!found.isEmpty()) {
            cells.put(column, found.getFirst());
            if (column == CsvColumn.SYMBOL || column == CsvColumn.NAME) {
                symbols.put(column, new SymbolCells(found.getFirst()));
            }
        }
        if (found.size() > 1) {
            repeated.add(new RepeatedColumn(header, column));
        }
    }

    /** Reads the rows one by one, as a file of junk can have millions; only bars are kept. */
    static BarRows read(String text, Separator separator, CsvHeader header, Conventions assumed, CsvProblems problems) {
        BarRows rows = new BarRows(header, separator, text.length() / LINE_LENGTH, assumed, problems);
        int heading = header.records();
        for (CsvRow row : separator.rows(text)) {
            if (!row.isBlank() && heading-- <= 0) {
                rows.add(row, separator);
            }
        }
        return rows;
    }

    private void add(CsvRow row, Separator separator) {
        if (row.cells() != header.width()) {
            problems.add(
                    row.line(),
                    row.cells() + " cells where the header has " + header.width() + ": " + Quoted.of(row.joined()),
                    "look for a missing or an extra " + separator.title());
            return;
        }
        symbols.values().forEach(symbol -> symbol.note(row));
        bars.add(bar(row));
        repeated.forEach(column -> column.compare(row, numbers));
    }

    private RawBar bar(CsvRow row) {
        LocalDate session = dates.read(row, Objects.requireNonNull(cells.get(CsvColumn.DATE)));
        return new RawBar(
                Math.toIntExact(row.line()),
                session,
                number(row, CsvColumn.OPEN),
                number(row, CsvColumn.HIGH),
                number(row, CsvColumn.LOW),
                number(row, CsvColumn.CLOSE),
                number(row, CsvColumn.ADJUSTED_CLOSE),
                number(row, CsvColumn.VOLUME),
                action(row, CsvColumn.DIVIDENDS),
                split(row),
                action(row, CsvColumn.CAPITAL_GAINS));
    }

    private double number(CsvRow row, CsvColumn column) {
        Integer cell = cells.get(column);
        return cell == null ? Double.NaN : numbers.read(row, cell, column);
    }

    /** As {@link #number}, but an empty cell means that nothing happened. */
    private double action(CsvRow row, CsvColumn column) {
        double value = number(row, column);
        return Double.isNaN(value) ? 0 : value;
    }

    /** One share for one is none, as Tiingo and Alpha Vantage write it. */
    private double split(CsvRow row) {
        double value = action(row, CsvColumn.STOCK_SPLITS);
        return value == 1 ? 0 : value;
    }

    /** Refuses a file whose rows are about several symbols. */
    void refuseSeveralSymbols() {
        symbols.values().forEach(symbol -> symbol.refuseSeveral(problems));
    }

    /** The conventions that the file itself proves, with a problem noted for each that it leaves open. */
    Conventions proved() {
        return new Conventions(
                numbers.evidence().proved(problems), dates.proved());
    }

    /** The bars in the file's own order, or the refusal of the file. */
    List<RawBar> bars() {
        repeated.forEach(column -> column.noteDifference(problems));
        problems.refuseIfAny();
        if (bars.isEmpty()) {
            problems.add(header.line(), "a header with no row below it", "add a line for each session");
            throw problems.refusal();
        }
        return scale().applied(Collections.unmodifiableList(bars));
    }

    private PriceScale scale() {
        return PriceScale.proved(header.names(), dates.first(), bars);
    }

    /** What the cells said besides bars, as provenance has it. */
    Map<String, String> remarks() {
        Map<String, String> remarks = new TreeMap<>();
        symbols.forEach((column, symbol) -> put(remarks, column == CsvColumn.NAME ? "name" : "symbol", symbol.value()));
        put(remarks, "symbol", header.symbol());
        put(remarks, "currency", numbers.currency());
        if (scale() != PriceScale.ONE) {
            remarks.put("priceScale", Long.toString((long) scale().divisor()));
        }
        if (numbers.infinite() > 0) {
            remarks.put("infiniteCells", Integer.toString(numbers.infinite()));
        }
        if (!repeated.isEmpty()) {
            remarks.put(
                    "sameColumns", repeated.stream().map(RepeatedColumn::names).collect(Collectors.joining(",")));
        }
        return remarks;
    }

    private static void put(Map<String, String> remarks, String key, @Nullable String value) {
        if (value != null) {
            remarks.put(key, Quoted.printable(value));
        }
    }
}
