// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cron, containers and services have no USER: an answer that a message had asked for was refused there. */
class PersonTest {

    @Test
    void theLoginIsTakenWhereTheEnvironmentHasNoName() {
        assertThat(Main.environment(Map.of("PATH", "/usr/bin"), "ann"))
                .containsOnly(Map.entry("PATH", "/usr/bin"), Map.entry("USER", "ann"));
        assertThat(Main.environment(Map.of("USER", " "), "ann")).containsEntry("USER", "ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGNAME", "USERNAME"})
    void aNameOfTheEnvironmentStays(String variable) {
        Map<String, String> environment = Map.of(variable, "bob");

        assertThat(Main.environment(environment, "ann")).isEqualTo(environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?"})
    void aLoginWithoutANameIsNoName(String login) {
        assertThat(Main.environment(Map.of(), login)).isEmpty();
    }
}
