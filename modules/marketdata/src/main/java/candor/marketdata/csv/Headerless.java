package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import candor.store.port.RawBar;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Forms of files that have no names of columns. The first lines show the form; all bars must then prove it: the high is
 * the highest price and the low the lowest, and opens lie nearer to the closes before than closes to the opens before,
 * as they would not if the two were exchanged.
 */
final class Headerless {

    private record Form(String name, List<String> names, List<Pattern> cells, List<@Nullable CsvColumn> columns) {

        /** @param layout what each cell is, and for those that are no number how it is written, as in {@code date=[0-9]+} */
        static Form of(String name, String... layout) {
            List<String> names = new ArrayList<>();
            List<Pattern> cells = new ArrayList<>();
            List<@Nullable CsvColumn> columns = new ArrayList<>();
            for (String cell : layout) {
                int sign = cell.indexOf('=');
                String title = sign < 0 ? cell : cell.substring(0, sign);
                names.add(title);
                cells.add(Pattern.compile(sign < 0 ? NUMBER : cell.substring(sign + 1)));
                columns.add(CsvColumn.find(title));
            }
            return new Form(name, List.copyOf(names), List.copyOf(cells), Collections.unmodifiableList(columns));
        }

        boolean fits(List<String> row) {
            return row.size() == cells.size()
                    && IntStream.range(0, cells.size())
                            .allMatch(i ->
                                    cells.get(i).matcher(row.get(i).strip()).matches());
        }
    }

    private static final String NUMBER = "-?[0-9]*[.,]?[0-9]*";
    private static final String TIME = "[0-9]{1,2}:?[0-9]{2}(:?[0-9]{2})?";
    private static final String DAY =
            "[0-9]{8}|[0-9]{4}([-./])[0-9]{1,2}\\1[0-9]{1,2}|[0-9]{1,2}([-./])[0-9]{1,2}\\2[0-9]{4}";
    private static final List<Form> FORMS = List.of(
            Form.of("LEAN", "date=[0-9]{8} [0-9]{2}:[0-9]{2}", "open", "high", "low", "close", "volume"),
            Form.of("NinjaTrader", "date=[0-9]{8}", "open", "high", "low", "close", "volume"),
            Form.of("MetaTrader 4", "date=" + DAY, "time=" + TIME, "open", "high", "low", "close", "volume"),
            Form.of("date, four prices, volume", "date=" + DAY, "open", "high", "low", "close", "volume"),
            Form.of(
                    "Stooq",
                    "symbol=[A-Za-z0-9.^=-]+",
                    "period=D",
                    "date=[0-9]{8}",
                    "time=[0-9]{4,6}",
                    "open",
                    "high",
                    "low",
                    "close",
                    "volume",
                    "openint"));

    private static final List<CsvColumn> ORDER =
            List.of(CsvColumn.OPEN, CsvColumn.HIGH, CsvColumn.LOW, CsvColumn.CLOSE, CsvColumn.VOLUME);
    private static final int FEWEST = 5;
    private static final double MARGIN = 1.2;
    private static final int SHOWN = 80;

    private Headerless() {}

    /** The columns of a file whose first lines are in a known form, or the rejection of the file. */
    static CsvHeader read(List<CsvRecord> lines, List<String> above, CsvProblems problems) {
        List<CsvRecord> bars = lines.stream()
                .skip(above.size())
                .filter(line -> !LeftOut.isComment(line.getField(0)))
                .toList();
        Form form = FORMS.stream()
                .filter(known -> bars.stream().limit(FEWEST).allMatch(line -> known.fits(line.getFields())))
                .findFirst()
                .orElseThrow(() -> rejection(bars.getFirst(), problems));
        long last = above.isEmpty() ? 0 : lines.get(above.size() - 1).getStartingLineNumber();
        return new CsvHeader(0, last, form.names, form.columns, null, form.name, above);
    }

    private static RuntimeException rejection(CsvRecord line, CsvProblems problems) {
        List<String> cells = line.getFields();
        int date = IntStream.range(0, cells.size())
                .filter(cell -> WrittenDate.of(cells.get(cell).strip()) != null)
                .findFirst()
                .orElse(0);
        List<Integer> numbers = IntStream.range(date + 1, cells.size())
                .filter(cell -> NumberStyle.isNumber(cells.get(cell).strip()))
                .boxed()
                .toList();
        return rejection(
                line.getStartingLineNumber(),
                Quoted.of(String.join(",", cells), SHOWN),
                example(date, numbers),
                problems);
    }

    /** What a person could say: the date, and the numbers behind it as they mostly follow each other. */
    private static String example(int date, List<Integer> numbers) {
        StringJoiner example = new StringJoiner(",").add("date=" + (date + 1));
        for (int i = 0; i < ORDER.size(); i++) {
            int place = i < numbers.size() ? numbers.get(i) : date + 1 + i;
            if (i < numbers.size() || ORDER.get(i).required()) {
                example.add(ORDER.get(i).plainTitle() + "=" + (place + 1));
            }
        }
        return example.toString();
    }

    private static RuntimeException rejection(long line, String finding, String example, CsvProblems problems) {
        problems.add(
                line,
                "data where the column names should be: " + finding,
                "say which column is which, as in --columns " + example
                        + ", or put a header line above it, such as Date,Open,High,Low,Close,Volume");
        return problems.rejection();
    }

    /** Rejects bars that do not prove that the prices are in the order of the form. */
    static void requireProof(List<RawBar> bars, CsvHeader header, CsvProblems problems) {
        String why = bars.size() < FEWEST ? "it has fewer than " + FEWEST + " bars" : disproof(bars);
        if (why != null) {
            List<Integer> numbers = ORDER.stream()
                    .flatMap(column -> header.cells(column).stream())
                    .toList();
            throw rejection(
                    bars.getFirst().line(),
                    "it looks like " + header.form() + ", but " + why,
                    example(header.cells(CsvColumn.DATE).getFirst(), numbers),
                    problems);
        }
    }

    private static @Nullable String disproof(List<RawBar> bars) {
        for (RawBar bar : bars) {
            double highest = Math.max(bar.open(), bar.close());
            double lowest = Math.min(bar.open(), bar.close());
            if (bar.high() < highest || bar.low() > lowest || bar.high() < bar.low()) {
                return "line " + bar.line() + " would have high " + bar.high() + " and low " + bar.low()
                        + " beside open " + bar.open() + " and close " + bar.close();
            }
        }
        double asItStands = 0;
        double exchanged = 0;
        boolean ascending = !bars.getFirst().session().isAfter(bars.getLast().session());
        List<RawBar> days = ascending ? bars : bars.reversed();
        for (int i = 1; i < days.size(); i++) {
            asItStands += distance(days.get(i).open(), days.get(i - 1).close());
            exchanged += distance(days.get(i).close(), days.get(i - 1).open());
        }
        return exchanged > MARGIN * asItStands ? null : "the open and the close could be exchanged";
    }

    /** How far two prices are apart, for the sum of many; nothing where one is unknown. */
    private static double distance(double one, double other) {
        double distance = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
        return Double.isNaN(distance) ? 0 : distance;
    }
}
