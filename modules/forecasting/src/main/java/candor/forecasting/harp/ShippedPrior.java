package candor.forecasting.harp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The prior that comes with the product, made of 60 large companies that exist to this day. Read once, when first asked for. */
public final class ShippedPrior {

    /** The horizons that it speaks of, sessions. */
    public static final List<Integer> HORIZONS = List.of(1, 5, 21);

    private static final String RESOURCE = "shipped-prior.txt.gz";

    private ShippedPrior() {}

    /** What it says. */
    public static Priors priors() {
        return Once.PRIORS;
    }

    /** Its text, as docs/prior-format.md describes it. */
    public static byte[] text() {
        try (InputStream packed = ShippedPrior.class.getResourceAsStream(RESOURCE)) {
            if (packed == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar of candor.forecasting");
            }
            return new GZIPInputStream(packed).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** SHA-256 of its text, lower-case hexadecimal. */
    public static String sha256() {
        return "e1ac54e6a755e17b0ef540594ecd6df523dbdb47e57d2a9d5797f0ce1a6d6772";
    }

    /** The text that ships is ASCII. */
    private static Priors parsed() {
        byte[] text = text();
        StringBuilder words = new StringBuilder(text.length);
        for (byte letter : text) {
            words.append((char) letter);
        }
        return PriorText.read(RESOURCE, words.toString());
    }

    private static final class Once {

        static final Priors PRIORS = parsed();
    }
}
