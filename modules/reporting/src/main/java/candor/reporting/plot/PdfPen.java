package candor.reporting.plot;

import candor.reporting.plot.Mark.Anchor;
import java.io.IOException;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws marks on the pages of a PDF document. */
public final class PdfPen {

    /** Control points of a quarter circle by a cubic curve, as a share of the radius. */
    private static final float QUARTER = 0.5522848f;

    /** Strong text is outlined by this share of its size: the bundled font has one weight only. */
    private static final float STRONG = 0.024f;

    private final Typeface typeface;
    private final PDFont font;

    /** Embeds the glyphs that will be drawn, when the document is saved. */
    public PdfPen(PDDocument document, Typeface typeface) throws IOException {
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

    /** Draws marks, whose y grows downwards from {@code top}; in what is marked as content, a line of text ends in a blank. */
    public void draw(List<Mark> marks, PDPageContentStream content, float top, boolean spoken) throws IOException {
        for (Mark mark : marks) {
            draw(mark, content, top, spoken);
        }
    }

    private void draw(Mark mark, PDPageContentStream content, float top, boolean spoken) throws IOException {
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
                content.addRect(
                        hundredths(box.x()),
                        hundredths(top - box.y() - box.height()),
                        hundredths(box.width()),
                        hundredths(box.height()));
                content.fill();
            }
            case Mark.Dot dot -> circle(dot, content, top);
            case Mark.Label label -> write(label, content, top, spoken);
        }
    }

    /** Without the blank the words of two lines are one where the text is read aloud or copied. */
    private void write(Mark.Label label, PDPageContentStream content, float top, boolean spoken) throws IOException {
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
        content.newLineAtOffset(hundredths(x), hundredths(top - label.y()));
        content.showText(spoken ? text + " " : text);
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
            float x = hundredths(points.get(i).x());
            float y = hundredths(top - points.get(i).y());
            if (i == 0) {
                content.moveTo(x, y);
            } else {
                content.lineTo(x, y);
            }
        }
    }

    /** Hundredths of a point are finer than any paper, and more digits make a file half as large again. */
    private static float hundredths(double value) {
        return Math.round(value * 100) / 100f;
    }

    private static void stroke(Ink ink, double width, PDPageContentStream content) throws IOException {
        content.setStrokingColor(ink.red(), ink.green(), ink.blue());
        content.setLineWidth((float) width);
    }

    private static void fill(Ink ink, PDPageContentStream content) throws IOException {
        content.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
    }
}
