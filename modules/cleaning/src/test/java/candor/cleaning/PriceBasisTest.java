// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.store.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PriceBasisTest {

    private static JsonNode cleaning(String json) {
        return Json.readTree(json.getBytes(UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAgainInADocument(PriceBasis basis) {
        assertThat(PriceBasis.in(cleaning("{\"prices\": \"" + basis.key() + "\"}")))
                .contains(basis);
    }

    @Test
    void ofAnOldDocumentNothingIsKnown() {
        assertThat(PriceBasis.in(cleaning("{\"schema\": \"candor/cleaning/1\"}")))
                .isEmpty();
    }

    @Test
    void aNameThatIsNoneIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceBasis.in(cleaning("{\"prices\": \"guessed\"}")))
                .withMessageContaining("'guessed'");
    }

    @ParameterizedTest
    @EnumSource
    void onlyPricesThatAreAdjustedAreSaidToBe(PriceBasis basis) {
        assertThat(basis.words().contains("adjusted for dividends and splits")).isEqualTo(basis.adjusted());
    }
}
