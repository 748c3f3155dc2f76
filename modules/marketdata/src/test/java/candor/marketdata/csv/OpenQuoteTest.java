// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.store.failure.InputRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenQuoteTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Volume\n";
    private static final String ROW = "2024-01-02,10,12,9.5,11,1000\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "a,b\\n1,2\\n | 0",
                "a,b\\n1,\"2\\n | 2",
                "a,b\\r\\n1,2\\r\\n\"3,4\\r\\n | 3",
                "a,b\\r1,2\\r\"3,4\\r | 3",
                "\"a\\nb\",c\\n\"d,e | 3",
                "\"a \"\"b\"\" c\",d\\n | 0",
                "\"a\"\"\\nb | 1",
                "5\" screen,b\\n | 0",
                "a,\"\"\\n | 0",
                "a,\"\"\"\\n | 1",
            })
    void theLineOfTheMarkIsFound(String text, long line) {
        assertThat(OpenQuote.line(text.translateEscapes(), ',')).isEqualTo(line);
    }

    /** It swallowed the rest of the file, and the message was the library's. */
    @Test
    void aFileIsReadOnceTheMarkIsTakenOut() {
        String file = HEADER + ROW + ROW.replace("-02", "-03").replace("10,", "\"10,") + ROW.replace("-02", "-04");

        assertThat(catchThrowableOfType(InputRefused.class, () -> CsvBars.parse("x.csv", file.getBytes(UTF_8))))
                .hasMessage("x.csv: line 3: a quotation mark that is never closed (close it, or take it out)");
        assertThat(CsvBars.parse("x.csv", file.replace("\"", "").getBytes(UTF_8))
                        .bars())
                .hasSize(3);
        assertThat(CsvBars.parse("x.csv", file.replace("\"10", "\"10\"").getBytes(UTF_8))
                        .bars())
                .hasSize(3);
    }
}
