package candor.store.port;

import java.util.function.Supplier;

/** An object as read: its whole content and the tag to replace it by. */
public final class StoredObject {

    private final byte[] bytes;
    private final Supplier<String> entityTag;

    /**
     * @param bytes the whole content; handed over, not copied
     * @param entityTag opaque; changes whenever the content changes; for {@link ObjectStore#putIfMatch}
     */
    public StoredObject(byte[] bytes, String entityTag) {
        this(bytes, () -> entityTag);
    }

    /** @param entityTag the same, worked out of the bytes each time it is asked for: few objects are ever replaced */
    public StoredObject(byte[] bytes, Supplier<String> entityTag) {
        this.bytes = bytes;
        this.entityTag = entityTag;
    }

    /** The content itself, not a copy: whoever changes it changes this object. */
    public byte[] bytes() {
        return bytes;
    }

    public String entityTag() {
        return entityTag.get();
    }
}
