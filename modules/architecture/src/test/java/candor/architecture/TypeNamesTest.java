// SPDX-License-Identifier: GPL-3.0-or-later
package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One name for one thing: a name of a type says which one is meant, without its package. */
class TypeNamesTest {

    private static final Pattern TOP_LEVEL = Pattern.compile(
            "(?m)^(?:(?:public|abstract|final|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) (\\w+)");

    /** What is not accepted is rejected: another word for it would be a second name for the same thing. */
    private static final Pattern OTHER_WORD = Pattern.compile("(?i)\\b\\w*refus\\w*");

    /** They stand in state machines, events and stored runs. */
    private static final Set<String> PUBLIC_NAMES = Set.of("InputRefused", "RequestRefused");

    @Test
    void noTwoTypesOfMainCodeShareAName() {
        Map<String, TreeSet<String>> files = new TreeMap<>();
        Tree.mainSources()
                .forEach((file, text) -> TOP_LEVEL
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(declaration -> declaration.substring(declaration.lastIndexOf(' ') + 1))
                        .forEach(name -> files.computeIfAbsent(name, any -> new TreeSet<>())
                                .add(file)));
        assertThat(files).hasSizeGreaterThan(700);
        assertThat(files.values().stream().filter(places -> places.size() > 1).toList())
                .as("files that declare a type of the same name")
                .isEqualTo(List.of());
    }

    @Test
    void whatIsNotAcceptedIsRejected() {
        Tree.mainSources()
                .forEach((file, text) -> assertThat(OTHER_WORD
                                .matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .filter(word -> !PUBLIC_NAMES.contains(word)))
                        .as(file)
                        .isEmpty());
    }
}
