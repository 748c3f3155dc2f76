// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.run;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.store.failure.PipelineFailure;
import candor.store.fixture.MemoryStore;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever stands in latest/ and runs/, it is read, or a failure names the object. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class StoredRunsFuzzTest {

    private static final Symbol STX = Symbol.of("STX");

    @FuzzTest(maxDuration = "4m")
    void latest(byte[] bytes) {
        MemoryStore store = new MemoryStore();
        store.putIfAbsent("latest/STX", bytes, "application/json");
        try {
            assertThat(new Latest(store).find(STX)).isNotNull();
        } catch (PipelineFailure failure) {
            assertThat(failure.getMessage()).contains("latest/STX");
        }
    }

    @FuzzTest(maxDuration = "4m")
    void run(byte[] bytes) {
        MemoryStore store = new MemoryStore();
        store.putIfAbsent("runs/STX_2026-04-24_daily.json", bytes, "application/json");
        try {
            assertThat(new RunRecords(store).find("STX_2026-04-24_daily")).isNotNull();
        } catch (PipelineFailure failure) {
            assertThat(failure.getMessage()).contains("runs/STX_2026-04-24_daily.json");
        }
    }
}
