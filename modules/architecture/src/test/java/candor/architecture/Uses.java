package candor.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The rights that functions made use of: by function, an action and, for objects, their folder. */
final class Uses {

    private final ConcurrentSkipListSet<String> seen = new ConcurrentSkipListSet<>();

    void add(String function, String right) {
        seen.add(function + " " + right);
    }

    /** Rights by function, as in {@code s3:GetObject work/train}. */
    Map<String, Set<String>> byFunction() {
        Map<String, Set<String>> rights = new TreeMap<>();
        for (String use : seen) {
            int blank = use.indexOf(' ');
            rights.computeIfAbsent(use.substring(0, blank), function -> new TreeSet<>())
                    .add(use.substring(blank + 1));
        }
        return rights;
    }

    /** The part of the bucket that the template has a word for: two segments where the first only groups. */
    static String folder(String key) {
        String[] segments = key.split("/", 3);
        boolean grouped = segments[0].equals("work")
                || segments[0].equals("predecessors")
                || (segments.length == 3 && (key.startsWith("inbox/batch/") || key.startsWith("settings/data/")));
        return grouped ? segments[0] + "/" + segments[1] : segments[0];
    }
}
