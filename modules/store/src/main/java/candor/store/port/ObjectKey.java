package candor.store.port;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of an object's key, checked alike by every store. */
public final class ObjectKey {

    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST_SEGMENT = 200;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._^=-]+");
    private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z0-9._^=-]+/)*[A-Za-z0-9._^=-]*");

    private ObjectKey() {}

    /**
     * The key itself where it has the form that {@link ObjectStore} asks for: at most 1024 characters, segments of at most
     * 200, none of them {@code .} or {@code ..}; else IllegalArgumentException that names key, fault and remedy.
     */
    public static String checked(String key) {
        String fault = fault(key);
        if (fault != null) {
            throw new IllegalArgumentException("bad key: '" + key + "'; " + fault);
        }
        return key;
    }

    /** Whether {@link #checked} takes the key. */
    public static boolean isWellFormed(String key) {
        return fault(key) == null;
    }

    /** The prefix itself where keys can begin with it (the empty one included); else IllegalArgumentException. */
    public static String checkedPrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("bad key prefix: '" + prefix
                    + "'; write the beginning of a key, as in runs/ or work/train/STX/, without '/' in front");
        }
        return prefix;
    }

    private static @Nullable String fault(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return "a key has 1 to " + LONGEST_KEY + " characters";
        }
        return Arrays.stream(key.split("/", -1))
                .map(ObjectKey::segmentFault)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String segmentFault(String segment) {
        if (segment.isEmpty()) {
            return "write it without '/' at either end and without '//'";
        }
        if (segment.equals(".") || segment.equals("..")) {
            return "'" + segment + "' is no name of an object; write the path out";
        }
        if (segment.length() > LONGEST_SEGMENT) {
            return "between two '/' stand at most " + LONGEST_SEGMENT + " characters";
        }
        if (!SEGMENT.matcher(segment).matches()) {
            return "only A-Z, a-z, 0-9, '.', '_', '^', '=', '-' may stand between two '/'";
        }
        return null;
    }
}
