// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProductTest {

    @ParameterizedTest
    @CsvSource({
        "table.csv, text/csv",
        "model.json, application/json",
        "report.html, text/html",
        "chart.1.svg, image/svg+xml",
        "summary.pdf, application/pdf"
    })
    void theEndingTellsTheMediaType(String name, String mediaType) {
        assertThat(Product.of(name, new byte[0]).mediaType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table.txt", "csvtable", "table.csv.gz"})
    void anotherEndingIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Product.of(name, new byte[0]))
                .withMessage("no media type for '" + name + "'");
    }

    @Test
    void aCheckpointTellsWhichOnesItHas() {
        assertThat(Samples.checkpoint().hasArtefact("model.json")).isTrue();
        assertThat(Samples.checkpoint().hasArtefact("odel.json")).isFalse();
        assertThat(Samples.draft().hasArtefact("model.json")).isFalse();
    }
}
