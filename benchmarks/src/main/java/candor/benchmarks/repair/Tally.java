package candor.benchmarks.repair;

import java.util.List;
import java.util.Locale;

/** How the repairs of so many cases ended. */
record Tally(int cases, int repaired, int questioned, int notSeen, int wrong) {

    static Tally of(List<RepairVerdict> verdicts) {
        return new Tally(
                verdicts.size(),
                count(verdicts, RepairVerdict.Outcome.REPAIRED),
                count(verdicts, RepairVerdict.Outcome.QUESTIONED),
                count(verdicts, RepairVerdict.Outcome.NOT_SEEN),
                count(verdicts, RepairVerdict.Outcome.WRONG));
    }

    private static int count(List<RepairVerdict> verdicts, RepairVerdict.Outcome outcome) {
        return (int) verdicts.stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .count();
    }

    Tally plus(Tally other) {
        return new Tally(
                cases + other.cases,
                repaired + other.repaired,
                questioned + other.questioned,
                notSeen + other.notSeen,
                wrong + other.wrong);
    }

    /** Cases, then the four shares in percent; dashes for no case. */
    String text() {
        return cases == 0
                ? "%5d %6s %6s %6s %6s".formatted(0, "-", "-", "-", "-")
                : String.format(
                        Locale.ROOT,
                        "%5d %6.1f %6.1f %6.1f %6.1f",
                        cases,
                        percent(repaired),
                        percent(questioned),
                        percent(notSeen),
                        percent(wrong));
    }

    private double percent(int count) {
        return 100.0 * count / cases;
    }
}
