// SPDX-License-Identifier: GPL-3.0-or-later
package candor.serving.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.InputRefused;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the text, each line is a row with its cells or its problem, or the text is rejected. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class BatchTableFuzzTest {

    @FuzzTest(maxDuration = "4m")
    void read(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        if (text.isBlank()) {
            return; // The reader of the file has rejected it.
        }
        BatchTable table;
        try {
            table = BatchTable.read(text);
        } catch (InputRefused refused) {
            assertThat(refused.getMessage()).startsWith("the input");
            return;
        }
        assertThat(table.rows()).isNotEmpty();
        for (BatchTable.Row row : table.rows()) {
            assertThat(row.number()).isGreaterThan(1);
            assertThat(row.cell("symbol")).doesNotContainPattern("\\p{Cntrl}");
        }
    }
}
