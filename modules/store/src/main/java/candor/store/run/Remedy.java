// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.run;

import candor.store.failure.CheckpointTooOld;
import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.HaltedForManualCheck;
import candor.store.failure.InputRefused;
import candor.store.failure.NotEnoughHistory;
import candor.store.failure.RequestRefused;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which command goes on after a run that did not succeed, by the kind of its failure. A state machine hands each state what
 * the states before it answered, also when it is redriven: what a run has read stays as it was, whatever was corrected since.
 */
public enum Remedy {
    /** The state that failed can succeed when it is tried again, once the cause is gone. */
    REDRIVE,

    /** The state would fail again on what the run has read: only a new run reads what was corrected. */
    NEW_RUN;

    private static final Set<String> READ_AGAIN = Stream.of(
                    HaltedForManualCheck.class,
                    InputRefused.class,
                    NotEnoughHistory.class,
                    RequestRefused.class,
                    CorruptCheckpoint.class,
                    CheckpointTooOld.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * What goes on after a failure.
     *
     * @param error its name, as in a state machine; null where the run was aborted
     * @param cause its message, or Lambda's JSON around it
     */
    public static Remedy of(@Nullable String error, @Nullable String cause) {
        boolean provider = ProviderRejection.isOne(error, cause);
        return error != null && READ_AGAIN.contains(error) && !provider ? NEW_RUN : REDRIVE;
    }

    /**
     * The command, to be typed as it is.
     *
     * @param execution that did not succeed
     * @param symbol of its input, as in STX
     * @param asOf of its input, as in 2026-04-24; null where that has none
     * @param options with which a command finds the execution's place, as in {@code  --stack candor}; empty for the home
     */
    public String command(String execution, String symbol, @Nullable String asOf, String options) {
        return switch (this) {
            case REDRIVE -> "./candor redrive " + execution + options;
            case NEW_RUN -> "./candor run " + symbol + (asOf == null ? "" : " --as-of " + asOf) + options;
        };
    }
}
