package candor.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    /** Where the format has changed, put a checkpoint of the new one in its place. */
    @Test
    void theCheckpointThatIsBroughtAlongIsReadable() {
        assertThatCode(Rehearsal::checkpoint).doesNotThrowAnyException();
    }

    @Test
    void whatGoesWrongIsNotedAndKeepsNobodyWaiting() throws InterruptedException {
        List<String> notices = new ArrayList<>();
        Thread thread = Rehearsal.begin(
                () -> {
                    throw new IllegalStateException("no such file");
                },
                notices::add);
        thread.join();

        assertThat(thread.isDaemon()).isTrue();
        assertThat(notices).containsExactly("rehearsal was cut short: java.lang.IllegalStateException: no such file");
    }
}
