// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficLightTest {

    /** Basel Committee (1996), table 2: of 250, 0 to 4 exceptions are green, 5 to 9 yellow, 10 and more red. */
    @ParameterizedTest
    @CsvSource({"0, green", "4, green", "5, yellow", "9, yellow", "10, red", "250, red"})
    void hasTheZonesOfTheCommittee(int violations, String zone) {
        boolean[] sessions = new boolean[250];
        for (int t = 0; t < violations; t++) {
            sessions[t] = true;
        }
        TrafficLight light = TrafficLight.of(sessions);
        assertThat(light.violations()).isEqualTo(violations);
        assertThat(light.zone()).hasToString(zone);
        assertThat(light.sessions()).isEqualTo(250);
    }

    @Test
    void onlyTheLast250SessionsCount() {
        boolean[] sessions = new boolean[260];
        for (int t = 0; t < 11; t++) {
            sessions[t] = true;
        }
        assertThat(TrafficLight.of(sessions).violations()).isEqualTo(1);
    }
}
