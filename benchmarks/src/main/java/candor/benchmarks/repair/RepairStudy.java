package candor.benchmarks.repair;

import java.util.ArrayList;
import java.util.List;

/**
 * How repairs of planted faults ended, and what became of histories without one; printed as JSON as it stands.
 *
 * @param seed of the first generated history
 * @param generated histories without a fault
 * @param recorded real ones
 */
record RepairStudy(long seed, CleanFigures generated, CleanFigures recorded, List<KindFigures> kinds) {

    RepairStudy {
        kinds = List.copyOf(kinds);
    }

    /** Whether nine of ten faults of each kind are repaired, one of 200 at most wrongly, and no clean history changes. */
    boolean holds() {
        return generated.changed() + recorded.changed() == 0 && kinds.stream().allMatch(KindFigures::holds);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(generated.line("generated histories without a fault, from seed " + seed));
        lines.add(recorded.line("recorded histories without a known fault"));
        lines.add(
                "Planted faults, in percent of the cases: repaired, questioned, not seen, wrong; and repaired by place:");
        lines.add("%-46s %33s  %33s  %33s  %s"
                .formatted("", "generated, to be told", "generated, not to be told", "recorded", "start middle end"));
        kinds.forEach(kind -> lines.add(kind.line()));
        long met = kinds.stream().filter(KindFigures::holds).count();
        lines.add("bars: 90 % repaired of the generated cases that can be told, and 0.5 % wrong of all, met in " + met
                + " of " + kinds.size()
                + " kinds; no clean history changed: "
                + (generated.changed() + recorded.changed() == 0 ? "met" : "MISSED"));
        return lines;
    }
}
