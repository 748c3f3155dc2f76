package candor.store.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's answer to what the gate of a run proposes.
 *
 * @param proposal SHA-256 of the checkpoint that proposes: an answer is to what was seen, not to what may follow
 * @param approved false where it was rejected
 * @param by who answered
 * @param reason in their words; null where they gave none
 */
public record ApprovalEntry(
        String runId,
        String proposal,
        boolean approved,
        String by,
        Instant decided,
        @Nullable String reason) {}
