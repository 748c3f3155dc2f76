package candor.benchmarks.parity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws JSONata that always gives a value of the type asked for, from what it is told to be there. */
final class Terms {

    /** What a term gives. A list holds numbers. */
    enum Type {
        NUMBER,
        STRING,
        BOOLEAN,
        LIST
    }

    private static final List<String> WORDS =
            List.of("'amber'", "'zwölf'", "'a b'", "''", "\"it's\"", "'10'", "'x-y-z'", "'Ärger über Öl'");
    private static final List<String> DECIMALS = List.of("0.5", "2.25", "1e3", "0.125");

    private final SplittableRandom random;
    private final Map<Type, List<String>> known = new EnumMap<>(Type.class);

    Terms(SplittableRandom random) {
        this.random = random;
        for (Type type : Type.values()) {
            known.put(type, new ArrayList<>());
        }
    }

    /** What is there, and one thing more. */
    Terms with(Type type, String path) {
        Terms more = new Terms(random);
        known.forEach((kind, paths) -> more.paths(kind).addAll(paths));
        more.paths(type).add(path);
        return more;
    }

    /** What is there, and the fields of a record under that path. */
    Terms withRecord(String path) {
        return with(Type.NUMBER, path + ".n")
                .with(Type.STRING, path + ".s")
                .with(Type.BOOLEAN, path + ".b")
                .with(Type.LIST, path + ".l")
                .with(Type.NUMBER, path + ".o.k");
    }

    String draw(Type type, int depth) {
        return switch (type) {
            case NUMBER -> number(depth);
            case STRING -> string(depth);
            case BOOLEAN -> bool(depth);
            case LIST -> list(depth);
        };
    }

    String number(int depth) {
        int d = depth - 1;
        return switch (depth <= 0 ? random.nextInt(3) : 3 + random.nextInt(13)) {
            case 0 -> literal();
            case 1, 2, 3 -> leaf(Type.NUMBER, literal());
            case 4 -> "(" + number(d) + " + " + number(d) + ")";
            case 5 -> "(" + number(d) + " - " + number(d) + ")";
            case 6 -> "(" + number(d) + " * " + number(0) + ")";
            case 7 -> "$sum(" + list(d) + ")";
            case 8 -> "$count(" + list(d) + ")";
            case 9 -> "$max($append(" + list(d) + ", " + number(d) + "))";
            case 10 -> "$length(" + string(d) + ")";
            case 11 -> "$floor(" + number(d) + " * 0.5)";
            case 12 -> "(" + bool(d) + " ? " + number(d) + " : " + number(d) + ")";
            case 13 -> "$reduce($append([0], " + list(d) + "), function($a, $b) { $a + 2 * $b })";
            case 14 -> "$number($string($round(" + number(d) + ", 1)))";
            default -> "($w := " + number(d) + "; $w * $w - " + number(0) + ")";
        };
    }

    String string(int depth) {
        int d = depth - 1;
        return switch (depth <= 0 ? random.nextInt(3) : 3 + random.nextInt(9)) {
            case 0 -> word();
            case 1, 2, 3 -> leaf(Type.STRING, word());
            case 4 -> "(" + string(d) + " & " + string(d) + ")";
            case 5 -> "$uppercase(" + string(d) + ")";
            case 6 -> "$substring(" + string(d) + ", " + random.nextInt(3) + ", " + (1 + random.nextInt(4)) + ")";
            case 7 -> "$string(" + number(d) + ")";
            case 8 -> "$join([" + string(d) + ", " + string(d) + "], '-')";
            case 9 -> "(" + bool(d) + " ? " + string(d) + " : " + string(d) + ")";
            case 10 -> "$replace(" + string(d) + ", /[aeiou]/, '_')";
            default -> "$trim($pad(" + string(d) + ", " + (random.nextInt(20) - 10) + "))";
        };
    }

    String bool(int depth) {
        int d = depth - 1;
        return switch (depth <= 0 ? random.nextInt(3) : 3 + random.nextInt(9)) {
            case 0 -> random.nextBoolean() ? "true" : "false";
            case 1, 2, 3 -> leaf(Type.BOOLEAN, "true");
            case 4 -> "(" + number(d) + comparison() + number(d) + ")";
            case 5 -> "(" + string(d) + (random.nextBoolean() ? " = " : " < ") + string(d) + ")";
            case 6 -> "(" + bool(d) + " and " + bool(d) + ")";
            case 7 -> "(" + bool(d) + " or " + bool(d) + ")";
            case 8 -> "$not(" + bool(d) + ")";
            case 9 -> "(" + number(0) + " in " + list(d) + ")";
            case 10 -> "$contains(" + string(d) + ", " + word() + ")";
            default -> "(" + list(d) + " = " + list(d) + ")";
        };
    }

    String list(int depth) {
        int d = depth - 1;
        return switch (depth <= 0 ? random.nextInt(3) : 3 + random.nextInt(9)) {
            case 0 -> "[" + number(0) + ", " + number(0) + "]";
            case 1, 2, 3 -> leaf(Type.LIST, "[3, 1, 2]");
            case 4 -> "[" + number(d) + ", " + number(d) + ", " + number(0) + "]";
            case 5 -> "[$map(" + list(d) + ", function($v, $i) { $v + $i })]";
            case 6 -> "[$filter(" + list(d) + ", function($v) { $v > " + number(0) + " })]";
            case 7 -> "[(" + list(d) + ")[$ < " + number(0) + "]]";
            case 8 -> "[$sort(" + list(d) + ", function($l, $r) { $l < $r })]";
            case 9 -> "[$append(" + list(d) + ", " + list(d) + ")]";
            case 10 -> "[$reverse($distinct(" + list(d) + "))]";
            default -> "[" + random.nextInt(3) + ".." + random.nextInt(6) + "]";
        };
    }

    String literal() {
        return random.nextInt(4) == 0
                ? DECIMALS.get(random.nextInt(DECIMALS.size()))
                : String.valueOf(random.nextInt(70) - 20);
    }

    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    String comparison() {
        return List.of(" < ", " <= ", " > ", " >= ", " = ", " != ").get(random.nextInt(6));
    }

    private String leaf(Type type, String otherwise) {
        List<String> paths = paths(type);
        return paths.isEmpty() ? otherwise : paths.get(random.nextInt(paths.size()));
    }

    private List<String> paths(Type type) {
        return known.getOrDefault(type, List.of());
    }
}
