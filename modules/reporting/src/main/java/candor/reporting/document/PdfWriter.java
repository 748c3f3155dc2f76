package candor.reporting.document;

import candor.reporting.document.PageLayout.Layout;
import candor.reporting.document.PageLayout.Section;
import candor.reporting.plot.PdfPen;
import candor.reporting.plot.Typeface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * Writes a document as a PDF on A4 with bookmarks, PDF/UA-1 and PDF/A-2b. Its id and dates come from the document's date,
 * never from a clock, so that the same document has the same bytes.
 */
public final class PdfWriter {

    /** Objects that are compressed together: structure has many small ones that are much alike. */
    private static final int OBJECTS_A_STREAM = 5_000;

    private PdfWriter() {}

    public static byte[] write(Document document, Typeface typeface) {
        Layout layout = PageLayout.of(document, typeface);
        try (PDDocument pdf = new PDDocument()) {
            PdfIdentity.put(document, pdf);
            StructureTree structure = new StructureTree(pdf, layout.tree());
            PdfPen pen = new PdfPen(pdf, typeface);
            for (Sheet sheet : layout.pages()) {
                structure.addPage(sheet, pen);
            }
            structure.finish();
            pdf.getDocumentCatalog().setDocumentOutline(outline(layout, pdf));
            pdf.getDocumentCatalog().setPageMode(PageMode.USE_NONE);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out, new CompressParameters(OBJECTS_A_STREAM));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocumentOutline outline(Layout layout, PDDocument pdf) {
        PDDocumentOutline outline = new PDDocumentOutline();
        for (Section section : layout.sections()) {
            PDPage page = pdf.getPage(section.page());
            PDPageXYZDestination destination = new PDPageXYZDestination();
            destination.setPage(page);
            destination.setTop((int) (page.getMediaBox().getHeight() - section.y()) + 8);
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(section.title());
            item.setDestination(destination);
            outline.addLast(item);
        }
        return outline;
    }
}
