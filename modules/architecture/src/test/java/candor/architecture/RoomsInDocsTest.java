// SPDX-License-Identifier: GPL-3.0-or-later
package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of rooms in docs/architecture.md says of each which others it knows, as the classes have it. */
class RoomsInDocsTest {

    private static final Pattern ROW = Pattern.compile("\\| `(?:modules/)?([a-z]+)(?:/\\*)?` \\|[^|]*\\| ([^|]*)\\|.*");
    private static final Pattern ROOM = Pattern.compile("candor\\.([a-z]+)\\..*");
    private static final Map<String, String> FOLDERS = Map.of("function", "functions");

    @Test
    void theTableIsWhatTheClassesDo() {
        SortedMap<String, SortedSet<String>> written = written();
        written.keySet().removeIf(room -> room.equals("architecture") || room.equals("benchmarks"));

        assertThat(found()).isEqualTo(written);
    }

    private static SortedMap<String, SortedSet<String>> written() {
        SortedMap<String, SortedSet<String>> rooms = new TreeMap<>();
        Tree.text("docs/architecture.md")
                .lines()
                .dropWhile(line -> !line.equals("## Rooms"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> rooms.put(row.group(1), names(row.group(2))));
        return rooms;
    }

    private static SortedSet<String> names(String cell) {
        SortedSet<String> names = new TreeSet<>(Arrays.asList(cell.strip().split(", *", -1)));
        names.remove("");
        return names;
    }

    private static SortedMap<String, SortedSet<String>> found() {
        SortedMap<String, SortedSet<String>> rooms = new TreeMap<>();
        for (JavaClass type :
                new ClassFileImporter().withImportOption(new Shipped()).importPackages("candor")) {
            SortedSet<String> known = rooms.computeIfAbsent(room(type), room -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String other = room(dependency.getTargetClass());
                if (!other.isEmpty() && !other.equals(room(type))) {
                    known.add(other);
                }
            }
        }
        return rooms;
    }

    private static String room(JavaClass type) {
        Matcher matcher = ROOM.matcher(type.getName());
        return matcher.matches() ? FOLDERS.getOrDefault(matcher.group(1), matcher.group(1)) : "";
    }
}
