// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.InputRefused;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the file, it is settings that are read again as themselves, or rejected by its name. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class SettingsFuzzTest {

    private static final String NAME = "mine.json";

    @DictionaryEntries({
        "\"features\"",
        "\"horizons\"",
        "\"levels\"",
        "\"gamma\"",
        "\"candidates\"",
        "\"ridge\"",
        "\"penalties\"",
        "\"refitEvery\"",
        "\"ridgePenalties\"",
        "\"boosting\"",
        "1e999",
        "null"
    })
    @FuzzTest(maxDuration = "4m")
    void read(byte[] bytes) {
        SettingsFile read;
        try {
            read = SettingsFile.read(NAME, bytes);
        } catch (InputRefused refused) {
            assertThat(refused.getMessage()).startsWith(NAME + ": ").hasSizeLessThan(2000);
            return;
        }
        byte[] written = SettingsJson.FORM.write(read.settings());
        assertThat(SettingsFile.read(NAME, written).settings()).isEqualTo(read.settings());
    }
}
