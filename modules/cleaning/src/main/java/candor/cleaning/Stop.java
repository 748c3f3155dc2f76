// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.store.failure.HaltedForManualCheck;
import candor.store.failure.InputRefused;
import candor.store.failure.NotEnoughHistory;
import candor.store.failure.PermanentFailure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why no forecast may be made from rows as they are.
 *
 * @param rule short name, as in {@code dead-rows}
 * @param first first session concerned; null where it concerns no session more than others
 * @param last last session concerned; null as {@code first} is
 * @param evidence what is wrong, in words a person can check
 * @param remedy what to do about it
 */
public record Stop(
        Kind kind,
        String rule,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        String evidence,
        String remedy) {

    /** Who has to act on it. */
    public enum Kind {
        /** A person has to look at the rows. */
        CHECK,
        /** The rows are in order, but too few; a short file may be what was meant. */
        TOO_SHORT,
        /** The question or the kind of rows is not what Candor answers. */
        REJECTED
    }

    /** Evidence and remedy as one sentence. */
    public String message() {
        return evidence + ": " + remedy;
    }

    PermanentFailure failure(String message) {
        return switch (kind) {
            case CHECK -> new HaltedForManualCheck(message);
            case TOO_SHORT -> new NotEnoughHistory(message);
            case REJECTED -> new InputRefused(message);
        };
    }
}
