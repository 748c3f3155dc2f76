package candor.reporting;

import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ReportModel;
import candor.pipeline.report.ReportRenderer;
import candor.reporting.chart.AutocorrelationChart;
import candor.reporting.chart.DistributionChart;
import candor.reporting.chart.FanChart;
import candor.reporting.chart.MovesChart;
import candor.reporting.content.ReportContent;
import candor.reporting.document.HtmlWriter;
import candor.reporting.document.PdfWriter;
import candor.reporting.plot.Figure;
import candor.reporting.plot.SvgWriter;
import candor.reporting.plot.Typeface;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reports as a page, a PDF and single plots, all drawn from one content. Immutable. */
public final class Reports implements ReportRenderer {

    private final Typeface typeface = Typeface.bundled();

    @Override
    public byte[] html(ReportModel model) {
        return HtmlWriter.write(ReportContent.of(model, typeface), typeface);
    }

    @Override
    public byte[] pdf(ReportModel model) {
        return PdfWriter.write(ReportContent.of(model, typeface), typeface);
    }

    @Override
    public byte[] fanChart(ReportModel model) {
        return svg(FanChart.of(model, typeface));
    }

    @Override
    public SortedMap<String, byte[]> exploration(ExplorationDocument exploration) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Figure figure : List.of(
                DistributionChart.of(exploration, typeface),
                AutocorrelationChart.of(exploration, typeface),
                MovesChart.of(exploration, typeface))) {
            files.put(figure.name() + ".svg", svg(figure));
        }
        return files;
    }

    private byte[] svg(Figure figure) {
        return new SvgWriter(typeface).standalone(figure).getBytes(StandardCharsets.UTF_8);
    }
}
