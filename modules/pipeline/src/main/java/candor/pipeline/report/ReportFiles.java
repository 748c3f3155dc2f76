// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.report;

import candor.store.checkpoint.ArtefactKey;

/** What {@link ReportRenderer} draws. */
public final class ReportFiles {

    /** The report as a page. */
    public static final ArtefactKey<byte[]> PAGE = ArtefactKey.file("report.html");

    /** Its summary as a document to print. */
    public static final ArtefactKey<byte[]> SUMMARY = ArtefactKey.file("summary.pdf");

    /** Its first chart. */
    public static final ArtefactKey<byte[]> CHART = ArtefactKey.file("chart.svg");

    private ReportFiles() {}
}
