package candor.forecasting.drift;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.fixture.SharedReference;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two periods of STX's returns, and what other tools say of them, where the shared files are. */
final class ReferenceSamples {

    private static final String RETURNS = "reference/volatility-forecasts-STX.csv";

    private ReferenceSamples() {}

    static double[] reference() {
        return returns(date -> date.compareTo("2010-01-04") >= 0 && date.compareTo("2020-01-01") < 0);
    }

    static double[] current() {
        return returns(date -> date.compareTo("2024-03-11") >= 0);
    }

    static double number(String key) throws IOException {
        return numbers(key, "([-+0-9.eE]+)")[0];
    }

    static double[] numbers(String key) throws IOException {
        return numbers(key, "\\[([^]]+)]");
    }

    private static double[] returns(Predicate<String> period) {
        return SharedReference.csv(RETURNS).stream()
                .filter(row -> period.test(String.valueOf(row.get("date"))))
                .mapToDouble(row -> SharedReference.number(row, "r"))
                .toArray();
    }

    private static double[] numbers(String key, String form) throws IOException {
        String json = Files.readString(SharedFiles.require("reference/tests-of-skill.json"));
        Matcher found =
                Pattern.compile("\"" + key + "\":\\s*" + form).matcher(json.substring(json.indexOf("\"drift\"")));
        assertThat(found.find()).as("key " + key).isTrue();
        return Arrays.stream(found.group(1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
