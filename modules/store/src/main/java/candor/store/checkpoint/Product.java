package candor.store.checkpoint;

import candor.store.json.Json;

/** A file that a stage has made and not stored yet. */
public final class Product {

    private final String name;
    private final byte[] bytes;
    private final String mediaType;

    private Product(String name, byte[] bytes, String mediaType) {
        this.name = name;
        this.bytes = bytes;
        this.mediaType = mediaType;
    }

    /** A file by its name, whose ending tells the media type: csv, json, html, svg or pdf. */
    public static Product of(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return new Product(
                name,
                bytes,
                switch (ending) {
                    case "csv" -> "text/csv";
                    case "json" -> "application/json";
                    case "html" -> "text/html";
                    case "svg" -> "image/svg+xml";
                    case "pdf" -> "application/pdf";
                    default -> throw new IllegalArgumentException("no media type for '" + name + "'");
                });
    }

    /** A file by its key. */
    public static Product of(ArtefactKey<?> key, byte[] bytes) {
        return of(key.name(), bytes);
    }

    /** A document in the plain {@link Json} form. */
    public static <T> Product json(ArtefactKey<T> key, T document) {
        return of(key, Json.write(document));
    }

    public String name() {
        return name;
    }

    /** The content itself, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    public String mediaType() {
        return mediaType;
    }
}
