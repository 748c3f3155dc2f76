// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.store.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;

class PriceBasisTest {

    /** As a document of a run has it. */
    private record Cleaning(@Nullable PriceBasis prices) {}

    private static @Nullable PriceBasis prices(String json) {
        return Json.read(json.getBytes(UTF_8), Cleaning.class).prices();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAgainInADocument(PriceBasis basis) {
        assertThat(prices("{\"prices\": \"" + basis.key() + "\"}")).isEqualTo(basis);
    }

    @Test
    void ofAnOldDocumentNothingIsKnown() {
        assertThat(prices("{}")).isNull();
    }

    @Test
    void aNameThatIsNoneIsNamed() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> prices("{\"prices\": \"guessed\"}"))
                .withMessageContaining("'guessed'");
    }

    @ParameterizedTest
    @EnumSource
    void onlyPricesThatAreAdjustedAreSaidToBe(PriceBasis basis) {
        assertThat(basis.words().contains("adjusted for dividends and splits")).isEqualTo(basis.adjusted());
    }
}
