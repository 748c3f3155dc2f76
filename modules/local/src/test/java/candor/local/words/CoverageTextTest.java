// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.words;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.evaluation.scorecard.CoverageRecord;
import candor.forecasting.evaluation.scorecard.CoverageShare;
import candor.forecasting.evaluation.test.Proportion;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoverageTextTest {

    private static CoverageShare share(int outcomes, double value, double lower, double upper) {
        return new CoverageShare(outcomes, new Proportion(value, lower, upper));
    }

    @Test
    void yearsThatChanceDoesNotExplainHaveAStar() {
        CoverageRecord record = new CoverageRecord(
                0.9,
                share(4832, 0.898, 0.852, 0.931),
                share(250, 0.712, 0.431, 0.89),
                null,
                new TreeMap<>(Map.of("2008", share(252, 0.593, 0.33, 0.81), "2009", share(252, 0.901, 0.86, 0.93))),
                null);
        assertThat(CoverageText.lines(record))
                .containsExactly(
                        "  coverage of the 90 % interval (95 % interval of the share; * where 90 % is outside it)",
                        "    all: 89.8 % (85.2 to 93.1), last 250: 71.2 % (43.1 to 89.0)*, 2008: 59.3 % (33.0 to 81.0)*,",
                        "    2009: 90.1 % (86.0 to 93.0)");
    }
}
