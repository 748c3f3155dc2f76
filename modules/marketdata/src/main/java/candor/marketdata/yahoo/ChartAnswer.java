package candor.marketdata.yahoo;

import candor.store.port.Instrument;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer of the chart endpoint says. */
sealed interface ChartAnswer {

    /**
     * Bars, in today's shares as Yahoo states them.
     *
     * @param bars ascending by session
     * @param firstTrade day of the first trade that Yahoo knows; null for a symbol that is delisted
     */
    record Bars(Instrument instrument, @Nullable LocalDate firstTrade, List<RawBar> bars, List<String> notes)
            implements ChartAnswer {}

    /** An error in Yahoo's words. */
    record Rejected(String code, String description) implements ChartAnswer {}
}
