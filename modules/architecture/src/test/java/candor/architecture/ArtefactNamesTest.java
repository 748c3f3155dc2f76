// SPDX-License-Identifier: GPL-3.0-or-later
package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import candor.pipeline.stage.Artefacts;
import candor.pipeline.stage.StageName;
import candor.store.checkpoint.ArtefactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The name of an artefact stands once, in its key. {@code "clean.csv"} stood in fourteen places, and nothing told whoever
 * read one how its bytes are read.
 */
class ArtefactNamesTest {

    /** A text that is a file's name, alone or behind folders. */
    private static final Pattern NAME = Pattern.compile("\"(?:[^\"\\\\\\s]*/)?([a-z-]+\\.(?:csv|json|html|pdf|svg))\"");

    /** The API's path ends like the chart that it answers. */
    private static final String PATH_OF_THE_API = "/chart.svg\"";

    @Test
    void everyNameStandsInItsKeyAlone() {
        Map<String, List<String>> places = new TreeMap<>();
        names().forEach(name -> places.put(name, new ArrayList<>()));
        Stream.of("modules", "functions", "benchmarks")
                .map(Tree::sources)
                .flatMap(sources -> sources.entrySet().stream())
                .filter(source -> source.getKey().contains("/src/main/"))
                .forEach(source -> {
                    Matcher matcher = NAME.matcher(source.getValue());
                    while (matcher.find()) {
                        List<String> files = places.get(matcher.group(1));
                        if (files != null && !matcher.group().endsWith(PATH_OF_THE_API)) {
                            files.add(source.getKey());
                        }
                    }
                });
        assertThat(places)
                .allSatisfy((name, files) -> assertThat(files).as(name).hasSize(1));
    }

    @Test
    void everyStageHasARow() {
        assertThat(Artefacts.BY_STAGE).containsOnlyKeys(StageName.values());
    }

    @Test
    void theDocsDescribeEachInTheOrderOfTheTable() {
        Map<String, List<String>> described = new TreeMap<>();
        String stage = "";
        String docs = Tree.text("docs/checkpoint-format.md");
        for (String line :
                docs.substring(docs.indexOf("| stage | file |")).lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length < 4) {
                break;
            }
            stage = cells[1].isBlank() ? stage : cells[1].strip();
            Matcher file = Pattern.compile("`([a-z-]+\\.[a-z]+)`").matcher(cells[2]);
            while (file.find()) {
                described.computeIfAbsent(stage, any -> new ArrayList<>()).add(file.group(1));
            }
        }
        Map<String, List<String>> table = new TreeMap<>();
        Artefacts.BY_STAGE.forEach((name, keys) ->
                table.put(name.key(), keys.stream().map(ArtefactKey::name).toList()));
        assertThat(described).isEqualTo(table);
    }

    private static Stream<String> names() {
        return Artefacts.BY_STAGE.values().stream()
                .flatMap(List::stream)
                .map(ArtefactKey::name)
                .distinct();
    }
}
