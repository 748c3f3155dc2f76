// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.champion;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.store.failure.PipelineFailure;
import candor.store.fixture.MemoryStore;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever stands there, it is terms, or a failure that names the object. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class ChampionsFuzzTest {

    private static final Symbol STX = Symbol.of("STX");

    @FuzzTest(maxDuration = "4m")
    void read(byte[] bytes) {
        MemoryStore store = new MemoryStore();
        store.putIfAbsent("champions/STX", bytes, "application/json");
        try {
            assertThat(new Champions(store).terms(STX)).isNotNull();
        } catch (PipelineFailure failure) {
            assertThat(failure.getMessage()).contains("champions/STX");
        }
    }
}
