package candor.pipeline.stage;

import candor.store.checkpoint.Input;
import candor.store.checkpoint.Product;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a stage is about to do: all that decides the result, and the work itself, which is done only if no earlier
 * checkpoint serves.
 *
 * @param inputs what the work reads; pinned by digest
 * @param settings as text, part of the fingerprint
 * @param seeds of everything random
 */
record Plan(
        LocalDate asOf,
        List<Input> inputs,
        SortedMap<String, String> settings,
        SortedMap<String, Long> seeds,
        Supplier<Made> work) {

    /** A plan without randomness. */
    static Plan of(LocalDate asOf, List<Input> inputs, SortedMap<String, String> settings, Supplier<Made> work) {
        return new Plan(asOf, inputs, settings, new TreeMap<>(), work);
    }

    /** What the work made: files, and one line for a person. */
    record Made(List<Product> products, String summary) {}
}
