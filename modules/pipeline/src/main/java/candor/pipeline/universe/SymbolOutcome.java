// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.universe;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one symbol of a list.
 *
 * @param source as the list has it
 * @param asOf as the list has it
 * @param file the CSV file of this machine that its bars were to come from; null where they came from elsewhere
 * @param execution that ran it; null where none was started
 * @param error the kind of failure; null where it has none
 * @param reason for a person: why it failed, what it waits for, or why it was not started; null where it is done
 * @param next the command that goes on with it; null where nothing is left to do
 * @param forecast null where the run made none
 */
public record SymbolOutcome(
        Symbol symbol,
        @Nullable String source,
        @Nullable LocalDate asOf,
        @Nullable String file,
        Status status,
        @Nullable String execution,
        @Nullable String error,
        @Nullable String reason,
        @Nullable String next,
        @Nullable SymbolForecast forecast) {

    /** How far a symbol came. */
    public enum Status {
        /** Its run succeeded, with a forecast. */
        DONE,
        /** Its run succeeded: no session has ended since the last one. */
        NOTHING_TO_DO,
        /** Its run failed, or could not begin. */
        FAILED,
        /** A person has to agree to a champion first. */
        WAITING,
        /** The list was stopped before. */
        NOT_STARTED
    }

    public SymbolOutcome {
        Objects.requireNonNull(symbol, "an outcome without symbol");
        Objects.requireNonNull(status, "an outcome without status");
        if (status == Status.DONE && forecast == null) {
            throw new IllegalArgumentException(symbol + " is done without a forecast");
        }
    }

    /** Whether the symbol has to be run again for the list to be whole. */
    public boolean isToRetry() {
        return status == Status.FAILED || status == Status.NOT_STARTED;
    }

    /** Whether a person has to look. */
    public boolean isOpen() {
        return isToRetry() || status == Status.WAITING;
    }
}
