// SPDX-License-Identifier: GPL-3.0-or-later
package candor.statemachine.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;

/**
 * Whatever the definition, it is a machine whose text is kept, or rejected with what is wrong. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class StateMachineFuzzTest {

    @DictionaryEntries({
        "\"QueryLanguage\"",
        "\"JSONata\"",
        "\"StartAt\"",
        "\"States\"",
        "\"Type\"",
        "\"Task\"",
        "\"Parallel\"",
        "\"Branches\"",
        "\"Map\"",
        "\"ItemProcessor\"",
        "\"Choice\"",
        "\"Choices\"",
        "\"Condition\"",
        "\"Retry\"",
        "\"Catch\"",
        "\"ErrorEquals\"",
        "\"Assign\"",
        "\"Output\"",
        "\"{% $states.input %}\"",
        "${Name}"
    })
    @FuzzTest(maxDuration = "4m")
    void load(byte[] bytes) {
        StateMachine machine;
        try {
            machine = StateMachine.load("m", new String(bytes, UTF_8), Map.of());
        } catch (InvalidDefinition refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        assertThat(machine.flowOfState()).isNotEmpty();
        assertThat(StateMachine.load("m", machine.definition(), Map.of()).definitionSha256())
                .isEqualTo(machine.definitionSha256());
    }
}
