package candor.marketdata.yahoo;

import candor.pipeline.port.Instrument;
import candor.pipeline.port.RawBar;
import java.util.List;

/** What an answer of the chart endpoint says. */
sealed interface ChartAnswer {

    /**
     * Bars, in today's shares as Yahoo states them.
     *
     * @param bars ascending by session
     * @param isTraded whether Yahoo knows a first trade of the symbol; it does not for one that is delisted
     */
    record Bars(Instrument instrument, boolean isTraded, List<RawBar> bars, List<String> notes)
            implements ChartAnswer {}

    /** An error in Yahoo's words. */
    record Refused(String code, String description) implements ChartAnswer {}
}
