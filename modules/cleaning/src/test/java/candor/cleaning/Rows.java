package candor.cleaning;

import candor.forecasting.market.Adjustment;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Rows to clean: thirty quiet sessions from Monday 2024-01-01 on, and ways to spoil them. */
final class Rows {

    static final WeekdayCalendar CALENDAR = new WeekdayCalendar();
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final int COUNT = 30;
    static final LocalDate LAST = CALENDAR.sessionAfter(FIRST, COUNT - 1);

    /** The standard rules for a short history. */
    static final CleaningRules RULES = new CleaningRules(20, 0.02, 3, 0.1, 10, 5, 0.01, 10, 1e-6);

    private Rows() {}

    /** One row for each session, in lines 2, 3, ...; the close alternates between 100 and 101, no two rows are the same. */
    static List<RawBar> quiet() {
        return quiet(CALENDAR.sessions(FIRST, LAST));
    }

    static List<RawBar> quiet(List<LocalDate> sessions) {
        List<RawBar> rows = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            double close = 100 + i % 2;
            double low = 99 - i / 1000.0;
            rows.add(new RawBar(i + 2, sessions.get(i), 100, 102, low, close, close / 2, 1000 + i, 0, 0, 0));
        }
        return rows;
    }

    static List<RawBar> with(int index, UnaryOperator<RawBar> change) {
        List<RawBar> rows = quiet();
        rows.set(index, change.apply(rows.get(index)));
        return rows;
    }

    static RawBar prices(RawBar row, double open, double high, double low, double close) {
        return row.withPrices(open, high, low, close);
    }

    static RawBar adjustedClose(RawBar row, double adjustedClose) {
        return row.withAdjustedClose(adjustedClose);
    }

    static RawBar volume(RawBar row, double volume) {
        return row.withVolume(volume);
    }

    static RawBar actions(RawBar row, double dividend, double split) {
        return row.withActions(dividend, split, 0);
    }

    static RawBar at(RawBar row, int line, LocalDate session) {
        return new RawBar(
                line,
                session,
                row.open(),
                row.high(),
                row.low(),
                row.close(),
                row.adjustedClose(),
                row.volume(),
                row.dividend(),
                row.split(),
                row.capitalGain());
    }

    static Retrieval retrieval(List<RawBar> rows, boolean hasAdjustedClose) {
        TreeMap<String, String> provenance = new TreeMap<>();
        provenance.put("file", "x.csv");
        return new Retrieval.OneFile(Retrieval.Place.CSV, List.copyOf(rows), hasAdjustedClose, provenance);
    }

    static Cleaner cleaner(CleaningRules rules) {
        return new Cleaner(
                CALENDAR, rules, (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses());
    }

    static CleaningResult clean(List<RawBar> rows) {
        return cleaner(RULES).clean(retrieval(rows, true), LAST);
    }

    static CleaningResult cleanWithoutAdjustedClose(List<RawBar> rows) {
        return cleaner(RULES).clean(retrieval(rows, false), LAST);
    }
}
