// SPDX-License-Identifier: GPL-3.0-or-later
package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.port.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a source notes is named by {@link Provenance}: a key that is mistyped on one side is read by nobody. */
class ProvenanceKeysTest {

    private static final Pattern BY_TEXT =
            Pattern.compile("(?:provenance(?:\\(\\))?|remarks)\\s*\\.(?:put|get|getOrDefault|remove)\\(\\s*\"");

    @Test
    void noneIsWrittenOrReadByItsText() {
        List<String> files = Stream.of("modules", "functions", "benchmarks")
                .flatMap(folder -> Tree.sources(folder).entrySet().stream())
                .filter(source -> source.getKey().contains("/src/main/"))
                .filter(source -> BY_TEXT.matcher(source.getValue()).find())
                .map(source -> source.getKey())
                .toList();
        assertThat(files).isEmpty();
    }

    @Test
    void eachHasAKeyOfItsOwn() {
        assertThat(Arrays.stream(Provenance.values()).map(Provenance::key)).doesNotHaveDuplicates();
    }
}
