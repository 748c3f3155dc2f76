// SPDX-License-Identifier: GPL-3.0-or-later
package candor.statemachine.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/**
 * Whatever stands in an execution's files, it is read and written again as itself, or it is said what is wrong. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class HistoryFuzzTest {

    @FuzzTest(maxDuration = "4m")
    void event(byte[] bytes) {
        HistoryEvent event;
        try {
            event = HistoryEvent.parse(new String(bytes, UTF_8));
        } catch (IllegalArgumentException damaged) {
            assertThat(damaged.getMessage()).isNotBlank();
            return;
        }
        assertThat(HistoryEvent.parse(event.toJson()).toJson()).isEqualTo(event.toJson());
    }

    @FuzzTest(maxDuration = "4m")
    void header(byte[] bytes) {
        ExecutionHeader header;
        try {
            header = ExecutionHeader.parse(new String(bytes, UTF_8), "execution.json");
        } catch (IOException damaged) {
            assertThat(damaged.getMessage()).startsWith("execution.json: ");
            return;
        }
        assertThat(header.toJson()).contains("candor/execution/1");
    }
}
