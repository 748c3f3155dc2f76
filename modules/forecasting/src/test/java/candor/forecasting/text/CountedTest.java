// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void oneIsSingular() {
        assertThat(Counted.of(0, "row")).isEqualTo("0 rows");
        assertThat(Counted.of(1, "row")).isEqualTo("1 row");
        assertThat(Counted.of(1300, "row")).isEqualTo("1,300 rows");
        assertThat(Counted.of(1, "session", "has", "have")).isEqualTo("1 session has");
        assertThat(Counted.of(2, "session", "has", "have")).isEqualTo("2 sessions have");
    }
}
