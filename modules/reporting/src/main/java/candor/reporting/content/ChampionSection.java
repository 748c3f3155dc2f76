package candor.reporting.content;

import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import java.util.List;

/** Which candidates are in service, and why. */
final class ChampionSection {

    private ChampionSection() {}

    static List<Block> of(PromotionDocument promotion) {
        return List.of(
                new Heading("Champion and verdict"),
                new Table(
                        "In service, by horizon",
                        List.of(
                                Names.words("Horizon"),
                                Names.words("Verdict"),
                                Names.words("Mean"),
                                Names.words("Volatility"),
                                Names.words("Reason")),
                        promotion.horizons().stream().map(ChampionSection::row).toList()));
    }

    private static Row row(HorizonVerdict verdict) {
        return new Cells(
                List.of(
                        Names.sessions(verdict.sessions()),
                        verdict.verdict(),
                        Names.candidate(verdict.mean()),
                        Names.candidate(verdict.scale()),
                        verdict.reason()),
                false);
    }
}
