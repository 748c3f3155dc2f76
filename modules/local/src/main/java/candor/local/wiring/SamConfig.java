// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters that {@code sam deploy} will give a stack, by a samconfig.toml as {@code sam deploy --guided} writes it. */
final class SamConfig {

    /** Its name, in the folder from which one deploys. */
    static final String FILE = "samconfig.toml";

    private static final Pattern SECTION = Pattern.compile("\\[([\\w-]+)\\.(\\w+)\\.parameters]");
    private static final Pattern TEXT = Pattern.compile("(\\w+)\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\".*");
    private static final Pattern PAIR = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S*))");

    /**
     * @param environment as {@code --config-env} names it
     * @param parameters by name; an empty text is a value too
     */
    record Deployment(String environment, SortedMap<String, String> parameters) {}

    private SamConfig() {}

    /** The environments that deploy a stack of that name and give it parameters. */
    static List<Deployment> deployments(String toml, String stack) {
        Map<String, SortedMap<String, String>> settings = settings(toml);
        List<Deployment> found = new ArrayList<>();
        settings.forEach((section, own) -> {
            if (!section.endsWith(".deploy") || own.get("parameter_overrides") == null) {
                return;
            }
            String environment = section.substring(0, section.length() - ".deploy".length());
            String name = Optional.ofNullable(own.get("stack_name"))
                    .or(() -> Optional.ofNullable(settings.getOrDefault(environment + ".global", new TreeMap<>())
                            .get("stack_name")))
                    .orElse("");
            if (name.equals(stack)) {
                found.add(new Deployment(environment, pairs(own.getOrDefault("parameter_overrides", ""))));
            }
        });
        return found;
    }

    private static Map<String, SortedMap<String, String>> settings(String toml) {
        Map<String, SortedMap<String, String>> settings = new TreeMap<>();
        String section = "";
        for (String line : toml.lines().map(String::strip).toList()) {
            Matcher header = SECTION.matcher(line);
            Matcher text = TEXT.matcher(line);
            if (header.matches()) {
                section = header.group(1) + "." + header.group(2);
            } else if (text.matches()) {
                settings.computeIfAbsent(section, _ -> new TreeMap<>())
                        .put(text.group(1), text.group(2).replace("\\\"", "\""));
            }
        }
        return settings;
    }

    private static SortedMap<String, String> pairs(String overrides) {
        SortedMap<String, String> pairs = new TreeMap<>();
        Matcher pair = PAIR.matcher(overrides);
        while (pair.find()) {
            pairs.put(pair.group(1), pair.group(2) != null ? pair.group(2) : pair.group(3));
        }
        return pairs;
    }
}
