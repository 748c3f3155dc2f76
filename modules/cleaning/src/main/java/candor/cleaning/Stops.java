// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what stops a run, in the order of the rules. */
final class Stops {

    private static final int LISTED = 10;

    private final List<Stop> all = new ArrayList<>();

    void check(String rule, @Nullable LocalDate first, @Nullable LocalDate last, String evidence, String remedy) {
        all.add(new Stop(Stop.Kind.CHECK, rule, first, last, evidence, remedy));
    }

    void tooShort(String evidence, String remedy) {
        all.add(new Stop(Stop.Kind.TOO_SHORT, "too-short", null, null, evidence, remedy));
    }

    void reject(String rule, @Nullable LocalDate first, @Nullable LocalDate last, String evidence, String remedy) {
        all.add(new Stop(Stop.Kind.REJECTED, rule, first, last, evidence, remedy));
    }

    List<Stop> all() {
        return all;
    }

    /** The first ten of several findings in one line, and how many more there are. */
    static String listed(List<String> findings) {
        String more = findings.size() > LISTED ? "; and " + (findings.size() - LISTED) + " more" : "";
        return String.join("; ", findings.subList(0, Math.min(LISTED, findings.size()))) + more;
    }
}
