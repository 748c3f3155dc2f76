package candor.forecasting.harp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        return Once.SHA_256;
    }

    private static String digest(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Once {

        static final byte[] TEXT = text();
        static final String SHA_256 = digest(TEXT);

        static final Priors PRIORS = PriorText.read(RESOURCE, new String(TEXT, StandardCharsets.UTF_8));
    }
}
