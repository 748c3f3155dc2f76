package candor.store.port;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which bars are wanted.
 *
 * @param reference what tells the source where to look; from the run's input
 * @param asOf last day that is needed; null for the last session that is over
 * @param afresh whether everything is to be retrieved again, although it is held
 */
public record BarRequest(
        Symbol symbol, BarReference reference, @Nullable LocalDate asOf, boolean afresh) {

    /** @param reference as in the run's input, see {@link BarReference#of} */
    public BarRequest(Symbol symbol, String reference, @Nullable LocalDate asOf, boolean afresh) {
        this(symbol, BarReference.of(reference), asOf, afresh);
    }
}
