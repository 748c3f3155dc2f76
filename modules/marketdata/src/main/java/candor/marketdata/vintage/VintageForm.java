// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.vintage;

import candor.store.json.Json;
import candor.store.run.Seal;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored form of vintage.json: JSON with a {@link Seal}. The first form had none, and named the digest of the rows
 * {@code sha256}; it can still be read.
 */
final class VintageForm {

    private static final String FIRST_SCHEMA = "candor/vintage/1";
    private static final String FIRST_START = "{\n  \"schema\": \"" + FIRST_SCHEMA + "\"";

    private VintageForm() {}

    static byte[] write(Vintage vintage) {
        return Seal.on(Json.write(vintage));
    }

    /** @throws IllegalArgumentException where it is another document, or not as it was written */
    static Vintage read(byte[] bytes) {
        try {
            return new String(bytes, StandardCharsets.UTF_8).startsWith(FIRST_START)
                    ? first(bytes)
                    : Json.read(
                            Seal.off(bytes).orElseThrow(() -> new IllegalArgumentException("it has no digest")),
                            Vintage.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no such document", e);
        }
    }

    private static Vintage first(byte[] bytes) {
        ObjectNode tree = (ObjectNode) Json.readTree(bytes);
        if (tree.has("rowsSha256") || !tree.has("sha256")) {
            throw new IllegalArgumentException("it has not the fields of " + FIRST_SCHEMA);
        }
        tree.set("rowsSha256", tree.remove("sha256"));
        tree.put("schema", Vintage.SCHEMA);
        return Json.read(Json.write(tree), Vintage.class);
    }
}
