package candor.store.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person has to agree before the gate's challengers serve, and what they said. An answer is what a person sends
 * for the task token, as JSON.
 *
 * @param token of the task that waits for the answer; null where none does
 * @param by who answered; null where nobody has
 * @param decided when; null where nobody has
 * @param reason in their words; null where there are none
 */
public record Approval(
        Decision decision,
        @Nullable String token,
        @Nullable String by,
        @Nullable Instant decided,
        @Nullable String reason) {

    /** Throws IllegalArgumentException where an answer does not say whose it is and when it was given. */
    public Approval {
        if (decision.isAnswer() && (by == null || by.isBlank() || decided == null)) {
            throw new IllegalArgumentException("an answer '" + decision.key()
                    + "' has to say by whom and when, in 'by' and 'decided'; ./candor approve does");
        }
    }

    /** What became of the question; only this reaches artefacts. */
    public enum Decision {
        /** Nobody has answered yet. */
        REQUIRED,
        APPROVED,
        REJECTED,
        /** Nobody answered in time. */
        UNANSWERED;

        /** As in {@code approved}. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The decision of that key; throws IllegalArgumentException that lists them. */
        @JsonCreator
        public static Decision of(String key) {
            return Arrays.stream(values())
                    .filter(decision -> decision.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown decision: '" + key + "'; it is one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(values()).map(Decision::key).toList())));
        }

        boolean isAnswer() {
            return this == APPROVED || this == REJECTED;
        }
    }

    /** A person's answer. */
    public static Approval answer(boolean approved, String by, Instant decided, @Nullable String reason) {
        return new Approval(approved ? Decision.APPROVED : Decision.REJECTED, null, by, decided, reason);
    }
}
