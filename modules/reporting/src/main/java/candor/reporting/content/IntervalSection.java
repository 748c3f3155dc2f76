package candor.reporting.content;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.Terciles;
import candor.forecasting.evaluation.statement.Verdicts;
import candor.pipeline.report.ReportModel;
import candor.reporting.chart.CoverageChart;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Picture;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.plot.Typeface;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;

/** How past intervals did: by year, by volatility, and by the tests of coverage. */
final class IntervalSection {

    private static final String TITLE = "How past intervals did";
    private static final double MAIN_LEVEL = 0.9;

    private IntervalSection() {}

    static List<Block> of(ReportModel model, Typeface typeface) {
        if (model.metrics().horizons().isEmpty()) {
            return List.of(
                    new Heading(TITLE),
                    new Paragraph("No forecast has an outcome yet: there are no intervals to judge."));
        }
        List<Row> rows = new ArrayList<>();
        boolean tercilesMissing = false;
        for (HorizonScorecard horizon : model.metrics().horizons()) {
            rows.add(new Group(title(horizon)));
            for (IntervalScore interval : horizon.intervals()) {
                rows.add(row(interval));
                tercilesMissing |= interval.byVolatilityTercile() == null;
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(TITLE));
        blocks.add(new Picture(
                CoverageChart.of(model, typeface),
                "Share of sessions whose return was inside the 90\u00a0% interval forecast at the close before, for years"
                        + " with at least 100 outcomes. By chance alone, one year in twenty ends outside its band."));
        blocks.add(new Table(
                "Coverage and score by horizon",
                List.of(
                        Names.words("Nominal"),
                        Names.number("Coverage"),
                        Names.number("at low volatility"),
                        Names.number("at middle volatility"),
                        Names.number("at high volatility"),
                        Names.number("Kupiec p"),
                        Names.number("Christoffersen p"),
                        Names.number("Interval score \u00d7100"),
                        Names.words("Verdict")),
                rows));
        blocks.add(new Note(
                "Coverage should equal the nominal level, at low volatility as at high. Kupiec tests whether it"
                        + " does, Christoffersen whether misses come one by one rather than in groups: a p below 0.05 speaks against"
                        + " it, and the verdict says so. Over several sessions, where targets overlap, each p is the median"
                        + " over the series of targets that do not. No p of this table is adjusted for their number. KS (Kolmogorov\u2013Smirnov) tests whether outcomes fall evenly over their forecast distributions. The interval score (lower is better) rewards narrow intervals and punishes misses; CRPS judges the"
                        + " whole distribution."
                        + (tercilesMissing ? " A dash under volatility: fewer than 30 outcomes there." : "")));
        blocks.addAll(CoverageTable.of(model.metrics().horizons()));
        blocks.addAll(TailTable.of(model.metrics().horizons()));
        return blocks;
    }

    private static String title(HorizonScorecard horizon) {
        StringBuilder out = new StringBuilder(Names.sessions(horizon.sessions()) + " ahead: "
                + Numerals.count(horizon.origins().count()) + " outcomes" + calibrated(horizon) + ", origins "
                + horizon.origins().from() + " to " + horizon.origins().to());
        Double crps = horizon.crps();
        out.append(crps == null ? "; not calibrated yet" : "; CRPS \u00d7100 " + Numerals.score(crps));
        if (horizon.pit() != null) {
            String p = Numerals.pValue(horizon.pit().ksP());
            out.append("; uniformity (KS) p ")
                    .append(p.startsWith("<") ? p : "= " + p)
                    .append(": ")
                    .append(Verdicts.of(horizon.pit()));
        }
        return out.toString();
    }

    /** Why there are fewer intervals than outcomes; empty where there are as many, or none. */
    private static String calibrated(HorizonScorecard horizon) {
        int with = horizon.intervals().isEmpty()
                ? 0
                : horizon.intervals().getFirst().outcomes();
        int without = horizon.origins().count() - with;
        return with == 0 || without == 0
                ? ""
                : ", " + Numerals.count(with) + " of them with an interval: those before had to calibrate it";
    }

    private static Row row(IntervalScore interval) {
        Terciles terciles = interval.byVolatilityTercile() == null
                ? new Terciles(Double.NaN, Double.NaN, Double.NaN)
                : interval.byVolatilityTercile();
        return new Cells(
                List.of(
                        Numerals.level(interval.nominal()),
                        Numerals.percent(interval.coverage()),
                        Numerals.percent(terciles.low()),
                        Numerals.percent(terciles.middle()),
                        Numerals.percent(terciles.high()),
                        Numerals.pValue(interval.kupiecP()),
                        Numerals.pValue(interval.christoffersenP()),
                        Numerals.score(interval.score()),
                        Verdicts.of(interval)),
                interval.nominal() == MAIN_LEVEL);
    }
}
