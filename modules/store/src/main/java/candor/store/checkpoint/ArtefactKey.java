// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.checkpoint;

import candor.store.json.Json;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A file that a stage makes: the one place where its name stands, and what its bytes are read as. The constant stands
 * beside the form of the file, so that a stage depends on the forms that it uses and on no other.
 *
 * @param name the last segment of its key, as in {@code clean.csv}; its ending tells the media type
 * @param reader from the file's bytes; a file that no stage reads is its bytes
 */
public record ArtefactKey<T>(String name, Function<byte[], T> reader) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*\\.(?:csv|json|html|pdf|svg)");

    public ArtefactKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "bad name of an artefact: '" + name + "'; write it as clean.csv, in lower case");
        }
    }

    /** A document that is one record in the plain {@link Json} form. */
    public static <T> ArtefactKey<T> json(String name, Class<T> form) {
        return new ArtefactKey<>(name, bytes -> Json.read(bytes, form));
    }

    /** A file for people, which is read by none of our stages. */
    public static ArtefactKey<byte[]> file(String name) {
        return new ArtefactKey<>(name, bytes -> bytes);
    }

    /** What the bytes hold; throws as its reader. */
    public T read(byte[] bytes) {
        return reader.apply(bytes);
    }

    /** Whether an object of the store is a file of this name. */
    boolean names(String key) {
        return key.endsWith("/" + name);
    }

    @Override
    public String toString() {
        return name;
    }
}
