// SPDX-License-Identifier: GPL-3.0-or-later
package candor.statemachine.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digest that a JSON object on one line carries of itself: its last field, {@code sha256}, is that of the same line
 * without this field. A line of an earlier release has none.
 */
final class LineSeal {

    private static final String FIELD = ",\"sha256\":\"";
    private static final Pattern SEALED =
            Pattern.compile("(.*)" + Pattern.quote(FIELD) + "([0-9a-f]{64})\"}", Pattern.DOTALL);

    private LineSeal() {}

    /** The line with its seal; it has to be a JSON object with a field. */
    static String on(String line) {
        return line.substring(0, line.length() - 1) + FIELD + digest(line) + "\"}";
    }

    static boolean isOn(String line) {
        return SEALED.matcher(line).matches();
    }

    /** Throws IllegalArgumentException where the line bears a seal that does not fit. */
    static void check(String line) {
        Matcher sealed = SEALED.matcher(line);
        if (sealed.matches()) {
            String found = digest(sealed.group(1) + "}");
            if (!found.equals(sealed.group(2))) {
                throw new IllegalArgumentException(
                        "its SHA-256 is " + found + ", not " + sealed.group(2) + " as it states");
            }
        }
    }

    private static String digest(String line) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
