package candor.reporting;

import candor.cleaning.PriceBasis;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.explanation.Contribution;
import candor.forecasting.explanation.Explanation;
import candor.forecasting.guard.GuardResult;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.Drivers;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.ChallengeResult;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.pipeline.report.PromotionDocument.Methods;
import candor.pipeline.report.ReportModel;
import candor.pipeline.report.ReportModel.SourceLine;
import java.util.List;

/** A model whose every text is an attempt to become markup, with characters that no font or XML knows. */
final class HostileModel {

    static final String SCRIPT = "<script>alert";

    /** How many fields carry the attempt. */
    static final int FIELDS = 20;

    private static final String EVIL = "\"'><svg onload=x>" + SCRIPT + "(1)</script>&amp;\u0000\ud800\ud83d\ude00]]>";

    private HostileModel() {}

    static ReportModel of(ReportModel model) {
        ForecastDocument f = model.forecast();
        MetricsDocument m = model.metrics();
        return new ReportModel(
                new ForecastDocument(
                        f.schema(),
                        f.symbol(),
                        f.asOf(),
                        true,
                        f.lastClose(),
                        f.horizons().stream().map(HostileModel::horizon).toList(),
                        "statement " + EVIL),
                new MetricsDocument(
                        m.schema(),
                        m.symbol(),
                        m.asOf(),
                        m.bars(),
                        m.marketRisk(),
                        m.horizons(),
                        List.of(GuardResult.broken(EVIL, EVIL), GuardResult.held(EVIL, EVIL)),
                        m.trials(),
                        "skill " + EVIL),
                new PromotionDocument(
                        "s",
                        1,
                        f.asOf(),
                        f.asOf(),
                        List.of(new HorizonVerdict(
                                1,
                                PromotionDocument.Standing.RETAINED,
                                new Methods(EVIL, EVIL),
                                new Methods(EVIL, EVIL),
                                null,
                                EVIL,
                                List.of(new ChallengeResult(new Methods(EVIL, EVIL), 1, 1, 1, 1, 1, 1, null))))),
                model.history(),
                model.past(),
                List.of(new CleaningEntry(f.asOf(), EVIL, EVIL, EVIL, EVIL, EVIL.repeat(40))),
                new ReportModel.Source(PriceBasis.DIVIDENDS_UNKNOWN, List.of(EVIL)),
                null,
                "because " + EVIL,
                List.of(new SourceLine(EVIL, EVIL)));
    }

    private static HorizonForecast horizon(HorizonForecast h) {
        return new HorizonForecast(
                h.sessions(),
                h.target(),
                EVIL,
                h.mean(),
                h.volatility(),
                h.annualisedVolatility(),
                h.probabilityUp(),
                h.quantiles(),
                h.priceQuantiles(),
                h.valueAtRisk95(),
                h.valueAtRisk99(),
                h.expectedShortfall95(),
                h.expectedShortfall99(),
                new Drivers(null, new Explanation(-8, List.of(new Contribution(EVIL, 1, 0.5)))));
    }
}
