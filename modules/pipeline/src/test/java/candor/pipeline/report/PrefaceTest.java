// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.market.Symbol;
import candor.store.failure.InputRefused;
import candor.store.fixture.MemoryStore;
import candor.store.port.ObjectStore;
import org.junit.jupiter.api.Test;

class PrefaceTest {

    private static final Symbol STX = Symbol.of("STX");
    private final ObjectStore store = new MemoryStore();

    @Test
    void whatIsSetIsFoundForItsSymbol() {
        assertThat(Preface.find(store, STX)).isEqualTo(Preface.NONE);
        Preface.setNarrative(store, STX, "words.md", "Drives sell.\r\n\r\nDebt falls.\n".getBytes(UTF_8));
        Preface.setImprint(store, "Ada Byron", "");
        Preface found = Preface.find(store, STX);
        assertThat(found).isEqualTo(new Preface("Ada Byron", "", "Drives sell.\n\nDebt falls."));
        assertThat(Preface.find(store, Symbol.of("AAPL"))).isEqualTo(new Preface("Ada Byron", "", ""));
        assertThat(found.toSettings()).containsOnlyKeys("author", "narrative");
        assertThat(Preface.ofSettings(found.toSettings())).isEqualTo(found);
        Preface.setNarrative(store, STX, "empty.md", new byte[0]);
        assertThat(Preface.find(store, STX).narrative()).isEmpty();
    }

    @Test
    void isStoredAgainForAReproduction() {
        Preface preface = new Preface("Ada Byron", "Byron & Daughters", "Drives sell.");
        preface.store(store, STX);
        assertThat(Preface.find(store, STX)).isEqualTo(preface);
    }

    @Test
    void whatIsNoTextIsRejected() {
        rejected("\u00fcber".getBytes(ISO_8859_1), "words.md: it is no UTF-8 text; save it as UTF-8");
        rejected("a\0b".getBytes(UTF_8), "words.md: it has the control character 0");
        rejected("x".repeat(3001).getBytes(UTF_8), "words.md: it has 3001 characters; a report has room for 3000");
        assertThatThrownBy(() -> Preface.setImprint(store, "a\nb", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("want one line of at most 100 characters");
        store.putIfAbsent(Preface.IMPRINT, "{}".getBytes(UTF_8), "application/json");
        assertThatThrownBy(() -> Preface.find(store, STX))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("./candor settings --author NAME --firm NAME");
        Preface.setImprint(store, "Ada", "");
        assertThat(Preface.find(store, STX).author()).isEqualTo("Ada");
    }

    private void rejected(byte[] file, String message) {
        assertThatThrownBy(() -> Preface.setNarrative(store, STX, "words.md", file))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith(message);
    }
}
