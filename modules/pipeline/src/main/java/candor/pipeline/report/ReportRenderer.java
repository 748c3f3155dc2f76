package candor.pipeline.report;

import java.util.SortedMap;

/** Draws what stages hand over. Same model, same bytes. */
public interface ReportRenderer {

    /** A self-contained page: nothing is loaded from anywhere. UTF-8. */
    byte[] html(ReportModel model);

    /** The same as a PDF whose id and dates come from asOf. */
    byte[] pdf(ReportModel model);

    /** The fan chart alone, as SVG. UTF-8. */
    byte[] fanChart(ReportModel model);

    /** The exploration's plots as SVG, by file name as in {@code distribution.svg}. UTF-8. */
    SortedMap<String, byte[]> exploration(ExplorationDocument exploration);
}
