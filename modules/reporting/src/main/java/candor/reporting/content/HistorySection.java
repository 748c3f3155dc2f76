package candor.reporting.content;

import candor.pipeline.report.ReportModel;
import candor.reporting.chart.PriceChart;
import candor.reporting.chart.VolatilityChart;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Picture;
import candor.reporting.plot.Typeface;
import java.util.List;

/** Where the price came from, and how much it moved on the way. */
final class HistorySection {

    private HistorySection() {}

    static List<Block> of(ReportModel model, Typeface typeface) {
        String truth = model.forecast().synthetic()
                ? " The true volatility is known because the prices were generated; no model has seen it."
                : "";
        return List.of(
                new Heading("Price and drawdown"),
                new Picture(
                        PriceChart.of(model, typeface),
                        PastPrices.of(model.source()).closes() + " Equal distances are equal percentages."),
                new Heading("Volatility"),
                new Picture(
                        VolatilityChart.of(model, typeface),
                        "Standard deviation of each session's log return, forecast at the close before it, times the square"
                                + " root of 252." + truth));
    }
}
