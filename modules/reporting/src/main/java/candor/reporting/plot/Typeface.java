package candor.reporting.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans, which PDFBox carries: its widths for layout and its bytes for embedding. SVG asks for it, or for Arial
 * which has the same widths. Immutable.
 */
public final class Typeface {

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int CODE_POINTS = 0x10000;
    private static final int MISSING = -1;
    private static final char REPLACEMENT = '?';

    private final byte[] bytes;
    private final int[] advances;
    private final double unitsPerEm;

    private Typeface(byte[] bytes, int[] advances, double unitsPerEm) {
        this.bytes = bytes;
        this.advances = advances;
        this.unitsPerEm = unitsPerEm;
    }

    /** Reads the bundled font; UncheckedIOException where PDFBox no longer carries it. */
    public static Typeface bundled() {
        try (InputStream in = PDType0Font.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("no " + RESOURCE + " in PDFBox");
            }
            byte[] bytes = in.readAllBytes();
            try (TrueTypeFont font = parse(bytes)) {
                return new Typeface(bytes, advances(font), font.getUnitsPerEm());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] advances(TrueTypeFont font) throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        int[] advances = new int[CODE_POINTS];
        Arrays.fill(advances, MISSING);
        for (int c = ' '; c < CODE_POINTS; c++) {
            int glyph = glyphs.getGlyphId(c);
            if (glyph != 0) {
                advances[c] = font.getAdvanceWidth(glyph);
            }
        }
        return advances;
    }

    /** Width of a line of text in points, for a size in points. */
    public double width(String text, double size) {
        long units = text.codePoints().mapToLong(this::advance).sum();
        return units * size / unitsPerEm;
    }

    /** The text with a question mark for each character that the font lacks. */
    public String drawable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(has(c) ? c : REPLACEMENT));
        return out.toString();
    }

    /** The font; whoever opens it closes it. */
    TrueTypeFont open() throws IOException {
        return parse(bytes);
    }

    private static TrueTypeFont parse(byte[] bytes) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    }

    private boolean has(int codePoint) {
        return codePoint < CODE_POINTS && advances[codePoint] != MISSING;
    }

    private int advance(int codePoint) {
        return has(codePoint) ? advances[codePoint] : advances[REPLACEMENT];
    }
}
