// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.cleaning.Ratio;
import candor.cleaning.Ruling;
import candor.cleaning.Ruling.Kind;
import candor.cleaning.Rulings;
import candor.forecasting.market.Symbol;
import candor.store.failure.InputRefused;
import candor.store.fixture.Golden;
import candor.store.fixture.MemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What persons rule about prices: kept, replaced and taken back. */
final class DataRulingsTest {

    private static final Symbol STX = Symbol.of("STX");
    private static final Instant AT = Instant.parse("2026-04-24T22:30:01.500Z");
    private static final Ruling REAL = new Ruling(Kind.REAL, LocalDate.of(2003, 10, 22), 1, "ada", AT);
    private static final Ruling SPLIT = new Ruling(Kind.SPLIT, LocalDate.of(2024, 6, 10), 10, "ada", AT);

    private final MemoryStore store = new MemoryStore();

    @Test
    void theStoredFormIsAsReleased() {
        assertThat(DataRulings.find(store, STX)).isEqualTo(Rulings.NONE);

        DataRulings.add(store, STX, List.of(SPLIT, REAL));

        assertThat(store.find("settings/data/STX.json"))
                .hasValueSatisfying(object -> assertThat(object.bytes()).isEqualTo(Golden.bytes(2, "rulings.json")));
        assertThat(DataRulings.find(store, STX).all()).containsExactly(REAL, SPLIT);
    }

    @Test
    void aLaterRulingTakesThePlaceOfAnEarlierOneAndCanBeTakenBack() {
        DataRulings.add(store, STX, List.of(SPLIT, new Ruling(Kind.BEGIN, LocalDate.of(2001, 1, 2), 1, "ada", AT)));
        DataRulings.add(store, STX, List.of(new Ruling(Kind.BEGIN, LocalDate.of(2002, 12, 11), 1, "bob", AT)));
        DataRulings.add(store, STX, List.of(new Ruling(Kind.SPLIT, SPLIT.session(), 0.25, "bob", AT)));

        assertThat(DataRulings.find(store, STX).words()).isEqualTo("begin 2002-12-11, split 2024-06-10=1:4");
        assertThat(DataRulings.takeBack(store, STX, SPLIT.session()).words()).isEqualTo("begin 2002-12-11");
    }

    @Test
    void aFileThatCannotBeUsedIsRefusedByName() {
        String file =
                "{\"schema\": \"candor/rulings/1\", \"rulings\": [{\"kind\": \"split\", \"session\": \"2024-06-10\","
                        + " \"ratio\": \"ten\", \"by\": \"ada\", \"at\": \"2026-04-24T22:30:01Z\"}]}";
        store.putIfAbsent("settings/data/STX.json", file.getBytes(UTF_8), "application/json");

        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> DataRulings.find(store, STX))
                .withMessageStartingWith("settings/data/STX.json: bad ratio: 'ten'; write it as 4:1");
    }

    @ParameterizedTest
    @CsvSource({"4:1, 4", "1:4, 0.25", "3:2, 1.5", "21:20, 1.05", "1:50, 0.02", "1:1, 1"})
    void ratiosAreWrittenInWholeNumbers(String text, double ratio) {
        assertThat(Ratio.of(text)).isEqualTo(ratio);
        assertThat(Ratio.text(ratio)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"4", "4:0", "0:1", "a:b", "4:1:1", "-4:1"})
    void whatIsNoRatioIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(text))
                .withMessageStartingWith("bad ratio: '" + text + "'");
    }
}
