// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ForecastEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All forecasts of a symbol whose targets are on or before a day, from the checkpoints of Forecast: each is found by its
 * key and read under its digest. The ledger is not asked, so that what is damaged or missing there reaches no score.
 *
 * @param forecasts in the order of the keys, then of the horizons
 * @param unreadable checkpoints that are damaged; each was reported
 */
record IssuedForecasts(List<ForecastEntry> forecasts, int unreadable) {

    static IssuedForecasts of(Workshop workshop, Symbol symbol, LocalDate through) {
        Checkpoints checkpoints = workshop.checkpoints();
        List<ForecastEntry> forecasts = new ArrayList<>();
        int unreadable = 0;
        for (String key : checkpoints.keys(StageName.FORECAST.key(), symbol)) {
            try {
                Referenced found = checkpoints.find(key);
                if (found.checkpoint().asOf().isBefore(through)) {
                    forecasts.addAll(due(checkpoints, found, through));
                }
            } catch (UnreadableCheckpoint e) {
                workshop.notices().accept("not scored: " + e.getMessage());
                unreadable++;
            }
        }
        return new IssuedForecasts(List.copyOf(forecasts), unreadable);
    }

    private static List<ForecastEntry> due(Checkpoints checkpoints, Referenced found, LocalDate through) {
        return in(checkpoints, found).stream()
                .filter(forecast -> !forecast.target().isAfter(through))
                .toList();
    }

    /** The forecasts of one checkpoint, by horizon. */
    static List<ForecastEntry> in(Checkpoints checkpoints, Referenced found) {
        Checkpoint checkpoint = found.checkpoint();
        return checkpoints.read(checkpoint, ScoringDocument.KEY).horizons().stream()
                .map(scorable -> scorable.toEntry(
                        checkpoint.symbol(), checkpoint.asOf(), found.ref().key()))
                .toList();
    }
}
