// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.champion;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions.History;
import candor.pipeline.champion.Champions.Term;
import candor.store.failure.CorruptCheckpoint;
import candor.store.json.Json;
import candor.store.run.Seal;
import candor.store.run.SealedForm;
import java.util.List;
import tools.jackson.core.JacksonException;

/** champions/{symbol} to bytes and back: with a digest today, without one in the first release. */
final class ChampionsForm {

    /** Of the first release: without digest, and without a record of each decision. */
    private static final String FIRST_SCHEMA = "candor/champions/1";

    private static final SealedForm<History> FORM =
            new SealedForm<>(History.class, History::schema, Champions.SCHEMA, FIRST_SCHEMA);

    private ChampionsForm() {}

    private record FirstHistory(String schema, Symbol symbol, List<Term> terms) {}

    static byte[] write(History history) {
        return FORM.write(history);
    }

    /** Throws {@link CorruptCheckpoint} where the bytes are not the symbol's document. */
    static History parse(Symbol symbol, byte[] bytes) {
        String key = Champions.keyOf(symbol);
        History history = isSealed(key, bytes) ? FORM.read(key, bytes) : first(key, bytes);
        if (!history.symbol().equals(symbol)) {
            throw SealedForm.damaged(key, new IllegalArgumentException("it is that of " + history.symbol()));
        }
        return history;
    }

    private static boolean isSealed(String key, byte[] bytes) {
        try {
            return Seal.off(bytes).isPresent();
        } catch (IllegalArgumentException e) {
            throw SealedForm.damaged(key, e);
        }
    }

    private static History first(String key, byte[] bytes) {
        try {
            FirstHistory first = Json.read(bytes, FirstHistory.class);
            if (!first.schema().equals(FIRST_SCHEMA)) {
                throw new IllegalArgumentException("it has no digest, and its schema is '" + first.schema() + "'");
            }
            return new History(Champions.SCHEMA, first.symbol(), 0, null, first.terms());
        } catch (JacksonException | IllegalArgumentException e) {
            throw SealedForm.damaged(key, e);
        }
    }
}
