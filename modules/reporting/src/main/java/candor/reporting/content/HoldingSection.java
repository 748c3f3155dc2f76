// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.content;

import candor.forecasting.evaluation.scorecard.CoverageRecord;
import candor.forecasting.evaluation.scorecard.CoverageShare;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.pipeline.report.ReportModel;
import candor.reporting.chart.HoldingChart;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Picture;
import candor.reporting.plot.Typeface;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often such ranges held, for a client; where they did not, in words. */
final class HoldingSection {

    private static final Heading HEADING = new Heading("How often such ranges held");

    private HoldingSection() {}

    static List<Block> of(ReportModel model, Typeface typeface) {
        if (!HoldingChart.hasOutcomes(model)) {
            return List.of(
                    HEADING,
                    new Paragraph(
                            "No range has an outcome yet: take them for what a program says, not for what held."));
        }
        List<String> faults = new ArrayList<>();
        for (HorizonScorecard horizon : model.metrics().horizons()) {
            CoverageRecord record = horizon.coverage90();
            if (record != null) {
                fault(faults, horizon.sessions(), record.whole(), record.nominal(), "of all");
                fault(faults, horizon.sessions(), record.last250(), record.nominal(), "of the last 250");
            }
        }
        return List.of(
                HEADING,
                new Paragraph(
                        faults.isEmpty()
                                ? "On the whole and lately they held as often as they should, as far as the number of"
                                        + " outcomes allows to say."
                                : String.join(" ", faults)),
                new Picture(
                        HoldingChart.of(model, typeface),
                        "Dashed: nine times in ten. A line through a dot: what chance leaves open, more where ranges overlap."
                                + " Orange: beyond chance."));
    }

    private static void fault(
            List<String> faults, int sessions, @Nullable CoverageShare share, double nominal, String which) {
        if (share == null || !share.isOff(nominal)) {
            return;
        }
        double value = share.coverage().value();
        faults.add("The ranges over " + Names.sessions(sessions) + " held in " + Numerals.percent(value) + " " + which
                + ", too " + (value < nominal ? "seldom: they were too narrow." : "often: they were too wide."));
    }
}
