package candor.cleaning;

import candor.cleaning.repair.Doubt;
import candor.forecasting.calendar.TradingCalendar;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules that look at rows beside each other: their order, contradictions, and days on which nobody trades. */
final class RowRules {

    private final CleaningLog log;

    RowRules(CleaningLog log) {
        this.log = log;
    }

    /** The rows by session, then line; notes once where the source was not ascending. */
    List<RawBar> ascending(List<RawBar> rows) {
        for (int i = 1; i < rows.size(); i++) {
            RawBar before = rows.get(i - 1);
            RawBar row = rows.get(i);
            if (row.session().isBefore(before.session())) {
                log.note(
                        row.session(),
                        CleaningLog.ROW,
                        "not ascending",
                        "ascending",
                        "order",
                        "line " + row.line() + " (" + row.session() + ") follows line " + before.line() + " ("
                                + before.session() + "); all rows are sorted by date");
                break;
            }
        }
        return rows.stream()
                .sorted(Comparator.comparing(RawBar::session).thenComparingInt(RawBar::line))
                .toList();
    }

    /** Without rows whose prices are wrong in a way that nothing in the file puts right. */
    List<RawBar> withoutDoubts(List<RawBar> rows, List<Doubt> doubts) {
        Map<LocalDate, Doubt> bySession = new HashMap<>();
        doubts.stream()
                .filter(doubt -> doubt.then() == Doubt.Consequence.SET_ASIDE)
                .forEach(doubt -> bySession.put(doubt.session(), doubt));
        List<RawBar> kept = new ArrayList<>();
        for (RawBar row : rows) {
            Doubt doubt = bySession.get(row.session());
            if (doubt == null) {
                kept.add(row);
            } else {
                log.quarantine(row, doubt.column(), doubt.value(), doubt.rule(), doubt.evidence());
            }
        }
        return kept;
    }

    /** Without sessions that have several rows of different values: which one is right cannot be proved. */
    List<RawBar> withoutConflicts(List<RawBar> rows) {
        Map<LocalDate, List<RawBar>> bySession = new TreeMap<>();
        rows.forEach(row -> bySession
                .computeIfAbsent(row.session(), session -> new ArrayList<>())
                .add(row));
        List<RawBar> kept = new ArrayList<>();
        for (List<RawBar> same : bySession.values()) {
            if (same.size() == 1) {
                kept.add(same.getFirst());
            } else {
                same.forEach(row -> log.quarantine(
                        row,
                        CleaningLog.ROW,
                        row.pricesAndVolume(),
                        "conflicting-rows",
                        same.size() + " rows of this session with different values, lines "
                                + String.join(
                                        ", ",
                                        same.stream()
                                                .map(other -> Integer.toString(other.line()))
                                                .toList())));
            }
        }
        return kept;
    }

    /** Without rows on days on which the exchange is closed. */
    List<RawBar> onSessions(List<RawBar> rows, TradingCalendar calendar) {
        List<RawBar> kept = new ArrayList<>();
        for (RawBar row : rows) {
            if (calendar.isSession(row.session())) {
                kept.add(row);
            } else {
                log.quarantine(
                        row,
                        CleaningLog.ROW,
                        row.pricesAndVolume(),
                        "not-a-session",
                        row.session().getDayOfWeek() + ", and the exchange is closed on that day");
            }
        }
        return kept;
    }
}
