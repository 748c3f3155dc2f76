// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.cleaning.CleaningCounts;
import candor.forecasting.guard.GuardResult;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * cleaning.json: what became of the rows, and whether the guards of bars held.
 *
 * @param prices what the closes are, the key of a {@link candor.cleaning.PriceBasis}; absent in documents made
 *     before that was found
 */
record CleaningDocument(
        String schema,
        LocalDate from,
        LocalDate to,
        CleaningCounts counts,
        @Nullable String prices,
        List<LocalDate> gaps,
        List<GuardResult> guards) {}
