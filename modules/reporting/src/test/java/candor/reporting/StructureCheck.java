// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * What veraPDF does not ask of a structure tree: it passes one that holds no content at all. This one goes from the root
 * down, as a reader aloud does.
 */
final class StructureCheck {

    private final List<Map<Integer, String>> drawn = new ArrayList<>();
    private final Map<String, COSDictionary> holders = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final PDDocument pdf;

    private StructureCheck(PDDocument pdf) {
        this.pdf = pdf;
    }

    /**
     * What was found.
     *
     * @param faults in words
     * @param text in the order of the tree, a line for each element
     */
    record Found(List<String> faults, String text) {}

    static Found of(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            StructureCheck check = new StructureCheck(pdf);
            check.run();
            return new Found(check.faults, check.text.toString());
        }
    }

    private void run() throws IOException {
        for (PDPage page : pdf.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> texts = new TreeMap<>();
            collect(extractor.getMarkedContents(), texts);
            drawn.add(texts);
        }
        PDStructureTreeRoot root = pdf.getDocumentCatalog().getStructureTreeRoot();
        walk(root, null);
        Map<Integer, COSObjectable> parents = root.getParentTree().getNumbers();
        for (int page = 0; page < drawn.size(); page++) {
            COSBase owners = Objects.requireNonNull(
                            parents.get(pdf.getPage(page).getStructParents()))
                    .getCOSObject();
            for (int content : drawn.get(page).keySet()) {
                COSDictionary holder = holders.remove(page + "/" + content);
                if (holder == null) {
                    faults.add("no element holds content " + content + " of page " + page);
                } else if (!(owners instanceof COSArray array) || !holder.equals(array.getObject(content))) {
                    faults.add("the parent tree names another owner of content " + content + " of page " + page);
                }
            }
        }
        holders.keySet().forEach(place -> faults.add("not drawn: " + place));
    }

    private void collect(List<PDMarkedContent> contents, Map<Integer, String> texts) {
        for (PDMarkedContent content : contents) {
            StringBuilder said = new StringBuilder();
            for (Object part : content.getContents()) {
                if (part instanceof TextPosition position) {
                    said.append(position.getUnicode());
                } else if (part instanceof PDMarkedContent) {
                    faults.add("marked content inside of marked content");
                }
            }
            if (content.getMCID() >= 0 && texts.put(content.getMCID(), said.toString()) != null) {
                faults.add("content " + content.getMCID() + " is drawn twice");
            }
        }
    }

    private void walk(PDStructureNode node, @Nullable PDPage inherited) {
        PDPage page =
                node instanceof PDStructureElement element && element.getPage() != null ? element.getPage() : inherited;
        for (Object kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> walk(element, page);
                case PDMarkedContentReference reference -> hold(node, reference.getPage(), reference.getMCID());
                case Integer content -> hold(node, page, content);
                default -> faults.add("a kid that is " + kid.getClass().getSimpleName());
            }
        }
        if (node instanceof PDStructureElement element) {
            String type = element.getStructureType();
            text.append('\n');
            if (type.equals("Table") && headers(element) == 0) {
                faults.add("a table without a header cell");
            }
            if (type.equals("Figure")
                    && String.valueOf(element.getAlternateDescription()).length() < 30) {
                faults.add("a figure that says nothing: " + element.getAlternateDescription());
            }
        }
    }

    private void hold(PDStructureNode node, @Nullable PDPage page, int content) {
        if (page == null) {
            faults.add("content " + content + " is on no page");
            return;
        }
        int number = pdf.getPages().indexOf(page);
        if (holders.put(number + "/" + content, node.getCOSObject()) != null) {
            faults.add("held twice: " + number + "/" + content);
        }
        text.append(drawn.get(number).getOrDefault(content, ""));
    }

    private static int headers(PDStructureElement element) {
        int count = element.getStructureType().equals("TH") ? 1 : 0;
        for (Object kid : element.getKids()) {
            count += kid instanceof PDStructureElement inner ? headers(inner) : 0;
        }
        return count;
    }
}
