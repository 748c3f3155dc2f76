package candor.forecasting.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTableInDocsTest {

    @Test
    void theDocumentedTableIsThatOfTheCode() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../../docs/forecasting.md")).stream()
                .dropWhile(line -> !line.equals("| name | formula | source |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Features.DEFINITIONS.stream()
                        .map(FeatureTableInDocsTest::row)
                        .toList());
    }

    private static String row(FeatureDefinition feature) {
        return "| `" + feature.name() + "` | `" + feature.formula().replace("|", "\\|") + "` | " + feature.source()
                + " |";
    }
}
