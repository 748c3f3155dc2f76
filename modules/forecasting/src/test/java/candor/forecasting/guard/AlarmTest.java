package candor.forecasting.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmTest {

    private static final GuardResult HELD = GuardResult.held("lag detector", "No forecast is a copy.");
    private static final GuardResult GOOD = GuardResult.broken("too good to be true", "ridge has an R2os of 0.5.");
    private static final GuardResult PREFIX = GuardResult.broken("prefix invariance", "The row of 2020-01-06 differs.");

    @Test
    void isSilentWhereAllHold() {
        assertThat(Alarm.before("No evidence.", List.of(HELD))).isEqualTo("No evidence.");
        assertThat(Alarm.fired(List.of(HELD))).isEmpty();
    }

    @Test
    void comesBeforeEverythingElseAndNamesEveryGuard() {
        assertThat(Alarm.before("Skill.", List.of(HELD, GOOD)))
                .isEqualTo("ALARM: a guard against self-deception fired; do not rely on these forecasts before it is"
                        + " explained. [too good to be true] ridge has an R2os of 0.5. Skill.");
        assertThat(Alarm.before("Skill.", List.of(GOOD, HELD, PREFIX)))
                .isEqualTo("ALARM: 2 guards against self-deception fired; do not rely on these forecasts before it is"
                        + " explained. [too good to be true] ridge has an R2os of 0.5. [prefix invariance] The row of"
                        + " 2020-01-06 differs. Skill.");
        assertThat(Alarm.fired(List.of(GOOD, HELD, PREFIX))).containsExactly(GOOD, PREFIX);
    }
}
