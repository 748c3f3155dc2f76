package candor.reporting.content;

import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.CalibrationResult;
import candor.pipeline.report.PromotionDocument.ChallengeResult;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.pipeline.report.PromotionDocument.IntervalResult;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which candidates are in service, who challenged them, and why they stay or go. */
final class ChampionSection {

    private static final double SHOWN = 0.9;

    private ChampionSection() {}

    static List<Block> of(PromotionDocument promotion, LocalDate asOf) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading("Champion and verdict"));
        blocks.add(new Paragraph(looks(promotion, asOf)));
        blocks.add(new Table(
                "In service from this forecast on, by horizon",
                List.of(
                        Names.words("Horizon"),
                        Names.words("Mean"),
                        Names.words("Volatility"),
                        Names.words("Verdict and reason")),
                promotion.horizons().stream().map(ChampionSection::row).toList()));
        if (promotion.horizons().stream()
                .anyMatch(verdict -> !verdict.challenges().isEmpty())) {
            blocks.add(challenges(promotion));
            blocks.add(new Note(
                    "Each challenger is the champion with one method replaced, judged on the outcomes that both"
                            + " forecast. Loss: mean squared error of log returns, times 10,000, where the mean was"
                            + " replaced; QLIKE where the volatility was. The one-sided p of the Diebold\u2013Mariano test"
                            + " is adjusted for all comparisons (Holm) and charged for every look so far. Only below 0.05"
                            + " are intervals compared; who would lose coverage or score is not promoted."));
        }
        return blocks;
    }

    private static String looks(PromotionDocument promotion, LocalDate asOf) {
        LocalDate last = promotion.lookedAt();
        String next = " Its next look is on " + Numerals.date(promotion.nextLook()) + ".";
        if (last == null) {
            return "The gate that judges challengers has not looked yet." + next;
        }
        return (last.equals(asOf)
                        ? "The gate has looked at the challengers in this run; it was look "
                        : "The gate last looked at the challengers on " + Numerals.date(last) + "; it was look ")
                + promotion.look() + "." + next;
    }

    private static Row row(HorizonVerdict verdict) {
        return new Cells(
                List.of(
                        Names.sessions(verdict.sessions()),
                        Names.candidate(verdict.champion().mean()),
                        Names.candidate(verdict.champion().scale()),
                        verdict.reason()),
                verdict.verdict() == PromotionDocument.Standing.PROMOTED);
    }

    private static Table challenges(PromotionDocument promotion) {
        List<Row> rows = new ArrayList<>();
        for (HorizonVerdict verdict : promotion.horizons()) {
            rows.add(new Group(Names.sessions(verdict.sessions()) + " ahead, against "
                    + Names.candidate(verdict.incumbent().mean()) + " + "
                    + Names.candidate(verdict.incumbent().scale())));
            verdict.challenges().forEach(challenge -> rows.add(row(verdict, challenge)));
        }
        return new Table(
                "Challengers at look " + promotion.look(),
                List.of(
                        Names.words("Challenger"),
                        Names.number("Outcomes"),
                        Names.number("Loss"),
                        Names.number("Champion\u2019s loss"),
                        Names.number("DM"),
                        Names.number("p"),
                        Names.number("charged p"),
                        Names.number("Coverage of 90\u00a0%"),
                        Names.number("Champion\u2019s coverage")),
                rows);
    }

    private static Row row(HorizonVerdict verdict, ChallengeResult challenge) {
        boolean ofMean =
                !challenge.challenger().mean().equals(verdict.incumbent().mean());
        CalibrationResult calibration = challenge.calibration();
        return new Cells(
                List.of(
                        Names.candidate(
                                ofMean
                                        ? challenge.challenger().mean()
                                        : challenge.challenger().scale()),
                        Numerals.count(challenge.outcomes()),
                        loss(challenge.loss(), ofMean),
                        loss(challenge.incumbentLoss(), ofMean),
                        Numerals.statistic(challenge.statistic()),
                        Numerals.pValue(challenge.p()),
                        Numerals.pValue(challenge.pAdjusted()),
                        coverage(calibration == null ? List.of() : calibration.challenger()),
                        coverage(calibration == null ? List.of() : calibration.incumbent())),
                challenge.challenger().equals(verdict.champion()));
    }

    private static String loss(double loss, boolean ofMean) {
        return ofMean ? Numerals.squaredError(loss) : Numerals.loss(loss);
    }

    private static String coverage(List<IntervalResult> intervals) {
        Double coverage = null;
        for (IntervalResult interval : intervals) {
            coverage = interval.nominal() == SHOWN ? Double.valueOf(interval.coverage()) : coverage;
        }
        return Numerals.percent(coverage);
    }
}
