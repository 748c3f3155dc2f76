// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.words;

import candor.forecasting.text.Figures;
import candor.pipeline.universe.LateSymbol;
import candor.pipeline.universe.SymbolList;
import candor.pipeline.universe.UniverseSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists of symbols as a person reads them on a terminal. */
public final class UniverseText {

    private static final String COLUMNS = "%-20s %8s  %-10s %6s %8s %8s %8s %6s";

    private UniverseText() {}

    /**
     * A list in the table of all.
     *
     * @param late how many of its symbols have no forecast of the last session
     * @param summary what became of it last; null where it was not run yet
     */
    public record Line(
            String name, int symbols, int late, @Nullable UniverseSummary summary) {}

    /** @param session the last one that is over */
    public static List<String> table(List<Line> lists, LocalDate session) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, COLUMNS, "LIST", "SYMBOLS", "RESULTS", "DONE", "FAILED", "WAITING", "NOT RUN", "LATE"));
        for (Line list : lists) {
            UniverseSummary summary = list.summary();
            lines.add(
                    summary == null
                            ? String.format(
                                    Locale.ROOT,
                                    COLUMNS,
                                    list.name(),
                                    list.symbols(),
                                    "none",
                                    "",
                                    "",
                                    "",
                                    "",
                                    list.late())
                            : String.format(
                                    Locale.ROOT,
                                    COLUMNS,
                                    list.name(),
                                    list.symbols(),
                                    summary.date(),
                                    summary.counts().done() + summary.counts().nothingToDo(),
                                    summary.counts().failed(),
                                    summary.counts().waiting(),
                                    summary.counts().notStarted(),
                                    list.late()));
        }
        lines.add("A symbol is late that has no forecast of the last session, " + session + ".");
        return lines;
    }

    /** What a list is, and what became of it. */
    public static List<String> heading(
            String name, int symbols, @Nullable SymbolList kept, @Nullable UniverseSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(name + ": " + Figures.count(symbols, "symbol"));
        if (summary == null) {
            lines.add("The list was not run yet.");
            return lines;
        }
        lines.add("Results for " + summary.date() + ": " + SummaryText.counts(summary) + ".");
        if (kept != null && !kept.digest().equals(summary.listSha256())) {
            lines.add("The list has changed since then.");
        }
        lines.add("");
        return lines;
    }

    /** Which symbols are late, by the day of their forecast. */
    public static List<String> late(List<LateSymbol> late, int symbols, LocalDate session) {
        if (late.isEmpty()) {
            return List.of("None is late: all have a forecast of the last session, " + session + ".");
        }
        Map<String, List<String>> byDay = new TreeMap<>();
        late.forEach(symbol -> byDay.computeIfAbsent(
                        symbol.asOf() == null ? "none" : symbol.asOf().toString(), day -> new ArrayList<>())
                .add(symbol.symbol().value()));
        List<String> lines = new ArrayList<>();
        lines.add(late.size() + " of " + Figures.count(symbols, "symbol")
                + (late.size() == 1 ? " is late: it has" : " are late: they have")
                + " no forecast of the last session, "
                + session + ".");
        byDay.forEach((day, names) -> VerdictText.wrapped(
                        (day.equals("none") ? "without a forecast: " : "last forecast of " + day + ": ")
                                + String.join(", ", names))
                .forEach(line -> lines.add("  " + line)));
        return lines;
    }
}
