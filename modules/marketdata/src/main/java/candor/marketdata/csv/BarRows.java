package candor.marketdata.csv;

import candor.forecasting.text.Figures;
import candor.marketdata.text.Quoted;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
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
    private final Separator separator;
    private final CsvProblems problems;
    private final DateReader dates;
    private final NumberReader numbers;
    private final Map<CsvColumn, Integer> cells = new EnumMap<>(CsvColumn.class);
    private final Map<CsvColumn, SymbolCells> symbols = new EnumMap<>(CsvColumn.class);
    private final List<RepeatedColumn> repeated = new ArrayList<>();
    private final List<RawBar> bars;
    private final LeftOut leftOut;
    private final TimesOfDay times = new TimesOfDay();
    private final TickVolumes ticks = new TickVolumes();
    private final PriceCurrency currency;
    private final int date;
    private final int timeOfDay;
    private String first = "";

    private BarRows(CsvHeader header, Separator separator, int expected, Conventions assumed, CsvProblems problems) {
        this.bars = new ArrayList<>(expected);
        this.header = header;
        this.separator = separator;
        this.problems = problems;
        this.dates = new DateReader(assumed.dates(), problems);
        this.numbers = new NumberReader(assumed.numbers(), separator == Separator.COMMA, problems);
        this.leftOut = new LeftOut(header.above());
        this.currency = new PriceCurrency(header);
        for (CsvColumn column : CsvColumn.values()) {
            place(column, header.cells(column));
        }
        this.date = Objects.requireNonNull(cells.get(CsvColumn.DATE));
        this.timeOfDay = header.timeOfDay();
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

    /**
     * Reads the rows one by one, as a file of junk can have millions; only bars are kept.
     *
     * @param symbol whose rows alone are read; null to read all
     */
    static BarRows read(
            String text,
            Separator separator,
            CsvHeader header,
            Conventions assumed,
            @Nullable String symbol,
            CsvProblems problems) {
        BarRows rows = new BarRows(header, separator, text.length() / LINE_LENGTH, assumed, problems);
        for (CsvRow row : separator.rows(text)) {
            if (row.line() > header.last() && !row.isBlank()) {
                rows.add(row, symbol);
            }
        }
        return rows;
    }

    private void add(CsvRow row, @Nullable String symbol) {
        if (row.isComment()) {
            leftOut.comment(row);
        } else if (row.cells() == header.width() && hasDate(row)) {
            addBar(row, symbol);
        } else if (isHeading(row)) {
            leftOut.heading();
        } else if (bars.isEmpty()
                || !leftOut.note(
                        row, header.width(), first, bars.getLast().session().getYear())) {
            addDoubtful(row, symbol);
        }
    }

    private boolean hasDate(CsvRow row) {
        return row.beginsWithDigit(date) || WrittenDate.of(row.text(date)) != null;
    }

    private void addDoubtful(CsvRow row, @Nullable String symbol) {
        if (row.cells() == header.width()) {
            addBar(row, symbol);
        } else {
            problems.add(
                    row.line(),
                    Figures.count(row.cells(), "cell") + " where the header has " + header.width() + ": "
                            + Quoted.of(row.joined()),
                    "look for a missing or an extra " + separator.title());
        }
    }

    /** Whether the row is the heading once more; another one is a problem, as the columns may be others from there. */
    private boolean isHeading(CsvRow row) {
        List<String> names = row.texts();
        if (CsvColumn.known(names) < 2 && !names.contains(header.names().get(date))) {
            return false;
        }
        List<String> plain = names.stream().map(CsvColumn::plain).toList();
        if (!plain.equals(header.names().stream().map(CsvColumn::plain).toList())) {
            problems.add(
                    row.line(),
                    "another header, " + Quoted.of(row.joined()) + ", than "
                            + Quoted.of(String.join(",", header.names())) + " of line " + header.line(),
                    "give what follows as a file of its own, or bring its columns into the same order");
        }
        return true;
    }

    private void addBar(CsvRow row, @Nullable String symbol) {
        if (symbol != null && !Objects.requireNonNull(judgedSymbols()).is(row, symbol)) {
            return;
        }
        symbols.values().forEach(column -> column.note(row));
        leftOut.barFollows(problems);
        RawBar bar = bar(row);
        first = bars.isEmpty() ? row.text(0) : first;
        bars.add(bar);
        if (timeOfDay >= 0) {
            times.note(row.line(), bar.session(), row.text(timeOfDay));
        }
        if (cells.containsKey(CsvColumn.TICK_VOLUME)) {
            ticks.note(number(row, CsvColumn.TICK_VOLUME));
        }
        Integer named = cells.get(CsvColumn.CURRENCY);
        if (named != null) {
            currency.note(row, named);
        }
        repeated.forEach(column -> column.compare(row, numbers));
    }

    private RawBar bar(CsvRow row) {
        LocalDate session = dates.read(row, date);
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

    /** Whether rows are about several symbols. */
    boolean haveSeveralSymbols() {
        SymbolCells judged = judgedSymbols();
        return judged != null && judged.areSeveral();
    }

    /** Refuses a file whose rows are about several symbols of which none is wanted. */
    void rejectSeveralSymbols(CsvChoices choices, CsvProblems other) {
        Objects.requireNonNull(judgedSymbols()).rejectSeveral(choices, other);
    }

    /** What says whose bar a row is: the symbol, as companies change their names, else the name; null for neither. */
    private @Nullable SymbolCells judgedSymbols() {
        SymbolCells symbol = symbols.get(CsvColumn.SYMBOL);
        return symbol == null ? symbols.get(CsvColumn.NAME) : symbol;
    }

    boolean isEmpty() {
        return bars.isEmpty();
    }

    /** The conventions that the file itself proves, with a problem noted for each that it leaves open. */
    Conventions proved() {
        return new Conventions(numbers.evidence().proved(problems), dates.proved());
    }

    /** The bars in the file's own order, or the refusal of the file. */
    List<RawBar> bars() {
        repeated.forEach(column -> column.noteDifference(problems));
        times.rejectIntraday(problems);
        currency.note(numbers.currency(), "the numbers");
        currency.note(leftOut.lines());
        currency.noteDifference(problems);
        problems.rejectIfAny();
        if (bars.isEmpty()) {
            problems.add(header.line(), "a header with no row below it", "add a line for each session");
            throw problems.rejection();
        }
        if (header.form() != null) {
            Headerless.requireProof(bars, header, problems);
        }
        return scale().applied(Collections.unmodifiableList(ticks.used(bars)));
    }

    private PriceScale scale() {
        return PriceScale.proved(header.names(), dates.first(), bars);
    }

    /** What the cells said besides bars, as provenance has it. */
    Map<String, String> remarks() {
        Map<String, String> remarks = new TreeMap<>(leftOut.remarks());
        symbols.forEach((column, symbol) ->
                put(remarks, column == CsvColumn.NAME ? Provenance.NAME : Provenance.SYMBOL, symbol.value()));
        put(remarks, Provenance.SYMBOL, header.symbol());
        put(remarks, Provenance.HEADERLESS, header.form());
        put(remarks, Provenance.CURRENCY, currency.code());
        put(remarks, Provenance.VOLUME, ticks.remark(bars));
        if (scale() != PriceScale.ONE) {
            Provenance.PRICE_SCALE.note(remarks, Long.toString((long) scale().divisor()));
        }
        if (numbers.infinite() > 0) {
            Provenance.INFINITE_CELLS.note(remarks, Integer.toString(numbers.infinite()));
        }
        if (!repeated.isEmpty()) {
            Provenance.SAME_COLUMNS.note(
                    remarks, repeated.stream().map(RepeatedColumn::names).collect(Collectors.joining(",")));
        }
        return remarks;
    }

    private static void put(Map<String, String> remarks, Provenance key, @Nullable String value) {
        if (value != null) {
            key.note(remarks, Quoted.printable(value));
        }
    }
}
