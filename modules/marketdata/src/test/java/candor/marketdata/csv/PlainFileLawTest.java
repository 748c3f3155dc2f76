package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.InputRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The short way of plain files gives what the way of all files gives: the same bars, provenance and refusals. */
class PlainFileLawTest {

    private static final List<String> ODD_CELLS = List.of(
            "",
            "nan",
            "null",
            "N/A",
            "-",
            "inf",
            "-1.5",
            "+2",
            "1e5",
            "1.5E-3",
            "\"7.25\"",
            "\"7",
            "1,5",
            "1.234",
            "1,234",
            "1,234.5",
            "1.234,5",
            ".",
            "5.",
            ".5",
            "00.50",
            "$3.5",
            "3.5 ",
            " 3.5",
            "2.35M",
            "0x10",
            "1.2.3",
            "9".repeat(25),
            "0." + "1".repeat(30),
            "1".repeat(120),
            "\u0663",
            "2024-01-02",
            "2024-1-2",
            "2024-02-30",
            "2024-00-10",
            "2024-13-01",
            "0999-01-05",
            "2024-01-02 00:00:00",
            "03.04.2024",
            "1706400000",
            "20240131");
    private static final List<String> ODD_LINES = List.of(
            "", " ", ",", "Total,,,,,", "# comment", "Date,Open,High,Low,Close,Volume", "2024-01-02", "\"", "\0", "\t");
    private static final List<List<String>> COLUMNS = List.of(
            List.of("Date", "Open", "High", "Low", "Close", "Volume"),
            List.of("Date", "Open", "High", "Low", "Close", "Adj Close", "Volume"),
            List.of("timestamp", "open", "high", "low", "close", "volume", "dividend_amount", "split_coefficient"),
            List.of("", "Close", "High", "Low", "Open", "Volume", "Dividends", "Stock Splits", "Capital Gains"),
            List.of("Date", "Open", "High", "Low", "Close", "Volume", "Symbol", "Change %"),
            List.of("Date", "Open", "High", "Low", "Close", "Close/Last", "Volume"));

    @Test
    void bothWaysAgreeOnPlainFiles() {
        int plain = 0;
        for (int seed = 0; seed < 1000; seed++) {
            byte[] file = file(new Random(seed), 3).getBytes(UTF_8);
            assertSame(seed, file);
            plain += PlainFile.read(file).isPresent() ? 1 : 0;
        }
        assertThat(plain).as("files that took the short way").isGreaterThan(900);
    }

    @Test
    void bothWaysAgreeOnFilesWithSomethingOdd() {
        int plain = 0;
        int refused = 0;
        for (int seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            byte[] file = odd(random, file(random, COLUMNS.size()));
            Object outcome = assertSame(seed, file);
            plain += PlainFile.read(file).isPresent() ? 1 : 0;
            refused += outcome instanceof String ? 1 : 0;
        }
        assertThat(plain).as("files that took the short way").isGreaterThan(100);
        assertThat(refused).as("files that were refused").isGreaterThan(400);
    }

    private static Object assertSame(int seed, byte[] file) {
        Object outcome = outcome(() -> CsvBars.parseAnyForm("x.csv", file));
        assertThat(outcome(() -> CsvBars.parse("x.csv", file)))
                .as("seed %d: %s", seed, new String(file, UTF_8))
                .isEqualTo(outcome);
        return outcome;
    }

    private static Object outcome(Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (InputRefused refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** A file of some of the column sets, with prices of that many places that a writer chose. */
    private static String file(Random random, int sets) {
        List<String> columns = new ArrayList<>(COLUMNS.get(random.nextInt(sets)));
        if (random.nextBoolean() && !columns.contains("")) {
            Collections.shuffle(columns, random);
        }
        String separator = List.of(",", ",", ",", ";", "\t", "|").get(random.nextInt(6));
        String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
        int places = random.nextInt(1, 19);
        List<String> lines = new ArrayList<>(List.of(String.join(separator, columns)));
        LocalDate day = LocalDate.of(random.nextInt(1900, 2030), 1, 1);
        for (int rows = random.nextInt(1, 40); rows > 0; rows--) {
            day = day.plusDays(random.nextInt(1, 20));
            LocalDate session = day;
            lines.add(String.join(
                    separator,
                    columns.stream()
                            .map(name -> cell(random, name, session, places))
                            .toList()));
        }
        return String.join(end, lines) + end.repeat(random.nextInt(3));
    }

    private static String cell(Random random, String name, LocalDate day, int places) {
        CsvColumn column = CsvColumn.find(name);
        if (column == CsvColumn.DATE || name.isEmpty()) {
            return day.toString();
        }
        if (column == null || !column.numeric()) {
            return "STX";
        }
        if (random.nextInt(30) == 0) {
            return "";
        }
        return switch (column) {
            case VOLUME -> Integer.toString(random.nextInt(100_000_000));
            case STOCK_SPLITS -> Integer.toString(random.nextInt(3));
            case DIVIDENDS, CAPITAL_GAINS -> "0.0";
            default -> random.nextInt(10_000) + "." + digits(random, places);
        };
    }

    private static String digits(Random random, int count) {
        return random.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** The file with a cell, a line or a byte that is another, or cut off. */
    private static byte[] odd(Random random, String file) {
        List<String> lines = new ArrayList<>(Arrays.asList(file.split("\n", -1)));
        int line = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0, 1 -> lines.set(line, oddCell(random, lines.get(line)));
            case 2 -> lines.add(line, oneOf(random, ODD_LINES));
            case 3 -> {
                byte[] bytes = file.getBytes(UTF_8);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(-128, 128);
                return bytes;
            }
            default -> {
                return Arrays.copyOf(file.getBytes(UTF_8), random.nextInt(file.length()));
            }
        }
        return String.join("\n", lines).getBytes(UTF_8);
    }

    private static String oddCell(Random random, String line) {
        String[] cells = line.split("(?<=[,;\t|\r])|(?=[,;\t|\r])", -1);
        cells[random.nextInt(cells.length)] = oneOf(random, ODD_CELLS);
        return String.join("", cells);
    }

    private static String oneOf(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
