package candor.pipeline.report;

import candor.cleaning.PriceBasis;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.walkforward.BacktestRow;
import candor.store.port.SourceRemarks;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a report shows; every number in it comes from a checkpoint.
 *
 * @param history one point for each session, oldest first
 * @param past the one-session-ahead forecasts with known outcome, oldest first
 * @param source where the bars come from
 * @param exploration null where exploring failed; then {@code explorationNote} says why
 * @param sources what the report was made from, as label and value: checkpoints, code digest, settings
 * @param preface what people add
 */
public record ReportModel(
        ForecastDocument forecast,
        MetricsDocument metrics,
        PromotionDocument promotion,
        List<HistoryPoint> history,
        List<BacktestRow> past,
        List<CleaningEntry> repairs,
        Source source,
        @Nullable ExplorationDocument exploration,
        String explorationNote,
        List<SourceLine> sources,
        Preface preface) {

    /** Without anything that people add. */
    public ReportModel(
            ForecastDocument forecast,
            MetricsDocument metrics,
            PromotionDocument promotion,
            List<HistoryPoint> history,
            List<BacktestRow> past,
            List<CleaningEntry> repairs,
            Source source,
            @Nullable ExplorationDocument exploration,
            String explorationNote,
            List<SourceLine> sources) {
        this(
                forecast,
                metrics,
                promotion,
                history,
                past,
                repairs,
                source,
                exploration,
                explorationNote,
                sources,
                Preface.NONE);
    }

    /**
     * @param close as traded
     * @param adjustedClose as of this retrieval
     * @param volatility estimated standard deviation of that session's log return, forecast at the close before; NaN
     *     before the first forecast
     * @param trueVolatility known for the synthetic stock only; else NaN
     */
    public record HistoryPoint(
            LocalDate session, double close, double adjustedClose, double volatility, double trueVolatility) {}

    /**
     * Where the bars come from.
     *
     * @param prices what the closes are; null where the run did not note it
     * @param remarks what a reader has to know of it, see {@link SourceRemarks}
     */
    public record Source(@Nullable PriceBasis prices, List<String> remarks) {

        /** A source of which nothing is noted. */
        public static final Source PLAIN = new Source(null, List.of());

        public Source {
            remarks = List.copyOf(remarks);
        }
    }

    public record SourceLine(String label, String value) {}
}
