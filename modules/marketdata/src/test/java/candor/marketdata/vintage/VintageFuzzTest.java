// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.vintage;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.store.fixture.MemoryStore;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/**
 * Whatever a vintage's document is, it is read, or noted as what cannot be read. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class VintageFuzzTest {

    private static final Symbol STX = Symbol.of("STX");

    @FuzzTest(maxDuration = "4m")
    void document(byte[] bytes) {
        MemoryStore store = new MemoryStore();
        store.putIfAbsent("vintages/STX/yahoo/000001/whole.csv", new byte[0], "text/csv");
        store.putIfAbsent("vintages/STX/yahoo/000001/vintage.json", bytes, "application/json");
        List<String> notices = new ArrayList<>();
        Vintages vintages = new Vintages(store, notices::add);

        List<Vintage> read = vintages.all(STX, "yahoo");

        assertThat(read.size() + notices.size()).isEqualTo(1);
        assertThat(vintages.held(STX, "yahoo")).isNotNull();
    }
}
