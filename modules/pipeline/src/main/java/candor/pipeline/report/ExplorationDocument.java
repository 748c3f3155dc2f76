package candor.pipeline.report;

import candor.store.checkpoint.ArtefactKey;
import java.time.LocalDate;
import java.util.List;

/**
 * What the cleaned bars look like: exploration.json. Returns are daily log returns of adjusted closes.
 *
 * @param schema {@code candor/exploration/1}
 * @param autocorrelation of returns at lags 1, 2, ...
 * @param autocorrelationOfSquares of squared returns at lags 1, 2, ...
 * @param autocorrelationBound half-width of the 95 % band under independence
 * @param gaps sessions of the calendar without a bar
 * @param outliers the largest moves, largest first
 */
public record ExplorationDocument(
        String schema,
        int returns,
        double mean,
        double standardDeviation,
        double skewness,
        double excessKurtosis,
        Histogram histogram,
        List<Double> autocorrelation,
        List<Double> autocorrelationOfSquares,
        double autocorrelationBound,
        List<LocalDate> gaps,
        List<Move> outliers) {

    public static final ArtefactKey<ExplorationDocument> KEY =
            ArtefactKey.json("exploration.json", ExplorationDocument.class);

    /**
     * Counts of returns in bins of equal width.
     *
     * @param from lower end of the first bin
     * @param width of a bin
     * @param counts outcomes beyond the ends are in the first and last bin
     */
    public record Histogram(double from, double width, List<Integer> counts) {}

    /** A day's log return. */
    public record Move(LocalDate session, double logReturn) {}
}
