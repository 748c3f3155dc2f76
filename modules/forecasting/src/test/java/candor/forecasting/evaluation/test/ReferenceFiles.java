package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Reads the values computed with other tools, where they are present. */
public final class ReferenceFiles {

    private static final Pattern NUMBER = Pattern.compile("[-+0-9.eE]+");

    private ReferenceFiles() {}

    public static Path folder() {
        String shared = System.getenv("CANDOR_SHARED");
        Assumptions.assumeTrue(shared != null && !shared.isBlank(), "skipped: CANDOR_SHARED is not set");
        return Path.of(shared).resolve("reference");
    }

    public static String text(String file) {
        try {
            return Files.readString(folder().resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number behind the last of the keys, each looked for behind the one before. */
    public static double number(String json, String... keys) {
        int at = 0;
        for (String key : keys) {
            at = json.indexOf("\"" + key + "\":", at);
            assertThat(at).as("key " + key).isNotNegative();
            at += key.length() + 3;
        }
        Matcher number = NUMBER.matcher(json);
        assertThat(number.find(at)).isTrue();
        return Double.parseDouble(number.group());
    }

    public record Table(List<String> header, List<List<String>> rows) {

        public double[] numbers(String column) {
            return text(column).stream()
                    .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                    .toArray();
        }

        public List<String> text(String column) {
            int at = header.indexOf(column);
            assertThat(at).as("column " + column).isNotNegative();
            return rows.stream().map(row -> row.get(at)).toList();
        }

        public Table from(String column, String least) {
            int at = header.indexOf(column);
            return new Table(
                    header,
                    rows.stream()
                            .filter(row -> row.get(at).compareTo(least) >= 0)
                            .toList());
        }
    }

    public static Table table(String file) {
        List<List<String>> rows = text(file)
                .lines()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
        return new Table(rows.getFirst(), rows.subList(1, rows.size()));
    }
}
