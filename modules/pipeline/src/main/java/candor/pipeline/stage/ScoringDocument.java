// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.ArtefactKey;
import candor.store.port.ForecastEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** scoring.json as stored; apart from what makes it, so that who reads it does not depend on the models. */
record ScoringDocument(String schema, List<Scorable> horizons) {

    static final ArtefactKey<ScoringDocument> KEY = ArtefactKey.json("scoring.json", ScoringDocument.class);

    /**
     * scoring.json: what a later run needs to score this forecast.
     *
     * @param sigmaBaseline by EWMA
     * @param quantiles of the h-session log return by probability
     */
    record Scorable(
            int sessions,
            LocalDate target,
            double mean,
            double sigma,
            double sigmaBaseline,
            SortedMap<Double, Double> quantiles) {

        ForecastEntry toEntry(Symbol symbol, LocalDate origin, String checkpoint) {
            return new ForecastEntry(
                    symbol, origin, sessions, target, checkpoint, mean, sigma, sigmaBaseline, quantiles);
        }
    }
}
