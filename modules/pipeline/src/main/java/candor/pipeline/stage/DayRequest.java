// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.RequestRefused;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What of a request concerns a stage after Ingest: the day is known by then; other components as in {@link StageRequest}. */
record DayRequest(
        String execution,
        Symbol symbol,
        LocalDate asOf,
        @Nullable StageName refreshFrom,
        SortedMap<String, CheckpointRef> checkpoints) {

    /** Throws {@link RequestRefused} where the request names no day. */
    static DayRequest of(StageRequest request) {
        LocalDate asOf = request.asOf();
        if (asOf == null) {
            throw new RequestRefused("the request lacks the field 'asOf'; write it as 2026-04-24");
        }
        return new DayRequest(
                request.execution(), request.symbol(), asOf, request.refreshFrom(), request.checkpoints());
    }
}
