package candor.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * template.yaml as maps, lists and texts. A scalar with one of CloudFormation's short tags is a text that begins with it,
 * as in {@code !GetAtt Store.Arn}; a tagged list is a plain list.
 */
final class Template {

    private final Map<String, Object> document;

    private Template(Map<String, Object> document) {
        this.document = document;
    }

    static Template read() {
        return new Template(yaml("template.yaml"));
    }

    /** Any YAML document of the tree, in the same form. */
    static Map<String, Object> yaml(String path) {
        Node root = new Compose(LoadSettings.builder().build())
                .composeString(Tree.text(path))
                .orElseThrow();
        return map(plain(root));
    }

    /** Properties of the resources of a type, by logical id. */
    Map<String, Map<String, Object>> resources(String type) {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        map(document.get("Resources")).forEach((id, resource) -> {
            if (type.equals(map(resource).get("Type"))) {
                found.put(id, map(map(resource).get("Properties")));
            }
        });
        return found;
    }

    Map<String, Map<String, Object>> functions() {
        return resources("AWS::Serverless::Function");
    }

    Map<String, Object> function(String id) {
        return map(functions().get(id));
    }

    /** Names of the environment variables that the function is given, the globals' among them. */
    Set<String> variables(String function) {
        Map<String, Object> values = new TreeMap<>();
        for (Map<String, Object> properties : List.of(map(map(document, "Globals"), "Function"), function(function))) {
            Map<String, Object> environment = map(properties.getOrDefault("Environment", Map.of()));
            values.putAll(map(environment.getOrDefault("Variables", Map.of())));
        }
        values.values().removeIf("!Ref AWS::NoValue"::equals);
        return values.keySet();
    }

    /** What a state machine's definition is given for its placeholders. */
    Map<String, Object> substitutions(String stateMachine) {
        return map(map(resources("AWS::Serverless::StateMachine").get(stateMachine)), "DefinitionSubstitutions");
    }

    /** The seconds after which Lambda ends the function, its by the mapping that its property names. */
    int timeoutSeconds(String function) {
        Object place = function(function).get("Timeout");
        if (!(place instanceof List<?> path) || path.size() != 3) {
            throw new IllegalArgumentException("Timeout of " + function + " is no !FindInMap: " + place);
        }
        Object seconds = map(map(map(document, "Mappings"), String.valueOf(path.get(0))), String.valueOf(path.get(1)))
                .get(String.valueOf(path.get(2)));
        return Integer.parseInt(String.valueOf(seconds));
    }

    /** The statements of the policies that a role or a managed policy itself contains. */
    static List<Map<String, Object>> statements(Map<String, Object> properties) {
        if (properties.containsKey("PolicyDocument")) {
            return maps(map(properties.get("PolicyDocument")).get("Statement"));
        }
        return maps(properties.getOrDefault("Policies", List.of())).stream()
                .flatMap(policy -> maps(map(policy.get("PolicyDocument")).get("Statement")).stream())
                .toList();
    }

    /** What stands under the key, one text or several, as a list. */
    static List<String> texts(Map<String, Object> mapping, String key) {
        Object value = mapping.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key + " in " + mapping);
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** The mapping under the key. */
    static Map<String, Object> map(Map<String, Object> mapping, String key) {
        return map(mapping.get(key));
    }

    @SuppressWarnings("unchecked") // plain() makes maps with text keys only
    static Map<String, Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("no mapping in template.yaml: " + value);
    }

    private static List<Map<String, Object>> maps(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Template::map).toList();
        }
        throw new IllegalArgumentException("no list in template.yaml: " + value);
    }

    private static Object plain(Node node) {
        return switch (node) {
            case ScalarNode scalar -> tagged(scalar);
            case SequenceNode sequence ->
                sequence.getValue().stream().map(Template::plain).toList();
            case MappingNode mapping -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                mapping.getValue()
                        .forEach(entry ->
                                entries.put(((ScalarNode) entry.getKeyNode()).getValue(), plain(entry.getValueNode())));
                yield entries;
            }
            default -> throw new IllegalArgumentException("not understood in template.yaml: " + node);
        };
    }

    private static String tagged(ScalarNode scalar) {
        String tag = scalar.getTag().getValue();
        return tag.startsWith("!") ? tag + " " + scalar.getValue() : scalar.getValue();
    }
}
