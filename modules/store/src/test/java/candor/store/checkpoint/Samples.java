package candor.store.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small checkpoint and what it is made from. */
final class Samples {

    static final Symbol STX = Symbol.of("STX");
    static final LocalDate DAY = LocalDate.of(2026, 4, 24);
    static final List<Product> PRODUCTS = List.of(
            Product.of("model.json", "{}\n".getBytes(UTF_8)), Product.of("table.csv", "date,x\n".getBytes(UTF_8)));

    private Samples() {}

    /** As it is before its artefacts are stored. */
    static Checkpoint draft() {
        return draft("work/clean/STX/f00d/clean.csv");
    }

    /** @param inputKey where the input was found, which is no part of the fingerprint */
    static Checkpoint draft(String inputKey) {
        List<Input> inputs = List.of(new Input(inputKey, "beef"));
        SortedMap<String, String> settings = new TreeMap<>(Map.of("ridge", "penalty 10"));
        SortedMap<String, Long> seeds = new TreeMap<>(Map.of("boosting", 7L));
        return new Checkpoint(
                Checkpoint.FORMAT,
                Checkpoint.VERSION,
                "train",
                STX,
                DAY,
                Fingerprint.of("train", STX, DAY, "c0de", settings, seeds, inputs),
                inputs,
                settings,
                "c0de",
                seeds,
                List.of(),
                "candidates fitted");
    }

    /** As it is stored. */
    static Checkpoint checkpoint() {
        Checkpoint draft = draft();
        return new Checkpoint(
                draft.format(),
                draft.formatVersion(),
                draft.stage(),
                draft.symbol(),
                draft.asOf(),
                draft.fingerprint(),
                draft.inputs(),
                draft.settings(),
                draft.codeDigest(),
                draft.seeds(),
                PRODUCTS.stream().map(product -> artefact(draft, product)).toList(),
                draft.summary());
    }

    private static Artefact artefact(Checkpoint draft, Product product) {
        return new Artefact(
                "work/train/STX/" + draft.fingerprint() + "/" + product.name(),
                Digest.of(product.bytes()),
                product.bytes().length,
                product.mediaType());
    }
}
