// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.port;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A column that a reader does not know and that follows Close by a slowly varying factor, as an adjusted close does.
 *
 * @param name as the file has it
 * @param since the session by which that had shown: a run as of an earlier day must not know it
 */
public record TrackedColumn(String name, LocalDate since) {

    private static final Pattern WRITTEN = Pattern.compile("(.*?) since (\\d{4}-\\d\\d-\\d\\d)(?:,|$)");

    /** The columns as one text of provenance, which {@link #parse} reads. */
    public static String write(List<TrackedColumn> columns) {
        return columns.stream()
                .map(column -> column.name + " since " + column.since)
                .collect(Collectors.joining(","));
    }

    public static List<TrackedColumn> parse(String text) {
        return WRITTEN.matcher(text).results().map(TrackedColumn::of).toList();
    }

    private static TrackedColumn of(MatchResult found) {
        return new TrackedColumn(found.group(1), LocalDate.parse(found.group(2)));
    }
}
