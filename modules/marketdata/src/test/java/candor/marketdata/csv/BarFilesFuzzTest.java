// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.InputRefused;
import candor.store.port.BarFileReader.SymbolBars;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/**
 * Whatever the file of several symbols, each symbol is read or has its reason, or the file is rejected. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class BarFilesFuzzTest {

    private final CsvBarFiles files = new CsvBarFiles();

    @FuzzTest(maxDuration = "4m")
    void bars(byte[] bytes) {
        List<SymbolBars> read;
        try {
            read = files.bars(files.text(bytes)).orElse(List.of());
        } catch (InputRefused refused) {
            assertThat(refused.getMessage()).startsWith("the input").hasSizeLessThan(2000);
            return;
        }
        for (SymbolBars bars : read) {
            assertThat(bars.line()).isPositive();
            if (bars instanceof SymbolBars.Unreadable unreadable) {
                assertThat(unreadable.why()).isNotBlank().hasSizeLessThan(2000);
            }
        }
    }
}
