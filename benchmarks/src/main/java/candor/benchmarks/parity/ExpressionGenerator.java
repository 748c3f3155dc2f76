package candor.benchmarks.parity;

import candor.benchmarks.parity.OwnEvaluator.Question;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws expressions over a small document of orders; each kind in turn, a tenth of them wrong on purpose. */
final class ExpressionGenerator {

    private static final String ITEMS = "$states.input.orders.items";
    private static final List<String> NAMES = List.of("amber", "Birke", "zwölf", "x-ray", "o'clock", "a b", "", "10");
    private static final List<String> COLOURS = List.of("red", "green", "blue");
    private static final List<String> TIMES = List.of(
            "2024-02-29T23:59:59.999Z",
            "2026-01-01T00:00:00.000Z",
            "1999-12-31T12:00:00.000Z",
            "1970-01-01T00:00:00.001Z");
    private static final List<String> PICTURES = List.of(
            "[Y0001]-[M01]-[D01]",
            "[D1o] [MNn] [Y]",
            "[FNn], [D01]/[M01]/[Y0001]",
            "[H01]:[m01]:[s01].[f001]",
            "[h]:[m01] [P]",
            "[Y]-W[W01]-[F1]",
            "day [d] of [Y]",
            "[MNn,*-3] [D1], [Y01]",
            "[H01]:[m01] [z]",
            "[H01]:[m01] [Z]",
            "[YI]",
            "[Dwo]",
            "[D1] [Mi]");
    private static final List<String> NUMBER_PICTURES =
            List.of("0.00", "#,##0.00", "000", "0%", "#0.###", "0.0e0", "#,###", "(0)", "0.00;(0.00)", "00.#");

    private final SplittableRandom random;
    private final Terms terms;

    private ExpressionGenerator(SplittableRandom random) {
        this.random = random;
        this.terms = new Terms(random).withRecord("$states.input").with(Terms.Type.LIST, "$states.input.numbers");
    }

    static Question draw(long seed, int index) {
        ExpressionGenerator generator = new ExpressionGenerator(new SplittableRandom(seed * 1_000_033 + index));
        JsonNode input = generator.document();
        return switch (index % 15) {
            case 0 -> new Question("arithmetic", generator.terms.number(3), input);
            case 1 -> new Question("text", generator.terms.string(3), input);
            case 2 -> new Question("comparison", generator.terms.bool(3), input);
            case 3 -> new Question("list", generator.terms.list(3), input);
            case 4 -> new Question("path", generator.path(), input);
            case 5 -> new Question("predicate", generator.predicate(), input);
            case 6 -> new Question("higher order", generator.higherOrder(), input);
            case 7 -> new Question("order", generator.order(), input);
            case 8 -> new Question("group", generator.group(), input);
            case 9 -> new Question("number function", generator.numberFunction(), input);
            case 10 -> new Question("string function", generator.stringFunction(), input);
            case 11 -> new Question("array function", generator.arrayFunction(), input);
            case 12 -> new Question("object function", generator.objectFunction(), input);
            case 13 -> new Question("date", generator.date(), input);
            default -> new Question("wrong or Step Functions' own", generator.wrongOrOwn(), input);
        };
    }

    private JsonNode document() {
        ObjectNode document = new Records(random).literal("d");
        ArrayNode numbers = document.putArray("numbers");
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            numbers.add(random.nextInt(3) == 0 ? random.nextInt(200) / 16.0 - 4 : random.nextInt(50) - 10);
        }
        ArrayNode orders = document.putArray("orders");
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            ArrayNode items = orders.addObject().put("id", "o" + i).putArray("items");
            int lines = random.nextInt(4);
            for (int k = 0; k < lines; k++) {
                items.add(item());
            }
        }
        document.putArray("empty");
        document.putNull("none");
        document.put("time", pick(TIMES));
        return document;
    }

    private ObjectNode item() {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("name", pick(NAMES));
        item.put("price", random.nextInt(160) / 4.0).put("quantity", 1 + random.nextInt(5));
        item.put("colour", pick(COLOURS));
        item.putArray("tags").add("t" + random.nextInt(3)).add("t" + random.nextInt(3));
        item.putObject("size").put("w", random.nextInt(9)).put("h", random.nextInt(9));
        return item;
    }

    private String path() {
        return pick(List.of(
                ITEMS + ".name",
                ITEMS + ".size.(w * h)",
                ITEMS + ".tags",
                "$states.input.orders[" + integer(2) + "].items.price",
                "$states.input.orders.items[" + integer(2) + "].name",
                "($states.input.orders.items)[" + integer(3) + "].name",
                "$states.input.*.k",
                "$states.input.**.w",
                ITEMS + ".size.*",
                "$states.input.orders.{'id': id, 'count': $count(items)}",
                "[" + ITEMS + ".[name, price]]",
                ITEMS + ".(price > " + number() + " ? name : colour)",
                "$states.input.orders.id[]",
                "$states.input.orders@$o.items.{'order': $o.id, 'item': name}",
                "$states.input.orders.items#$i.{'at': $i, 'item': name}",
                ITEMS + ".tags.%.name",
                "($p := " + ITEMS + "; $p.price ~> $sum)",
                "$states.input.o.none",
                ITEMS + ".{ 'k' & $string(quantity): price }"));
    }

    private String predicate() {
        return pick(List.of(
                ITEMS + "[price > " + number() + "].name",
                ITEMS + "[colour = '" + pick(COLOURS) + "']",
                "[" + ITEMS + "[price < " + number() + " and quantity >= " + integer(4) + "].name]",
                ITEMS + "[-1].name",
                "$states.input.numbers[" + (integer(8) - 4) + "]",
                "$states.input.numbers[[0.." + integer(3) + "]]",
                "$states.input.numbers[[0, 2, -1]]",
                ITEMS + "['t1' in tags].name",
                ITEMS + "[size.w > size.h].(name & ':' & $string(size.w))",
                ITEMS + "[name ~> /" + pick(List.of("^a", "[0-9]", "r$", "ö", "A|B")) + "/].name",
                ITEMS + "[$contains(name, '" + pick(List.of("a", "b", "ö", "-")) + "')].colour",
                "$states.input.numbers[$ % 2 = " + integer(2) + "]",
                "$states.input.numbers[$ > $average($states.input.numbers)]",
                "$states.input.orders[$count(items) > 1].id",
                "$states.input.empty[0]",
                ITEMS + "[0][0].name",
                ITEMS + "[quantity = " + integer(5) + "][0].price"));
    }

    private String higherOrder() {
        String list = terms.list(1);
        return pick(List.of(
                "$map(" + list + ", function($v, $i, $a) { $v * $i + $count($a) })",
                "$filter(" + list + ", function($v, $i) { $i % 2 = 0 })",
                "$reduce(" + list + ", function($a, $b) { $a - $b })",
                "$reduce(" + list + ", function($a, $b, $i) { $a + $b * $i }, " + number() + ")",
                "$single($append(" + list + ", 4242), function($v) { $v = 4242 })",
                "(" + list + " ~> $map(function($x) { $x + 1 }) ~> $sum)",
                "($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(" + integer(12) + "))",
                "($add := function($x) { function($y) { $x + $y } }; $add(" + number() + ")(" + number() + "))",
                "($sq := λ($x) { $x * $x }; $map(" + list + ", $sq))",
                "($g := $substring(?, 0, " + integer(4) + "); $g(" + terms.string(1) + "))",
                "($h := $trim ~> $uppercase; $h(' ' & " + terms.string(1) + "))",
                "$each($states.input.o, function($v, $k) { $k & '=' & $string($v) })",
                "$sift($states.input.o, function($v, $k) { $v != null })",
                "$zip(" + list + ", " + terms.list(1) + ")",
                "$map(" + ITEMS + ", function($i) { $merge([$i.size, {'p': $i.price}]) })",
                "($t := function($n, $a) { $n = 0 ? $a : $t($n - 1, $a + $n) }; $t(" + integer(90) + ", 0))"));
    }

    private String order() {
        return pick(List.of(
                ITEMS + "^(price).name",
                ITEMS + "^(>price, name).name",
                ITEMS + "^(colour, >quantity).(colour & $string(quantity) & name)",
                ITEMS + "^(price * quantity).price",
                "$sort($states.input.numbers)",
                "$sort($states.input.numbers, function($l, $r) { $l * $l > $r * $r })[0] ~> $abs",
                "$sort(" + ITEMS + ", function($l, $r) { $l.quantity > $r.quantity }).quantity",
                "$sort([" + ITEMS + ".name])",
                "$reverse($sort([" + ITEMS + ".colour]))",
                "$distinct([" + ITEMS + ".colour])^($)",
                ITEMS + "^(size.w, size.h).size",
                "(" + ITEMS + "^(>price))[0].name",
                "$sort([" + terms.number(1) + ", " + terms.number(1) + ", " + terms.number(1) + "])"));
    }

    private String group() {
        return pick(List.of(
                ITEMS + "{colour: $sum(price)}",
                ITEMS + "{colour: $count($)}",
                ITEMS + "{colour: name}",
                ITEMS + "{colour: [name]}",
                ITEMS + "{colour: {'n': $count(name), 'most': $max(price)}}",
                ITEMS + "{$substring(colour, 0, 1): $sum(quantity)}",
                "$states.input.orders{id: $count(items)}",
                ITEMS + "[price > " + number() + "]{name: quantity}",
                "{'total': $sum(" + ITEMS + ".(price * quantity)), 'names': [" + ITEMS + ".name]}",
                "$states.input.numbers{$ % 2 = 0 ? 'even' : 'other': $sum($)}",
                "{" + quoted() + ": " + terms.number(1) + ", 'gone': $states.input.absent}",
                ITEMS + ".tags{$: $count($)}"));
    }

    private String numberFunction() {
        String n = "(" + terms.number(2) + ")";
        return pick(List.of(
                "$abs(" + n + ")",
                "$ceil(" + n + " / 3)",
                "$round(" + n + " / 7, " + (integer(5) - 1) + ")",
                "$round(" + (integer(20) - 10) + ".5)",
                "$power(" + integer(9) + ", " + (integer(6) - 2) + ")",
                "$sqrt($abs(" + n + "))",
                n + " % " + (1 + integer(6)),
                n + " / " + (1 + integer(9)),
                "$string(" + n + " / " + (1 + integer(9)) + ")",
                "$string(" + integer(9) + "e" + (integer(50) - 25) + ")",
                "$formatNumber(" + n + " / 3, '" + pick(NUMBER_PICTURES) + "')",
                "$formatBase($round(" + n + "), " + (2 + integer(34)) + ")",
                "$formatInteger(" + integer(4000) + ", '"
                        + pick(List.of("w", "W", "Ww", "I", "i", "A", "a", "000", "#,##0", "1;o", "w;o")) + "')",
                "$parseInteger('" + integer(3000) + "', '#0')",
                "$number('" + pick(List.of("12", "-3.5", "1e3", "0x1F", "0b101", "0o17", " 7", "abc", "")) + "')",
                "$average(" + terms.list(2) + ")",
                "$min([" + n + ", " + n + "])",
                "0.1 + 0.2 * " + n,
                "$sum(" + ITEMS + ".price)",
                "$number(" + terms.bool(1) + ")"));
    }

    private String stringFunction() {
        String s = terms.string(2);
        String word = terms.word();
        return pick(List.of(
                "$substringBefore(" + s + ", '" + pick(List.of("a", "-", "", "ö")) + "')",
                "$substringAfter(" + s + ", '" + pick(List.of("a", "-", "", "ö")) + "')",
                "$substring(" + s + ", " + (integer(8) - 5) + ")",
                "$substring(" + s + ", " + (integer(8) - 5) + ", " + integer(4) + ")",
                "$pad(" + s + ", " + (integer(30) - 15) + ", '" + pick(List.of("#", "ab", "")) + "')",
                "$split(" + s + ", '" + pick(List.of("-", " ", "")) + "')",
                "$split(" + s + ", /[ -]/, " + integer(3) + ")",
                "$match(" + s + ", /([a-z])([a-z]*)/)",
                "$replace(" + s + ", /([a-z])([a-z])/, '$2$1')",
                "$replace(" + s + ", 'a', '" + pick(List.of("$", "$$", "é")) + "', " + integer(3) + ")",
                "$replace(" + s + ", /[aeiou]/i, function($m) { '<' & $m.match & '>' })",
                "$base64encode($replace(" + s + ", /[^ -~]/, '?'))",
                "$base64decode($base64encode('plain " + integer(100) + "'))",
                "$encodeUrlComponent(" + s + ")",
                "$encodeUrl('https://a.b/c?e=' & $replace(" + s + ", ' ', '-'))",
                "$decodeUrlComponent($encodeUrlComponent(" + s + "))",
                "$lowercase(" + s + ") & $uppercase(" + word + ")",
                "$trim('  ' & " + s + " & '  b ')",
                "$string({'a': " + s + ", 'n': [1, 2.50, null, true]})",
                "$string([" + s + "], true)",
                "$length(" + s + " & '😀')",
                "$contains(" + s + ", /[A-Z]/)",
                s + " & null & 1.50 & [1,2] & {'a': true}",
                "$join([" + ITEMS + ".name], ', ')",
                "$type(" + s + ")"));
    }

    private String arrayFunction() {
        String list = terms.list(2);
        return pick(List.of(
                "$append(" + list + ", " + terms.number(1) + ")",
                "$append([], " + terms.number(1) + ")",
                "$reverse(" + list + ")",
                "$distinct($append(" + list + ", " + list + "))",
                "$count(" + list + ")",
                "$count($states.input.absent)",
                "$exists($states.input." + pick(List.of("absent", "none", "empty", "s")) + ")",
                "$type($states.input." + pick(List.of("none", "empty", "o", "n", "b")) + ")",
                "$boolean(" + pick(List.of("[]", "[0]", "[0, 0]", "''", "'0'", "{}", "{'a':0}", "0", "null", "[[]]"))
                        + ")",
                "[1.." + integer(5) + "].($ * $)",
                "[" + integer(5) + ".." + integer(5) + "]",
                "[" + list + ", [" + list + "], []]",
                "$max(" + list + ")",
                "$zip([1, 2, 3], ['a', 'b'])",
                list + " = " + list,
                "$states.input.numbers.$string()",
                "$lookup([{'a': 1}, {'a': 2}], 'a')",
                "$shuffle([7, 7, 7])",
                "$join($map(" + list + ", $string), '|')"));
    }

    private String objectFunction() {
        return pick(List.of(
                "$keys($states.input.o)",
                "$keys([" + ITEMS + ".size])",
                "$lookup($states.input, '" + pick(List.of("n", "s", "absent", "none", "l")) + "')",
                "$merge([$states.input.o, {'z': " + terms.number(1) + "}])",
                "$spread({'a': 1, 'b': " + terms.string(1) + "})",
                "$merge([" + ITEMS + ".{name: price}])",
                "$states.input.o ~> |$|{'k': k + 1, 'new': true}|",
                "$states.input.orders ~> |$|{'x': 1}, ['id']|",
                "$states.input.orders ~> |items|{'total': price * quantity}, ['tags', 'size']|",
                "{'a': {'b': " + terms.number(1) + "}}.a.b",
                "{'b': 1, 'a': [2, {'c': " + terms.string(1) + "}]} = {'a': [2, {'c': 'amber'}], 'b': 1}",
                "$string($states.input.o)",
                "{'same': $states.input.o = $states.input.o, 'not': $states.input.o != {}}",
                "$each({'b': 2, 'a': 1}, function($v, $k) { $k })",
                "$sift({'a': 1, 'b': 'x'}, function($v) { $type($v) = 'number' })",
                "{'list': " + terms.list(1) + "[], 'null': null, 'nothing': []}",
                "$merge([])",
                "$count($keys($states.input))"));
    }

    private String date() {
        String time = "$toMillis($states.input.time)";
        return pick(List.of(
                time,
                "$fromMillis(" + time + " + " + (integer(4000) * 86_400_000L) + ")",
                "$fromMillis(" + time + ", '" + pick(PICTURES) + "')",
                "$fromMillis(" + time + ", '" + pick(PICTURES) + "', '" + pick(List.of("+0100", "-0500", "0000"))
                        + "')",
                "$toMillis('"
                        + pick(List.of(
                                "2026-04-24",
                                "2026-04-24T18:30:00Z",
                                "2026",
                                "24/04/2026",
                                "2026-04-24T18:30:00+02:00"))
                        + "')",
                "$toMillis('" + (1 + integer(28)) + "/" + (1 + integer(12)) + "/2026', '[D]/[M]/[Y]')",
                "$toMillis('2026-" + (10 + integer(3)) + "-03 07:05', '[Y0001]-[M01]-[D01] [H01]:[m01]')",
                "$toMillis('" + (1 + integer(12)) + ":30 pm 3 May 2026', '[h]:[m01] [P] [D1] [MNn] [Y0001]')",
                "$fromMillis($toMillis('2026-" + (1 + integer(9)) + "-15', '[Y0001]-[M]-[D01]'), '" + pick(PICTURES)
                        + "')",
                "$fromMillis(" + (integer(2_000_000) * 1_000_000L) + ", '[Y]-[M01]-[D01]T[H01]:[m01]:[s01]')"));
    }

    private String wrongOrOwn() {
        return pick(List.of(
                "'a' + 1",
                "$states.input.s * 2",
                "1 < 'a'",
                "true < false",
                "$sum('x')",
                "$substring(" + integer(5) + ", 1)",
                "$uppercase(5)",
                "$states.input.absent.field",
                "$unknown(1)",
                "-'x'",
                "1 / 0",
                "$sqrt(-1)",
                "{1: 2}",
                "$number('ten')",
                "[1..'x']",
                "$toMillis('no date')",
                "$error('told')",
                "$assert(1 = 2, 'it is not')",
                "1 +",
                "(1",
                "$single([1, 2])",
                "$reduce([1, 2], function($x) { $x })",
                "$formatBase(10, 99)",
                "$map([1, 2], 3)",
                "'a' in",
                "$partition(" + terms.list(2) + ", " + (1 + integer(4)) + ")",
                "$partition([" + ITEMS + ".name], " + (1 + integer(3)) + ")",
                "$range(" + (integer(10) - 5) + ", " + integer(20) + ", " + (1 + integer(4)) + ")",
                "$range(" + integer(9) + ", " + (integer(5) - 9) + ", -" + (1 + integer(3)) + ")",
                "$hash(" + terms.string(2) + ", '" + pick(List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"))
                        + "')",
                "$parse($string($states.input))",
                "$parse('[1, {\"a\": null}, \"" + integer(9) + "\"]')",
                "$parse('{')",
                "$hash('a', 'CRC32')",
                "$range(1, 2, 0)",
                "[$random(5) = $random(5), $random() < 1, $length($uuid())]"));
    }

    private int integer(int bound) {
        return random.nextInt(bound);
    }

    private String number() {
        return terms.literal();
    }

    private String quoted() {
        return "'" + pick(COLOURS) + "'";
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
