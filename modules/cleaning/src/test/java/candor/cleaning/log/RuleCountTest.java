// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleCountTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private static CleaningEntry entry(int day, String rule) {
        return new CleaningEntry(MONDAY.plusDays(day), "row", "", "", rule, "");
    }

    @Test
    void eachRuleIsCountedWithItsFirstAndLastDay() {
        assertThat(RuleCount.of(List.of(entry(0, "gap"), entry(1, "empty-row"), entry(2, "gap"), entry(5, "gap"))))
                .containsExactly(
                        new RuleCount("empty-row", 1, MONDAY.plusDays(1), MONDAY.plusDays(1)),
                        new RuleCount("gap", 3, MONDAY, MONDAY.plusDays(5)));
        assertThat(RuleCount.of(List.of())).isEmpty();
    }

    @Test
    void aLineSaysWhatTheRuleMeansWhereItHasWords() {
        assertThat(new RuleCount("gap", 3, MONDAY, MONDAY.plusDays(5)).text())
                .isEqualTo("gap  3  2024-01-01 to 2024-01-06  sessions without a bar");
        assertThat(new RuleCount("empty-row", 1, MONDAY, MONDAY).text())
                .isEqualTo("empty-row  1  2024-01-01  rows without any price, set aside");
        assertThat(new RuleCount("new-rule", 1, MONDAY, MONDAY).text()).isEqualTo("new-rule  1  2024-01-01");
    }
}
