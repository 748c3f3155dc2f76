// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.universe;

import candor.forecasting.market.Symbol;
import candor.store.failure.CorruptCheckpoint;
import candor.store.port.ObjectStore;
import candor.store.run.Latest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A symbol whose forecast is not of the last session.
 *
 * @param asOf of the forecast that is served; null where there is none that can be read
 */
public record LateSymbol(Symbol symbol, @Nullable LocalDate asOf) {

    /**
     * Those of the symbols that are late, in their order.
     *
     * @param session the last one that is over
     */
    public static List<LateSymbol> of(ObjectStore store, List<Symbol> symbols, LocalDate session) {
        Latest latest = new Latest(store);
        List<LateSymbol> late = new ArrayList<>();
        for (Symbol symbol : symbols) {
            LocalDate asOf = asOf(latest, symbol).orElse(null);
            if (asOf == null || asOf.isBefore(session)) {
                late.add(new LateSymbol(symbol, asOf));
            }
        }
        return late;
    }

    private static Optional<LocalDate> asOf(Latest latest, Symbol symbol) {
        try {
            return latest.find(symbol).map(Latest.Pointer::asOf);
        } catch (CorruptCheckpoint e) {
            return Optional.empty();
        }
    }
}
