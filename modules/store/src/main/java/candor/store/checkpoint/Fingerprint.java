package candor.store.checkpoint;

import candor.forecasting.market.Symbol;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * Names work by everything that decides its result: same fingerprint, same work. The SHA-256 over one line for each of
 * stage, format version, symbol, asOf, code digest, settings and seeds by name, and the inputs' digests in their order.
 * Keys of inputs are left out, so that equal bytes count as equal whatever made them.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint that a checkpoint's own fields give; another one than it bears is a sign of damage. */
    static String of(Checkpoint checkpoint) {
        return of(
                checkpoint.stage(),
                checkpoint.symbol(),
                checkpoint.asOf(),
                checkpoint.codeDigest(),
                checkpoint.settings(),
                checkpoint.seeds(),
                checkpoint.inputs());
    }

    public static String of(
            String stage,
            Symbol symbol,
            LocalDate asOf,
            String codeDigest,
            SortedMap<String, String> settings,
            SortedMap<String, Long> seeds,
            List<Input> inputs) {
        StringBuilder lines = new StringBuilder();
        line(lines, "stage", stage);
        line(lines, "format", Integer.toString(Checkpoint.VERSION));
        line(lines, "symbol", symbol.value());
        line(lines, "asOf", asOf.toString());
        way(lines, codeDigest, settings, seeds);
        inputs.forEach(input -> line(lines, "input", input.sha256()));
        return Digest.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Names a way of working by everything that decides its results but day and inputs: work of one lineage may go on from
     * each other as far as the inputs are the same.
     */
    public static String ofLineage(
            String stage,
            Symbol symbol,
            String codeDigest,
            SortedMap<String, String> settings,
            SortedMap<String, Long> seeds) {
        StringBuilder lines = new StringBuilder();
        line(lines, "stage", stage);
        line(lines, "format", Integer.toString(Checkpoint.VERSION));
        line(lines, "symbol", symbol.value());
        way(lines, codeDigest, settings, seeds);
        return Digest.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void way(
            StringBuilder lines, String codeDigest, SortedMap<String, String> settings, SortedMap<String, Long> seeds) {
        line(lines, "code", codeDigest);
        settings.forEach((name, value) -> line(lines, "setting " + name, value));
        seeds.forEach((name, value) -> line(lines, "seed " + name, value.toString()));
    }

    private static void line(StringBuilder lines, String name, String value) {
        if (value.indexOf('\n') >= 0 || name.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(name + " has more than one line: " + value);
        }
        if (name.indexOf('=') >= 0) {
            throw new IllegalArgumentException("'" + name + "' holds a '=', which ends a name in the fingerprint");
        }
        lines.append(name).append('=').append(value).append('\n');
    }
}
