// SPDX-License-Identifier: GPL-3.0-or-later
package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security.md gives the limits that the code keeps. */
class LimitsInDocsTest {

    private static final Map<String, String> SOURCES = Tree.sources("modules");
    private static final Pattern CONSTANT = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void eachLimitIsTheConstantBesideIt() {
        List<String[]> rows = rows();

        assertThat(rows).hasSizeGreaterThan(15);
        for (String[] row : rows) {
            Matcher constant = CONSTANT.matcher(row[3]);
            assertThat(constant.find()).as(row[1]).isTrue();
            assertThat(value(constant.group(1), constant.group(2)))
                    .as(constant.group())
                    .isEqualTo(Long.parseLong(row[2].strip().replace(",", "")));
        }
    }

    private static List<String[]> rows() {
        return Tree.text("docs/security.md")
                .lines()
                .dropWhile(line -> !line.startsWith("| what | at most |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .toList();
    }

    /** Of a constant that is a number, or two with {@code *} or {@code <<} between them. */
    private static long value(String type, String name) {
        List<Long> values = new ArrayList<>();
        Pattern written = Pattern.compile("\\b" + name + " = ([0-9_]+)(?: (\\*|<<) ([0-9_]+))?;");
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            if (!source.getKey().contains("/main/") || !source.getKey().endsWith("/" + type + ".java")) {
                continue;
            }
            Matcher definition = written.matcher(source.getValue());
            while (definition.find()) {
                long first = number(definition.group(1));
                values.add(
                        definition.group(2) == null
                                ? first
                                : definition.group(2).equals("*")
                                        ? first * number(definition.group(3))
                                        : first << number(definition.group(3)));
            }
        }
        assertThat(values).as("%s.%s", type, name).hasSize(1);
        return values.getFirst();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace("_", ""));
    }
}
