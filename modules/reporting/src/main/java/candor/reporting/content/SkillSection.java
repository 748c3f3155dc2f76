package candor.reporting.content;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.scorecard.ScaleScore;
import candor.forecasting.evaluation.scorecard.Skill;
import candor.forecasting.evaluation.statement.Verdicts;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.ReportModel;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The candidates beside the random walk, and those for the volatility beside EWMA. */
final class SkillSection {

    private SkillSection() {}

    static List<Block> of(ReportModel model) {
        MetricsDocument metrics = model.metrics();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading("Skill beside the random walk"));
        if (!metrics.statement().equals(model.forecast().statement())) {
            blocks.add(new Paragraph(metrics.statement()));
        }
        if (metrics.horizons().isEmpty()) {
            blocks.add(new Paragraph("No forecast has an outcome yet: the candidates cannot be compared."));
            return blocks;
        }
        blocks.add(pointTable(metrics));
        blocks.add(
                new Note("Smaller errors than the random walk's: a ratio below 1, an R\u00b2 above 0. Direction is the"
                        + " share of signs that agree, with its 95\u00a0% Wilson interval, which over several sessions counts"
                        + " only outcomes divided by sessions. DM is the Diebold\u2013Mariano"
                        + " test of equal squared errors, made for targets that overlap; its p is adjusted by Holm\u2019s method for the "
                        + Numerals.count(metrics.trials())
                        + " comparisons that were made. A dash: the random walk names no direction, and nothing is"
                        + " tested against itself."));
        blocks.addAll(DiagnosticTable.of(metrics.horizons()));
        blocks.add(scaleTable(metrics));
        blocks.add(new Note(
                "QLIKE is the mean of ln(variance) + squared return / variance; lower is better, and differences"
                        + " count. DM tests it against EWMA's: a negative statistic is in the candidate's favour."
                        + " Ljung\u2013Box: whether squared returns over the forecast variance are still correlated over a"
                        + " month, that is, whether clusters were left unforeseen; a p below 0.05 says so."));
        blocks.addAll(PartsTable.of(metrics.horizons().getFirst()));
        return blocks;
    }

    private static Table pointTable(MetricsDocument metrics) {
        List<Row> rows = new ArrayList<>();
        for (HorizonScorecard horizon : metrics.horizons()) {
            boolean significant = horizon.point().skill() == Skill.SIGNIFICANT;
            rows.add(new Group(Names.sessions(horizon.sessions()) + " ahead: "
                    + (significant ? "skill at adjusted p below 0.05" : "no significant skill")));
            String champion = horizon.point().champion();
            horizon.point().candidates().forEach((name, score) -> rows.add(pointRow(name, score, champion)));
        }
        return new Table(
                "Forecasts of the return; champion in strong type",
                List.of(
                        Names.words("Candidate"),
                        Names.number("RMSE"),
                        Names.number("RMSE \u00f7 random walk"),
                        Names.number("R\u00b2 vs zero"),
                        Names.number("R\u00b2 vs mean"),
                        Names.number("Direction"),
                        Names.number("DM"),
                        Names.number("p"),
                        Names.number("adjusted p"),
                        Names.words("Verdict")),
                rows);
    }

    private static Row pointRow(String name, PointScore score, String champion) {
        List<String> texts = new ArrayList<>(List.of(
                Names.candidate(name),
                Numerals.meanMove(score.rmse()),
                Numerals.loss(score.rmseToZero()),
                Numerals.move(score.r2osVsZero()),
                Numerals.move(score.r2osVsMean()),
                direction(score.directionAccuracy())));
        texts.addAll(test(score.dmVsZero()));
        texts.add(verdict(score.dmVsZero()));
        return new Cells(texts, name.equals(champion));
    }

    private static Table scaleTable(MetricsDocument metrics) {
        List<Row> rows = new ArrayList<>();
        for (HorizonScorecard horizon : metrics.horizons()) {
            rows.add(new Group(Names.sessions(horizon.sessions()) + " ahead"));
            String champion = horizon.scale().champion();
            horizon.scale().candidates().forEach((name, score) -> rows.add(scaleRow(name, score, champion)));
        }
        return new Table(
                "Forecasts of the variance; champion in strong type",
                List.of(
                        Names.words("Candidate"),
                        Names.number("QLIKE"),
                        Names.number("DM vs EWMA"),
                        Names.number("p"),
                        Names.number("adjusted p"),
                        Names.words("Verdict"),
                        Names.number("Ljung\u2013Box p"),
                        Names.words("Clusters")),
                rows);
    }

    private static Row scaleRow(String name, ScaleScore score, String champion) {
        List<String> texts = new ArrayList<>(List.of(Names.candidate(name), Numerals.loss(score.qlike())));
        texts.addAll(test(score.dmVsEwma()));
        texts.add(verdict(score.dmVsEwma()));
        texts.add(Numerals.pValue(
                score.ljungBox() == null ? null : score.ljungBox().p()));
        texts.add(score.ljungBox() == null ? Numerals.ABSENT : Verdicts.of(score.ljungBox()));
        return new Cells(texts, name.equals(champion));
    }

    private static String verdict(@Nullable TestOutcome outcome) {
        return outcome == null ? Numerals.ABSENT : Verdicts.of(outcome);
    }

    private static String direction(@Nullable Proportion share) {
        if (share == null || !Double.isFinite(share.value())) {
            return Numerals.ABSENT;
        }
        return Numerals.percent(share.value()) + " (" + Numerals.percent(share.lower()) + " to "
                + Numerals.percent(share.upper()) + ")";
    }

    private static List<String> test(@Nullable TestOutcome outcome) {
        return outcome == null
                ? List.of(Numerals.ABSENT, Numerals.ABSENT, Numerals.ABSENT)
                : List.of(
                        Numerals.statistic(outcome.statistic()),
                        Numerals.pValue(outcome.p()),
                        Numerals.pValue(outcome.pAdjusted()));
    }
}
