package candor.forecasting.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.candidate.Candidate.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTableInDocsTest {

    @Test
    void theDocumentedTableIsThatOfTheCode() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../../docs/forecasting.md")).stream()
                .dropWhile(line -> !line.startsWith("| key | name | forecasts |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Candidates.ALL.stream()
                        .map(CandidateTableInDocsTest::row)
                        .toList());
    }

    private static String row(Candidate candidate) {
        return "| "
                + String.join(
                        " | ",
                        "`" + candidate.key() + "`",
                        candidate.words(),
                        candidate.kind() == Kind.MEAN ? "mean" : "scale",
                        coefficients(candidate),
                        "`" + candidate.column() + "`",
                        candidate.isWithout(Candidates.fitted()) ? "`" + candidate.fallback() + "`" : "never")
                + " |";
    }

    private static String coefficients(Candidate candidate) {
        return switch (candidate.fit()) {
            case NONE -> "none, or follow every session";
            case CLOSED_FORM -> "by arithmetic" + (candidate.usesFeatures() ? ", from features" : "");
            case SEARCH -> "by a search" + (candidate.usesFeatures() ? ", from features" : "");
        };
    }
}
