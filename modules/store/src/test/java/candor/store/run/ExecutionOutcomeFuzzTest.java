// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.run;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.RequestRefused;
import candor.store.fixture.MemoryLedger;
import candor.store.fixture.MemoryStore;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

/**
 * Whatever the event, it is recorded with words, or rejected as none of those that are recorded. In ordinary runs over the kept
 * examples alone; tools/fuzz lets the fuzzer think of more.
 */
class ExecutionOutcomeFuzzTest {

    @FuzzTest(maxDuration = "4m")
    void record(byte[] bytes) {
        ExecutionOutcome outcome;
        try {
            outcome = ExecutionOutcome.parse(bytes);
        } catch (RequestRefused refused) {
            assertThat(refused.getMessage()).contains("'Step Functions Execution Status Change' event");
            return;
        }
        FailureRecorder recorder =
                new FailureRecorder(new MemoryStore(), new MemoryLedger(), ended -> Optional.empty(), "");
        assertThat(recorder.record(outcome).message()).contains(outcome.execution(), outcome.status());
    }
}
