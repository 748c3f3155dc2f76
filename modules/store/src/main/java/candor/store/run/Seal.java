// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.run;

import candor.store.checkpoint.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The digest that a changing document carries of itself: its last field, {@code sha256}, is that of the same document
 * without this field. Any byte that is turned, in the document or in the digest, breaks it.
 */
public final class Seal {

    private static final byte[] END = "\n}\n".getBytes(StandardCharsets.UTF_8);
    private static final String FIELD = ",\n  \"sha256\": \"";
    private static final int DIGITS = 64;
    private static final int LENGTH = FIELD.length() + DIGITS + "\"\n}\n".length();
    private static final Pattern FORM =
            Pattern.compile(Pattern.quote(FIELD) + "[0-9a-f]{" + DIGITS + "}" + Pattern.quote("\"\n}\n"));

    private Seal() {}

    /** The document with its seal; it has to be a JSON object with a field, in stored form. */
    public static byte[] on(byte[] document) {
        int body = document.length - END.length;
        if (body < 0 || !Arrays.equals(document, body, document.length, END, 0, END.length)) {
            throw new IllegalArgumentException("only an object in stored form can be sealed");
        }
        byte[] tail = (FIELD + Digest.of(document) + "\"\n}\n").getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(document, body + tail.length);
        System.arraycopy(tail, 0, sealed, body, tail.length);
        return sealed;
    }

    /**
     * The document without its seal; empty where it bears none.
     *
     * @throws IllegalArgumentException where it bears one that does not fit
     */
    public static Optional<byte[]> off(byte[] bytes) {
        int body = bytes.length - LENGTH;
        if (body < 0) {
            return Optional.empty();
        }
        String tail = new String(bytes, body, LENGTH, StandardCharsets.ISO_8859_1);
        if (!FORM.matcher(tail).matches()) {
            return Optional.empty();
        }
        byte[] document = Arrays.copyOf(bytes, body + END.length);
        System.arraycopy(END, 0, document, body, END.length);
        String stated = tail.substring(FIELD.length(), FIELD.length() + DIGITS);
        String found = Digest.of(document);
        if (!found.equals(stated)) {
            throw new IllegalArgumentException("its digest is " + found + ", not " + stated + " as it states");
        }
        return Optional.of(document);
    }
}
