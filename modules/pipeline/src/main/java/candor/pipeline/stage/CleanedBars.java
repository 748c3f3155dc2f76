// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.forecasting.market.PriceHistory;
import candor.pipeline.table.HistoryTables;

/** What Clean made of the bars, as the stages after it read it. */
final class CleanedBars {

    private CleanedBars() {}

    /** Notes both tables; {@link #history} reads them. */
    static InputArtefacts askFor(InputArtefacts inputs) {
        return inputs.from(StageName.CLEAN, HistoryTables.BARS, HistoryTables.ADJUSTED);
    }

    static PriceHistory history(InputArtefacts inputs) {
        return PriceHistory.of(inputs.read(HistoryTables.BARS), inputs.read(HistoryTables.ADJUSTED));
    }
}
