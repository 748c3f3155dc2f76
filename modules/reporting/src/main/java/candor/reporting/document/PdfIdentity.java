// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.document;

import candor.reporting.markup.Element;
import candor.reporting.markup.MarkupWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What a PDF says of itself: title, language and dates, that it is PDF/UA-1 and PDF/A-2b, and what its colours mean. Dates
 * come from the document, never from a clock.
 */
final class PdfIdentity {

    private static final String CREATOR = "Candor";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String PDF_UA = "http://www.aiim.org/pdfua/ns/id/";

    private PdfIdentity() {}

    static void put(Document document, PDDocument pdf) throws IOException {
        pdf.setVersion(1.7f);
        pdf.setDocumentId(document.date().toEpochDay());
        pdf.setDocumentInformation(information(document));
        PDDocumentCatalog catalogue = pdf.getDocumentCatalog();
        catalogue.setLanguage("en");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalogue.setViewerPreferences(preferences);
        catalogue.setMetadata(
                new PDMetadata(pdf, new ByteArrayInputStream(packet(document).getBytes(StandardCharsets.UTF_8))));
        catalogue.addOutputIntent(colours(pdf));
    }

    private static PDDocumentInformation information(Document document) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(document.running());
        information.setCreator(CREATOR);
        information.setCreationDate(midnight(document.date()));
        information.setModificationDate(midnight(document.date()));
        return information;
    }

    private static Calendar midnight(LocalDate date) {
        return GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
    }

    /** By hand: PDFBox would send the profile through java.awt, which may write into it. */
    private static PDOutputIntent colours(PDDocument pdf) throws IOException {
        PDStream profile = new PDStream(pdf, new ByteArrayInputStream(ColourProfile.srgb()), COSName.FLATE_DECODE);
        profile.getCOSObject().setInt(COSName.N, 3);
        COSDictionary intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setName(COSName.S, "GTS_PDFA1");
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, "sRGB");
        intent.setString(COSName.INFO, "sRGB IEC61966-2.1");
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        return new PDOutputIntent(intent);
    }

    /** XMP. */
    private static String packet(Document document) {
        String date = document.date() + "T00:00:00Z";
        Element title = Element.of("rdf:li", document.running()).with("xml:lang", "x-default");
        Element description = Element.ofLines(
                        "rdf:Description",
                        List.of(
                                Element.of("pdfaid:part", "2"),
                                Element.of("pdfaid:conformance", "B"),
                                Element.of("pdfuaid:part", "1"),
                                Element.of("dc:title", Element.of("rdf:Alt", title)),
                                Element.of("xmp:CreatorTool", CREATOR),
                                Element.of("xmp:CreateDate", date),
                                Element.of("xmp:ModifyDate", date),
                                Element.of("pdfaExtension:schemas", Element.of("rdf:Bag", accessibilitySchema()))))
                .with("rdf:about", "")
                .with("xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/")
                .with("xmlns:pdfuaid", PDF_UA)
                .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .with("xmlns:xmp", "http://ns.adobe.com/xap/1.0/")
                .with("xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/")
                .with("xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#")
                .with("xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#");
        Element packet = Element.of("rdf:RDF", description).with("xmlns:rdf", RDF);
        return "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                + MarkupWriter.fragment(Element.of("x:xmpmeta", packet).with("xmlns:x", "adobe:ns:meta/"))
                + "\n<?xpacket end=\"w\"?>";
    }

    /** PDF/A-2 does not know the mark of PDF/UA by itself: it has to be described. */
    private static Element accessibilitySchema() {
        Element property = Element.of(
                        "rdf:li",
                        Element.of("pdfaProperty:name", "part"),
                        Element.of("pdfaProperty:valueType", "Integer"),
                        Element.of("pdfaProperty:category", "internal"),
                        Element.of("pdfaProperty:description", "Part of ISO 14289"))
                .with("rdf:parseType", "Resource");
        return Element.of(
                        "rdf:li",
                        Element.of("pdfaSchema:schema", "PDF/UA identification"),
                        Element.of("pdfaSchema:namespaceURI", PDF_UA),
                        Element.of("pdfaSchema:prefix", "pdfuaid"),
                        Element.of("pdfaSchema:property", Element.of("rdf:Seq", property)))
                .with("rdf:parseType", "Resource");
    }
}
