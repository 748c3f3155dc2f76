package candor.benchmarks.parity;

import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What travels between generated states: a number n, a string s, a boolean b, a list of numbers l, a number o.k. */
final class Records {

    private static final List<String> STRINGS = List.of(
            "plain", "two words", "zwölf", "it's", "say \"no\"", "back\\slash", "line\nbreak", "", "{ % }", "3");

    private final SplittableRandom random;

    Records(SplittableRandom random) {
        this.random = random;
    }

    ObjectNode literal(String id) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", id);
        node.put("n", random.nextInt(4) == 0 ? random.nextInt(80) / 8.0 : random.nextInt(100) - 30);
        node.put("s", STRINGS.get(random.nextInt(STRINGS.size())));
        node.put("b", random.nextBoolean());
        var list = node.putArray("l");
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            list.add(random.nextInt(20));
        }
        node.putObject("o").put("k", random.nextInt(9)).putNull("none");
        return node;
    }

    /** As one expression, or as an object with expressions inside. */
    JsonNode template(Terms terms) {
        return random.nextInt(3) == 0 ? whole(terms) : object(terms);
    }

    private JsonNode whole(Terms terms) {
        return JsonNodeFactory.instance.stringNode(expression("{'n': " + terms.number(2) + ", 's': " + terms.string(2)
                + ", 'b': " + terms.bool(1) + ", 'l': " + terms.list(2) + ", 'o': {'k': " + terms.number(1) + "}}"));
    }

    /** An object with expressions inside. */
    ObjectNode object(Terms terms) {
        String n = terms.number(2);
        String s = terms.string(2);
        String b = terms.bool(1);
        String l = terms.list(2);
        String k = terms.number(1);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("n", expression(n))
                .put("s", expression(s))
                .put("b", expression(b))
                .put("l", expression(l));
        node.putObject("o").put("k", expression(k));
        return node;
    }

    String expression(String text) {
        return "{% " + text + " %}";
    }
}
