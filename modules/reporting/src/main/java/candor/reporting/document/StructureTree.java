// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.document;

import candor.reporting.document.Sheet.Piece;
import candor.reporting.plot.PdfPen;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/**
 * The structure of a PDF as PDF/UA-1 wants it: every mark belongs to one element of the tree or is an artefact, and the
 * parent tree leads back from a page's marked content to its element. PDFBox does none of it by itself.
 */
final class StructureTree {

    private final PDDocument pdf;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final IdentityHashMap<Tag, PDStructureElement> elements = new IdentityHashMap<>();

    /** Keys of pages, ascending, each with the elements that own its marked content. */
    private final COSArray parents = new COSArray();

    private int pages;

    /** Puts the elements into the document, whose pages are still to be added. */
    StructureTree(PDDocument pdf, Tag tree) {
        this.pdf = pdf;
        add(root, tree);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        pdf.getDocumentCatalog().setMarkInfo(marked);
        pdf.getDocumentCatalog().setStructureTreeRoot(root);
    }

    private void add(PDStructureNode parent, Tag tag) {
        PDStructureElement element = new PDStructureElement(tag.kind().key(), parent);
        // Optional, and some thousand times the same.
        element.getCOSObject().removeItem(COSName.TYPE);
        if (tag.alternative() != null) {
            element.setAlternateDescription(tag.alternative());
        }
        if (tag.scope() != null) {
            PDTableAttributeObject cell = new PDTableAttributeObject();
            cell.setScope(tag.scope().key());
            if (tag.columns() > 1) {
                cell.setColSpan(tag.columns());
            }
            element.addAttribute(cell);
        }
        parent.appendKid(element);
        elements.put(tag, element);
        tag.kids().forEach(kid -> add(element, kid));
    }

    /** Adds a page with all its pieces. */
    void addPage(Sheet sheet, PdfPen pen) throws IOException {
        float height = (float) sheet.height();
        PDPage page = new PDPage(new PDRectangle((float) sheet.width(), height));
        page.setStructParents(pages);
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        pdf.addPage(page);
        COSArray owners = new COSArray();
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.setLineJoinStyle(1);
            for (Piece piece : sheet.pieces()) {
                begin(piece, page, owners, content);
                boolean spoken = piece.owner() != null && piece.owner().kind() != Tag.Kind.FIGURE;
                pen.draw(piece.marks(), content, height, spoken);
                content.endMarkedContent();
            }
        }
        parents.add(COSInteger.get(pages));
        parents.add(owners);
        pages++;
    }

    private void begin(Piece piece, PDPage page, COSArray owners, PDPageContentStream content) throws IOException {
        Tag owner = piece.owner();
        PDStructureElement element = owner == null ? null : elements.get(owner);
        if (element == null) {
            content.beginMarkedContent(COSName.ARTIFACT);
            return;
        }
        hold(element, page, owners.size());
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), owners.size());
        owners.add(element.getCOSObject());
    }

    /** An element's first page goes without saying for its content, which keeps files small; on another page it is said. */
    private static void hold(PDStructureElement element, PDPage page, int content) {
        if (element.getPage() == null) {
            element.setPage(page);
        }
        if (element.getPage().equals(page)) {
            element.appendKid(content);
            return;
        }
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(content);
        element.appendKid(reference);
    }

    /** Once all pages are there. */
    void finish() {
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, parents);
        root.setParentTree(new PDNumberTreeNode(tree, PDParentTreeValue.class));
        root.setParentTreeNextKey(pages);
    }
}
