package candor.forecasting.guard;

import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import java.util.Optional;

/**
 * What is made of one symbol is the same, bit for bit, after the system was asked for another one, and so is what is made
 * of the other.
 *
 * @param seed of the other symbol
 */
record SymbolIndependence(long seed) implements Replay {

    static final String NAME = "symbol independence";

    @Override
    public GuardResult check(ForecastingSystem system, Made made) {
        PriceHistory history = made.history();
        PriceHistory otherSymbol = AlteredHistory.replacedAfter(history, 0, seed);
        Made other = system.make(otherSymbol);
        int last = history.size() - 1;
        Optional<String> difference = Comparison.EXACT
                .firstDifference(made, system.make(history), last)
                .or(() -> Comparison.EXACT.firstDifference(other, system.make(otherSymbol), last))
                .map(what -> "After a run of another symbol, " + what + ".");
        return difference
                .map(what -> GuardResult.broken(NAME, what))
                .orElseGet(() -> GuardResult.held(
                        NAME, "Asked for one symbol, another, and again, the system gave the same bits for each."));
    }
}
