// SPDX-License-Identifier: GPL-3.0-or-later
package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.environment.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The environment variables of Candor stand in one table, which docs/settings.md prints and all code reads by. */
class VariablesTest {

    private static final String PAGE = "docs/settings.md";
    private static final Pattern MENTION = Pattern.compile("\\bCANDOR_[A-Z_]*[A-Z]\\b");
    private static final Pattern ROW = Pattern.compile("\\| `(CANDOR_[A-Z_]+)` \\|.*");

    @Test
    void thePageHasTheTable() {
        List<String> rows = Tree.text(PAGE)
                .lines()
                .dropWhile(line -> !line.equals("## Environment variables"))
                .filter(line -> line.startsWith("| `CANDOR_"))
                .takeWhile(line -> line.startsWith("| "))
                .limit(Variable.values().length)
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(Variable.values()).map(VariablesTest::row).toList());
    }

    /** A name that is spelled a second time could be spelled wrong: it would be read, and set by nobody. */
    @Test
    void namesAreSpelledInTheTableAlone() {
        Map<String, String> sources = new TreeMap<>(Tree.sources("modules"));
        sources.putAll(Tree.sources("functions"));
        assertThat(sources.entrySet())
                .filteredOn(source -> source.getKey().contains("src/main/java/"))
                .filteredOn(source -> source.getValue().contains("\"CANDOR_"))
                .extracting(Map.Entry::getKey)
                .containsExactly("modules/store/src/main/java/candor/store/environment/Variable.java");
    }

    /** Messages and docs tell people to set variables: each one is there. */
    @Test
    void everyVariableThatIsMentionedIsOnThePage() {
        Map<String, String> texts = new TreeMap<>(Tree.mainSources());
        for (String file :
                List.of("template.yaml", "candor", "README.md", "CONTRIBUTING.md", "SECURITY.md", ".ci/run")) {
            texts.put(file, Tree.text(file));
        }
        texts.putAll(Tree.names("docs", ".md").stream()
                .map(name -> "docs/" + name + ".md")
                .collect(Collectors.toMap(Function.identity(), Tree::text)));
        Set<String> known = Tree.text(PAGE)
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        texts.forEach((file, text) -> assertThat(MENTION.matcher(text).results().map(MatchResult::group))
                .as(file)
                .isSubsetOf(known));
    }

    private static String row(Variable variable) {
        String standard = variable.standard();
        return "| `" + variable + "` | " + variable.readers() + " | "
                + (standard.isEmpty() ? "none" : "`" + standard + "`") + " | " + variable.meaning() + " |";
    }
}
