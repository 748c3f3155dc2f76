// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestOutcomeTest {

    /** The p-value before the adjustment proves nothing: among many comparisons some are below 5 % by chance. */
    @Test
    void onlyTheAdjustedValueIsSignificant() {
        TestOutcome raw = new TestOutcome(-3, 0.001, null);
        assertThat(raw.significant()).isFalse();
        assertThat(raw.better()).isFalse();
        assertThat(raw.withAdjusted(0.2).significant()).isFalse();
        assertThat(raw.withAdjusted(0.0499).significant()).isTrue();
        assertThat(raw.withAdjusted(0.05).significant()).isFalse();
        assertThat(raw.withAdjusted(0.0499)).isEqualTo(new TestOutcome(-3, 0.001, 0.0499));
    }

    @Test
    void betterIsASignificantlySmallerLoss() {
        assertThat(new TestOutcome(-3, 0.001, 0.01).better()).isTrue();
        assertThat(new TestOutcome(3, 0.001, 0.01).better()).isFalse();
        assertThat(new TestOutcome(0, 1, 0.01).better()).isFalse();
        assertThat(new TestOutcome(-3, 0.001, 0.06).better()).isFalse();
    }
}
