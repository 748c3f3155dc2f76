// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning.log;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often a rule of cleaning was followed, as a single wrong dividend changes every adjusted close before it.
 *
 * @param count lines of the log
 */
public record RuleCount(String rule, int count, LocalDate first, LocalDate last) {

    /** One for each rule of a log that is ascending by session, ascending by name. */
    public static List<RuleCount> of(List<CleaningEntry> log) {
        SortedMap<String, List<LocalDate>> sessions = new TreeMap<>();
        log.forEach(entry -> sessions.computeIfAbsent(entry.rule(), rule -> new ArrayList<>())
                .add(entry.session()));
        return sessions.entrySet().stream()
                .map(rule -> new RuleCount(
                        rule.getKey(),
                        rule.getValue().size(),
                        rule.getValue().getFirst(),
                        rule.getValue().getLast()))
                .toList();
    }

    /** On one line, in words where the rule has some. */
    public String text() {
        String words = RuleWords.of(rule);
        String days = first.equals(last) ? first.toString() : first + " to " + last;
        return rule + "  " + count + "  " + days + (words.isEmpty() ? "" : "  " + words);
    }
}
