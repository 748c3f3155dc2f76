// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.store.failure.InputRefused;
import candor.store.port.Retrieval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two symbols under a column whose name is not known were called intraday bars. */
class UnreadSymbolsTest {

    private static final String BARS = ",Date,Open,High,Low,Close,Volume";

    /** Four days, each with a row for each of the values. */
    private static byte[] file(String column, String... values) {
        List<String> lines = new ArrayList<>(List.of(column + BARS));
        for (String value : values) {
            for (int day = 2; day < 6; day++) {
                lines.add(value + ",2024-01-0" + day + ",10,12,9.5,11," + value.hashCode() % 1000);
            }
        }
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    private static String refusal(byte[] file, CsvChoices choices) {
        return String.valueOf(catchThrowableOfType(InputRefused.class, () -> CsvBars.parse("two.csv", file, choices))
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"Code,AAA,BBB,Code", "Wertpapier-Nr.,7203,9984,1", "Id,AAA,BBB,Id"})
    void theColumnIsNamedAndTheOptionReadsIt(String column, String first, String second, String option) {
        byte[] file = file(column, first, second);

        assertThat(refusal(file, CsvChoices.NONE))
                .isEqualTo("two.csv: line 6: several rows a day, which column '" + column + "' tells apart: '" + first
                        + "', '" + second + "' (where these are symbols, name the column with --symbol-column " + option
                        + ")");

        CsvChoices named = CsvChoices.parse("symbol=" + option);
        assertThat(refusal(file, named)).contains("bars of several symbols").contains("name one with --symbol");
        Retrieval read = CsvBars.parse("two.csv", file, named.withSymbol(second));
        assertThat(read.bars()).hasSize(4);
        assertThat(read.provenance()).containsEntry("symbol", second);
    }

    /** What differs within a day may be a time, or a count: the judge names such rows. */
    @ParameterizedTest
    @ValueSource(strings = {"09:30 10:30", "9 16", "0930 1600", "same same"})
    void otherColumnsAreNot(String values) {
        byte[] file = file("Other", values.split(" ", -1));

        assertThat(CsvBars.parse("two.csv", file).bars()).hasSize(8);
    }

    @Test
    void aColumnWithAnotherValueInEachRowIsNone() {
        List<String> lines = new ArrayList<>(List.of("Trade" + BARS));
        for (int row = 0; row < 8; row++) {
            lines.add("T" + row + ",2024-01-0" + (2 + row / 2) + ",10,12,9.5,11," + row);
        }

        assertThat(CsvBars.parse("trades.csv", (String.join("\n", lines) + "\n").getBytes(UTF_8))
                        .bars())
                .hasSize(8);
    }

    @Test
    void oneRowADayIsReadWhateverTheColumnSays() {
        assertThat(CsvBars.parse("one.csv", file("Code", "AAA")).bars()).hasSize(4);
    }
}
