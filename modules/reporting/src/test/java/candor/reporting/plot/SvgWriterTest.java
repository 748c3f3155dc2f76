package candor.reporting.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.reporting.markup.MarkupWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SvgWriterTest {

    @Test
    void coordinatesHaveTwoDecimalsAtMost() {
        assertThat(List.of(0.0, 1.0, -0.001, 0.05, -3.456, 12.5, 1234.996))
                .extracting(SvgWriter::number)
                .containsExactly("0", "1", "0", "0.05", "-3.46", "12.5", "1235");
        assertThatThrownBy(() -> SvgWriter.number(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void figureIsWrittenAsItIs() {
        Canvas canvas = new Canvas(100, 50);
        canvas.add(new Mark.Line(List.of(new Point(1, 2), new Point(3.5, 4)), Ink.LINE, 0.5, true));
        canvas.add(new Mark.Label(5, 6, "a < b & \"c\"", 8, Mark.Anchor.END, Ink.TEXT, false));
        assertThat(MarkupWriter.xml(
                        new SvgWriter(Typeface.bundled()).inline(canvas.figure("small", "Title <1>", "What"))))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" role="img" \
                        font-family="'Liberation Sans', Arial, Helvetica, sans-serif" \
                        aria-labelledby="small-title small-desc">
                        <title id="small-title">Title &lt;1&gt;</title>
                        <desc id="small-desc">What</desc>
                        <path d="M1 2L3.5 4" fill="none" stroke-linejoin="round" stroke="#1f4e79" class="s-line" \
                        stroke-width="0.5" stroke-dasharray="3 2.5"/>
                        <text x="5" y="6" font-size="8" textLength="37.48" lengthAdjust="spacingAndGlyphs" text-anchor="end" fill="#1b2733" class="f-text">\
                        a &lt; b &amp; &quot;c&quot;</text>
                        </svg>
                        """);
    }
}
