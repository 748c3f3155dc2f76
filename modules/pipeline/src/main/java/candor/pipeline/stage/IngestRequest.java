// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.forecasting.market.Symbol;
import candor.store.port.BarReference;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What of a request concerns Ingest, which finds the day; components as in {@link StageRequest}. */
record IngestRequest(
        Symbol symbol,
        @Nullable LocalDate asOf,
        BarReference source,
        @Nullable StageName refreshFrom,
        @Nullable Instant scheduledTime) {

    static IngestRequest of(StageRequest request) {
        String source = request.source();
        return new IngestRequest(
                request.symbol(),
                request.asOf(),
                source == null ? BarReference.Fixed.CONFIGURED : BarReference.of(source),
                request.refreshFrom(),
                request.scheduledTime());
    }
}
