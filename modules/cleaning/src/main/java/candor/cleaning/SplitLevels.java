// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.cleaning.repair.Doubt;
import candor.cleaning.repair.RepairResult;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Brings repaired rows to one level across splits, where the rows prove it or a person has ruled it. */
final class SplitLevels {

    private final RuledSplits ruled;
    private final CleaningLog log;
    private final SortedMap<LocalDate, Double> applied = new TreeMap<>();

    SplitLevels(RuledSplits ruled, CleaningLog log) {
        this.ruled = ruled;
        this.log = log;
    }

    /** Splits that the closes are adjusted for already, and that were taken out. */
    SortedMap<LocalDate, Double> applied() {
        return applied;
    }

    /**
     * For sources without adjusted closes of their own. What repair left open about a split is settled here, or asked about
     * afterwards.
     */
    RepairResult asTraded(RepairResult result) {
        RepairResult repaired = new RepairResult(
                result.rows(),
                result.log(),
                result.doubts().stream()
                        .filter(doubt -> doubt.then() != Doubt.Consequence.STOP
                                || !doubt.rule().equals(ListedSplits.LEVEL))
                        .toList(),
                result.faults(),
                result.duplicates());
        if (repaired.rows().stream().noneMatch(row -> row.split() > 0 && row.split() != 1)) {
            return repaired;
        }
        return changed(repaired, rows -> {
            ListedSplits.Settled settled = ListedSplits.settled(rows, ruled.sessions(), log);
            applied.putAll(settled.applied());
            return settled.rows();
        });
    }

    /** For sources with adjusted closes of their own. */
    RepairResult adjusted(RepairResult repaired) {
        return ruled.sessions().isEmpty() ? repaired : changed(repaired, ruled::restated);
    }

    /** Changes the rows that are alone in their session and have a close. */
    private static RepairResult changed(RepairResult repaired, UnaryOperator<List<RawBar>> change) {
        Map<LocalDate, Integer> count = new HashMap<>();
        repaired.rows().forEach(row -> count.merge(row.session(), 1, Integer::sum));
        List<RawBar> plain = new ArrayList<>();
        List<RawBar> all = new ArrayList<>();
        for (RawBar row : repaired.rows()) {
            boolean priced = row.close() > 0 && row.close() < Double.POSITIVE_INFINITY;
            (priced && count.getOrDefault(row.session(), 0) == 1 ? plain : all).add(row);
        }
        all.addAll(change.apply(plain));
        return new RepairResult(
                all.stream()
                        .sorted(Comparator.comparing(RawBar::session).thenComparingInt(RawBar::line))
                        .toList(),
                repaired.log(),
                repaired.doubts(),
                repaired.faults(),
                repaired.duplicates());
    }
}
