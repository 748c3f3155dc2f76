package candor.pipeline.report;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Symbol;
import candor.forecasting.risk.MarketRisk;
import candor.store.checkpoint.ArtefactKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * metrics.json: everything that was measured in an evaluation.
 *
 * @param schema {@code candor/metrics/1}
 * @param marketRisk of the last five years; null where there are not two
 * @param guards of the bars and of the forecasts: what was guarded, and what fired
 * @param trials comparisons that were made, over which p-values are adjusted
 * @param statement plain words generated from the numbers; begins with an alarm where a guard fired
 */
public record MetricsDocument(
        String schema,
        Symbol symbol,
        LocalDate asOf,
        BarCounts bars,
        @Nullable MarketRisk marketRisk,
        List<HorizonScorecard> horizons,
        List<GuardResult> guards,
        int trials,
        String statement) {

    public static final ArtefactKey<MetricsDocument> KEY = ArtefactKey.json("metrics.json", MetricsDocument.class);

    /** The cleaned bars: first and last session, how many, cells repaired, bars set aside. */
    public record BarCounts(LocalDate from, LocalDate to, int count, int repaired, int quarantined) {}
}
