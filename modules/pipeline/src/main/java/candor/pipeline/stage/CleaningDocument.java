// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.cleaning.CleaningCounts;
import candor.cleaning.PriceBasis;
import candor.forecasting.guard.GuardResult;
import candor.store.checkpoint.ArtefactKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * cleaning.json: what became of the rows, and whether the guards of bars held.
 *
 * @param prices what the closes are; absent in documents made before that was found
 */
public record CleaningDocument(
        String schema,
        LocalDate from,
        LocalDate to,
        CleaningCounts counts,
        @Nullable PriceBasis prices,
        List<LocalDate> gaps,
        List<GuardResult> guards) {

    public static final ArtefactKey<CleaningDocument> KEY = ArtefactKey.json("cleaning.json", CleaningDocument.class);
}
