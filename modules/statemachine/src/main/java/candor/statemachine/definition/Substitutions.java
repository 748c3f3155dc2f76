package candor.statemachine.definition;

import candor.statemachine.expression.JsonText;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;

/** What CloudFormation's DefinitionSubstitutions do: {@code ${Name}} gives way to a value. */
final class Substitutions {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private Substitutions() {}

    static String apply(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new InvalidDefinition("the definition asks for ${" + place.group(1)
                        + "}, which is not among the substitutions " + new TreeSet<>(values.keySet()));
            }
            String quoted = JsonText.write(JsonNodeFactory.instance.stringNode(value));
            return Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1));
        });
    }
}
