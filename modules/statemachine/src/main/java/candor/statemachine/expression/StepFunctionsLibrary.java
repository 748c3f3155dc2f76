package candor.statemachine.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Step Functions adds to JSONata: $partition, $range, $hash, $random, $uuid and $parse; see AWS Step
 * Functions Developer Guide, 'Transforming data with JSONata'. An argument that is undefined gives undefined. A seeded
 * $random repeats itself here as there, with other figures.
 */
final class StepFunctionsLibrary {

    private static final int LONGEST_RANGE = 1000;
    private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private StepFunctionsLibrary() {}

    /** A function's body: its arguments as plain values, Java's null for undefined. */
    private interface Body {
        @Nullable
        Object call(List<?> arguments);
    }

    static void bind(Jsonata.Frame frame, Bindings bindings) {
        bind(frame, "partition", 2, 2, arguments -> partition(arguments.get(0), arguments.get(1)));
        bind(frame, "range", 3, 3, arguments -> range(whole(arguments, 0), whole(arguments, 1), whole(arguments, 2)));
        bind(frame, "hash", 2, 2, arguments -> hash(string(arguments, 0), string(arguments, 1)));
        bind(frame, "random", 0, 1, arguments -> random(arguments, bindings.random()));
        bind(frame, "uuid", 0, 0, arguments -> uuid(bindings.random()));
        bind(frame, "parse", 1, 1, arguments -> PlainValues.of(JsonText.parse(string(arguments, 0))));
        bind(frame, "sort", 1, 2, arguments -> sort(arguments));
        bind(frame, "millis", 0, 0, arguments -> bindings.clock().millis());
        bind(frame, "now", 0, 2, arguments -> now(arguments, bindings.clock().millis()));
    }

    private static void bind(Jsonata.Frame frame, String name, int least, int most, Body body) {
        Jsonata.JFunction function = new Jsonata.JFunction(
                (input, given) -> {
                    List<?> arguments = given == null ? List.of() : given;
                    if (arguments.size() < least || arguments.size() > most) {
                        throw new IllegalArgumentException("$" + name + " takes "
                                + (least == most ? "" + least : least + " to " + most) + " arguments, not "
                                + arguments.size());
                    }
                    return arguments.contains(null) ? null : body.call(arguments);
                },
                null);
        frame.bind(name, function);
    }

    /** JSONata's own, which by itself fails on whole numbers among others. */
    private static @Nullable Object sort(List<?> arguments) {
        List<?> elements = arguments.get(0) instanceof List<?> list ? list : List.of(arguments.get(0));
        if (arguments.size() == 1 && elements.stream().allMatch(Number.class::isInstance)) {
            List<Object> sorted = new ArrayList<>(elements);
            sorted.sort(Comparator.comparingDouble(element -> ((Number) element).doubleValue()));
            return sorted;
        }
        return Functions.sort(new ArrayList<>(elements), arguments.size() == 1 ? null : arguments.get(1));
    }

    private static List<List<Object>> partition(Object array, Object chunk) {
        List<?> elements = array instanceof List<?> list ? list : List.of(array);
        long size = whole(List.of(chunk), 0);
        if (size < 1) {
            throw new IllegalArgumentException("$partition needs a size of at least 1, not " + size);
        }
        List<List<Object>> chunks = new ArrayList<>();
        for (long from = 0; from < elements.size(); from += size) {
            chunks.add(new ArrayList<>(elements.subList((int) from, (int) Math.min(elements.size(), from + size))));
        }
        return chunks;
    }

    private static List<Object> range(long first, long last, long step) {
        if (step == 0) {
            throw new IllegalArgumentException("$range needs a step other than 0");
        }
        List<Object> values = new ArrayList<>();
        for (long value = first; step > 0 ? value <= last : value >= last; value += step) {
            if (values.size() == LONGEST_RANGE) {
                throw new IllegalArgumentException("$range gives at most " + LONGEST_RANGE + " elements");
            }
            values.add(value);
        }
        return values;
    }

    private static String hash(String text, String algorithm) {
        if (!DIGESTS.contains(algorithm)) {
            throw new IllegalArgumentException(
                    "$hash knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not " + algorithm);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    private static double random(List<?> arguments, RandomGenerator random) {
        return arguments.isEmpty() ? random.nextDouble() : new SplittableRandom(whole(arguments, 0)).nextDouble();
    }

    /** Version 4, variant 2 of RFC 9562. */
    private static String uuid(RandomGenerator random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** JSONata's own $now by its own $fromMillis, from the execution's clock. */
    private static @Nullable Object now(List<?> arguments, long millis) {
        Jsonata format = Jsonata.jsonata(
                switch (arguments.size()) {
                    case 0 -> "$fromMillis($m)";
                    case 1 -> "$fromMillis($m, $p)";
                    default -> "$fromMillis($m, $p, $z)";
                });
        Jsonata.Frame frame = format.createFrame();
        frame.bind("m", (Object) millis);
        frame.bind("p", arguments.isEmpty() ? "" : arguments.get(0));
        frame.bind("z", arguments.size() < 2 ? "" : arguments.get(1));
        return format.evaluate(null, frame);
    }

    private static long whole(List<?> arguments, int index) {
        if (arguments.get(index) instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            return number.longValue();
        }
        throw new IllegalArgumentException("argument " + (index + 1) + " must be a whole number");
    }

    private static String string(List<?> arguments, int index) {
        if (arguments.get(index) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("argument " + (index + 1) + " must be a string");
    }
}
