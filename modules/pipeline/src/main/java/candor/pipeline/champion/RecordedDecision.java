// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.champion;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions.Term;
import org.jspecify.annotations.Nullable;

/**
 * decisions/{symbol}/{number}.json: one decision as it was made, never changed.
 *
 * @param schema {@value #SCHEMA}
 * @param number from 1, in the order in which they were made
 * @param previous SHA-256 of the decision before as stored; null for the first
 */
public record RecordedDecision(
        String schema, Symbol symbol, int number, @Nullable String previous, Term term) {

    public static final String SCHEMA = "candor/decision/1";
}
