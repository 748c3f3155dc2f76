package candor.reporting.document;

import candor.reporting.document.PageLayout.Layout;
import candor.reporting.document.PageLayout.Section;
import candor.reporting.plot.Figure;
import candor.reporting.plot.PdfPen;
import candor.reporting.plot.Typeface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writes a document as a PDF on A4 with bookmarks. Its id and dates come from the document's date, never from a clock, so
 * that the same document has the same bytes.
 */
public final class PdfWriter {

    private PdfWriter() {}

    public static byte[] write(Document document, Typeface typeface) {
        Layout layout = PageLayout.of(document, typeface);
        try (PDDocument pdf = new PDDocument()) {
            pdf.setDocumentId(document.date().toEpochDay());
            pdf.setDocumentInformation(information(document));
            pdf.getDocumentCatalog().setLanguage("en");
            PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setDisplayDocTitle(true);
            pdf.getDocumentCatalog().setViewerPreferences(preferences);
            PdfPen pen = new PdfPen(pdf, typeface);
            for (Figure page : layout.pages()) {
                pen.addPage(page);
            }
            pdf.getDocumentCatalog().setDocumentOutline(outline(layout, pdf));
            pdf.getDocumentCatalog().setPageMode(PageMode.USE_NONE);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocumentInformation information(Document document) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(document.running());
        information.setCreator("Candor");
        information.setCreationDate(midnight(document.date()));
        information.setModificationDate(midnight(document.date()));
        return information;
    }

    private static Calendar midnight(LocalDate date) {
        return GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
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
