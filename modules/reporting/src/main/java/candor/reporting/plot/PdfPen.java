package candor.reporting.plot;

import candor.reporting.plot.Mark.Anchor;
import java.io.IOException;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws figures on the pages of a PDF document, each figure on a page of its size. */
public final class PdfPen {

    /** Control points of a quarter circle by a cubic curve, as a share of the radius. */
    private static final float QUARTER = 0.5522848f;

    /** Strong text is outlined by this share of its size: the bundled font has one weight only. */
    private static final float STRONG = 0.024f;

    private final PDDocument document;
    private final Typeface typeface;
    private final PDFont font;

    /** Embeds the glyphs that will be drawn, when the document is saved. */
    public PdfPen(PDDocument document, Typeface typeface) throws IOException {
        this.document = document;
        this.typeface = typeface;
        this.font = PDType0Font.load(document, withoutLigatures(document, typeface), true);
    }

    /** Widths are reckoned without ligatures, and PDFBox would look for them by regular expressions, anew at each label. */
    private static TrueTypeFont withoutLigatures(PDDocument document, Typeface typeface) throws IOException {
        TrueTypeFont font = typeface.open();
        font.setEnableGsub(false);
        document.registerTrueTypeFontForClosing(font);
        return font;
    }

    /** Adds a page that shows the figure. */
    public PDPage addPage(Figure figure) throws IOException {
        float height = (float) figure.height();
        PDPage page = new PDPage(new PDRectangle((float) figure.width(), height));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setLineJoinStyle(1);
            for (Mark mark : figure.marks()) {
                draw(mark, content, height);
            }
        }
        return page;
    }

    private void draw(Mark mark, PDPageContentStream content, float top) throws IOException {
        switch (mark) {
            case Mark.Line line -> {
                stroke(line.ink(), line.width(), content);
                content.setLineDashPattern(line.dashed() ? new float[] {3, 2.5f} : new float[0], 0);
                trace(line.points(), content, top);
                content.stroke();
            }
            case Mark.Area area -> {
                fill(area.ink(), content);
                trace(area.outline(), content, top);
                content.closePath();
                content.fill();
            }
            case Mark.Box box -> {
                fill(box.ink(), content);
                content.addRect((float) box.x(), (float) (top - box.y() - box.height()), (float) box.width(), (float)
                        box.height());
                content.fill();
            }
            case Mark.Dot dot -> circle(dot, content, top);
            case Mark.Label label -> write(label, content, top);
        }
    }

    private void write(Mark.Label label, PDPageContentStream content, float top) throws IOException {
        String text = typeface.drawable(label.text());
        double shift = label.anchor() == Anchor.START ? 0 : typeface.width(text, label.size());
        double x = label.x() - (label.anchor() == Anchor.MIDDLE ? shift / 2 : shift);
        fill(label.ink(), content);
        content.beginText();
        if (label.strong()) {
            stroke(label.ink(), label.size() * STRONG, content);
            content.setLineDashPattern(new float[0], 0);
        }
        content.setRenderingMode(label.strong() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.setFont(font, (float) label.size());
        content.newLineAtOffset((float) x, (float) (top - label.y()));
        content.showText(text);
        content.endText();
    }

    private static void circle(Mark.Dot dot, PDPageContentStream content, float top) throws IOException {
        float x = (float) dot.x();
        float y = (float) (top - dot.y());
        float r = (float) dot.radius();
        float k = r * QUARTER;
        fill(dot.ink(), content);
        content.moveTo(x + r, y);
        content.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        content.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        content.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        content.curveTo(x + k, y - r, x + r, y - k, x + r, y);
        content.fill();
    }

    private static void trace(List<Point> points, PDPageContentStream content, float top) throws IOException {
        for (int i = 0; i < points.size(); i++) {
            float x = (float) points.get(i).x();
            float y = (float) (top - points.get(i).y());
            if (i == 0) {
                content.moveTo(x, y);
            } else {
                content.lineTo(x, y);
            }
        }
    }

    private static void stroke(Ink ink, double width, PDPageContentStream content) throws IOException {
        content.setStrokingColor(ink.red(), ink.green(), ink.blue());
        content.setLineWidth((float) width);
    }

    private static void fill(Ink ink, PDPageContentStream content) throws IOException {
        content.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
    }
}
