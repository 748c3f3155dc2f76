package candor.reporting.content;

import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ReportModel;
import candor.reporting.chart.AutocorrelationChart;
import candor.reporting.chart.DistributionChart;
import candor.reporting.chart.MovesChart;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Picture;
import candor.reporting.plot.Typeface;
import candor.reporting.text.Numerals;
import java.util.List;

/** What the returns look like, or why that is not shown. */
final class ExplorationSection {

    private static final Heading HEADING = new Heading("What the returns look like");

    private ExplorationSection() {}

    static List<Block> of(ReportModel model, Typeface typeface) {
        ExplorationDocument exploration = model.exploration();
        if (exploration == null) {
            String note = model.explorationNote();
            return List.of(
                    HEADING, new Paragraph("Not shown: " + (note.isBlank() ? "the returns were not explored." : note)));
        }
        return List.of(
                HEADING,
                new Paragraph(summary(exploration)),
                new Picture(
                        DistributionChart.of(exploration, typeface),
                        "Daily log returns beside the normal distribution with the same mean and standard deviation; returns"
                                + " beyond the ends are counted in the outermost bars."),
                new Picture(
                        AutocorrelationChart.of(exploration, typeface),
                        "Autocorrelation by lag in sessions. Where returns leave the band, the past says something about"
                                + " direction; where their squares do, about the size of moves."),
                new Picture(MovesChart.of(exploration, typeface), "The largest daily moves, as log returns."));
    }

    private static String summary(ExplorationDocument e) {
        return Numerals.count(e.returns()) + " daily log returns: mean " + Numerals.meanMove(e.mean())
                + ", standard deviation " + Numerals.move(e.standardDeviation()) + ", skewness "
                + Numerals.statistic(e.skewness()) + ", excess kurtosis " + Numerals.tenth(e.excessKurtosis())
                + " (a normal distribution has 0 and 0). " + gaps(e);
    }

    private static String gaps(ExplorationDocument e) {
        return switch (e.gaps().size()) {
            case 0 -> "No session of the calendar lacks a bar.";
            case 1 ->
                "One session of the calendar has no bar: "
                        + Numerals.date(e.gaps().getFirst()) + ".";
            default ->
                Numerals.count(e.gaps().size()) + " sessions of the calendar have no bar, from "
                        + Numerals.date(e.gaps().getFirst()) + " to "
                        + Numerals.date(e.gaps().getLast()) + ".";
        };
    }
}
