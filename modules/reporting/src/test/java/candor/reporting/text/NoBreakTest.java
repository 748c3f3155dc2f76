package candor.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoBreakTest {

    @Test
    void numbersKeepTheirPercentSign() {
        assertThat(NoBreak.in("the 90 % interval and 95 % of it"))
                .isEqualTo("the 90\u00a0% interval and 95\u00a0% of it");
    }

    @Test
    void testsKeepTheirPValue() {
        assertThat(NoBreak.in("chance (DM p = 0.45; Kupiec p < 0.0001)"))
                .isEqualTo("chance (DM\u00a0p\u00a0=\u00a00.45; Kupiec\u00a0p\u00a0<\u00a00.0001)");
        assertThat(NoBreak.in("p = 0.5")).isEqualTo("p\u00a0=\u00a00.5");
    }

    @Test
    void otherBlanksStay() {
        assertThat(NoBreak.in("a % b, 1 2, p is, sleep = 3")).isEqualTo("a % b, 1 2, p is, sleep = 3");
    }
}
