// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupWriterTest {

    @Test
    void whatIsSaidNeverBecomesMarkup() {
        String hostile = "<b> & \"x\" 'y' \u0000\u0085\uFFFE\uD800 \uD83D\uDE00";
        assertThat(MarkupWriter.page(Element.of("p", hostile).with("title", hostile)))
                .isEqualTo(
                        "<!DOCTYPE html>\n<p title=\"&lt;b&gt; &amp; &quot;x&quot; 'y' \uFFFD\uFFFD\uFFFD\uFFFD \uD83D\uDE00\">"
                                + "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39; \uFFFD\uFFFD\uFFFD\uFFFD \uD83D\uDE00</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</style><script>", "a { content: '&lt;' }"})
    void aStyleSheetThatCouldEndItsElementIsRejected(String css) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StyleSheet(css))
                .withMessageContaining(css);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p onclick", "P", "a>b", "1a"})
    void whatIsNoNameIsRejected(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Element.of(name)).withMessageContaining("'" + name + "'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Element.of("p").with(name, ""))
                .withMessageContaining("'" + name + "'");
    }
}
