package candor.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a person does with pencil and paper: reads files, adds up, rounds. Knows nothing of how Candor computes. */
final class HandSums {

    private static final MathContext DIGITS = new MathContext(10);

    private HandSums() {}

    /** The rows of a CSV without quoted cells, by column name. */
    static List<Map<String, String>> csv(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] names = lines.getFirst().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Map<String, String> row, String column) {
        return String.valueOf(row.get(column));
    }

    /** NaN where the cell is empty. */
    static double number(Map<String, String> row, String column) {
        String cell = text(row, column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(one -> numbers.add(one.doubleValue()));
        return numbers;
    }

    /** Of the values at from..to, both included. */
    static double mean(List<Double> values, int from, int to) {
        double sum = 0;
        for (double value : values.subList(from, to + 1)) {
            sum += value;
        }
        return sum / (to - from + 1);
    }

    /** Ten significant digits, without an exponent. */
    static String digits(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
