// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.universe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.Digest;
import candor.store.failure.InputRefused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of symbols, as persons write them. */
class SymbolListTest {

    private static final String JSON = """
            [{"symbol": "STX"}, {"symbol": "BRK-B", "source": "tiingo"}, {"symbol": "^GSPC", "asOf": "2026-04-24"}]
            """;

    private static SymbolList read(String file, String text) {
        return SymbolList.read(file, text.getBytes(UTF_8));
    }

    @Test
    void jsonAndTableSayTheSame() {
        SymbolList json = read("lists/us.json", JSON);
        SymbolList table =
                read("us.csv", "\ufeffAsOf;Symbol;source\r\n;STX;\r\n\r\n;BRK-B;tiingo\r\n2026-04-24;^GSPC\r\n");

        assertThat(json.name()).isEqualTo("us");
        assertThat(table).isEqualTo(json);
        assertThat(table.digest()).isEqualTo(json.digest()).isEqualTo(Digest.of(json.toJson()));
        assertThat(json.entries())
                .containsExactly(
                        new SymbolList.Entry(Symbol.of("STX"), null, null),
                        new SymbolList.Entry(Symbol.of("BRK-B"), "tiingo", null),
                        new SymbolList.Entry(Symbol.of("^GSPC"), null, LocalDate.of(2026, 4, 24)));
    }

    @Test
    void theStoredFormIsWhatTheDeployedStateMachineReads() {
        SymbolList list = read("us.csv", "symbol,source\nSTX,\nBRK-B,tiingo\n");

        assertThat(new String(list.toJson(), UTF_8)).isEqualTo("""
                [
                  {
                    "symbol": "STX"
                  },
                  {
                    "symbol": "BRK-B",
                    "source": "tiingo"
                  }
                ]
                """);
        assertThat(SymbolList.read("universe/lists/us.json", list.toJson())).isEqualTo(list);
    }

    @Test
    void everyFaultIsNamedByLineAndValue() {
        assertThatThrownBy(() -> read("us.csv", "symbol,asOf\nSTX,\nst x,\nSTX,\nAAPL,2024-13-01\n,2024-01-02\n\"A,\n"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContainingAll(
                        "us.csv: 5 faults:",
                        "line 3: bad symbol: 'st x'; write 1 to 15 of A-Z",
                        "line 4: STX is there already, in line 2; take one of them out",
                        "line 5: asOf is '2024-13-01'; write a day, as in 2026-04-24",
                        "line 6: it has no symbol; write one, as in STX",
                        "line 7: a quotation mark is opened and not closed");
        assertThatThrownBy(() -> read("us.json", """
                        [{"symbol": "STX"},
                         {"symbol": "AAPL", "sourse": "tiingo"},
                         "MSFT",
                         {"symbol": 3}, {"symbol": "STX"},
                         {"symbol": "A", "symbol": "B"}, [1]]
                        """))
                .isInstanceOf(InputRefused.class)
                .hasMessageContainingAll(
                        "us.json: 6 faults:",
                        "line 2: unknown field 'sourse'; the fields are symbol, source, asOf",
                        "line 3: 'MSFT' is no object; write {\"symbol\": \"STX\"}",
                        "line 4: the field 'symbol' is no text; write it in quotation marks",
                        "line 4: STX is there already, in line 1",
                        "line 5: the field 'symbol' is there twice",
                        "line 5: a list is no object");
    }

    @Test
    void ofManyFaultsTheFirstTenAreNamed() {
        assertThatThrownBy(() -> read("us.csv", "symbol\n" + "stx\n".repeat(25)))
                .hasMessageContainingAll("us.csv: 25 faults:", "line 11: ", "and 15 more")
                .hasMessageNotContaining("line 12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                        | the file is empty; write a list",
                "[]                        | the list is empty; give at least one symbol",
                "{\"symbol\": \"STX\"}     | line 1: a list begins with '['",
                "[{\"symbol\": \"STX\"}    | line 1: no JSON (",
                "[{\"symbol\": \"STX\"}] 1 | line 1: something follows the list; take it out",
                "STX                       | line 1: 'STX' names no column symbol",
                "symbol,price              | line 1: unknown column 'price'; the columns are symbol, source, asOf",
                "symbol                    | the list is empty; give at least one symbol",
            })
    void whatIsNoListIsRejectedWithTheRemedy(String text, String message) {
        assertThatThrownBy(() -> read("us.txt", text))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("us.txt: ")
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("REDACTED", "null");
    }

    @Test
    void aListIsNamedAfterItsFile() {
        assertThat(SymbolList.nameOf("a/us large.2026.csv")).isEqualTo("us_large_2026");
        assertThat(SymbolList.nameOf("C:\\lists\\us.JSON")).isEqualTo("us");
        assertThat(SymbolList.nameOf(".csv")).isEqualTo("list");
        assertThat(SymbolList.nameOf("x".repeat(80))).hasSize(64);
    }

    @Test
    void aSymbolTypedTwiceIsRejected() {
        List<Symbol> twice = List.of(Symbol.of("STX"), Symbol.of("A"), Symbol.of("STX"));
        assertThatThrownBy(() -> SymbolList.of("typed", twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("STX is there twice, in places 1 and 3; take one out");
    }
}
