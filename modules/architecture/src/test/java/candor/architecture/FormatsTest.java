// SPDX-License-Identifier: GPL-3.0-or-later
package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No text for a person is made with decimals of a format: what is formatted there are columns of words. */
class FormatsTest {

    private static final Pattern DECIMALS = Pattern.compile("%[-,+0-9]*\\.[0-9]+f");

    /** Of an error message that repeats Lambda's own, which has two decimals. */
    private static final String LAMBDA_TIME_OUT = "HandlerInvoker.java";

    @Test
    void formatsHaveNoDecimals() {
        for (String module : List.of(
                "forecasting",
                "store",
                "cleaning",
                "pipeline",
                "serving",
                "marketdata",
                "reporting",
                "statemachine",
                "local",
                "aws")) {
            Map<String, String> sources = Tree.sources("modules/" + module + "/src/main/java");
            assertThat(sources).isNotEmpty();
            assertThat(sources.entrySet())
                    .filteredOn(source -> DECIMALS.matcher(source.getValue()).find())
                    .extracting(Map.Entry::getKey)
                    .allMatch(path -> path.endsWith(LAMBDA_TIME_OUT));
        }
    }
}
