package candor.pipeline.report;

import candor.forecasting.evaluation.HorizonScorecard;
import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.List;

/**
 * metrics.json: everything that was measured in an evaluation.
 *
 * @param schema {@code candor/metrics/1}
 * @param trials comparisons that were made, over which p-values are adjusted
 * @param statement plain words generated from the numbers
 */
public record MetricsDocument(
        String schema,
        Symbol symbol,
        LocalDate asOf,
        BarCounts bars,
        List<HorizonScorecard> horizons,
        int trials,
        String statement) {

    /** The cleaned bars: first and last session, how many, cells repaired, bars set aside. */
    public record BarCounts(LocalDate from, LocalDate to, int count, int repaired, int quarantined) {}
}
