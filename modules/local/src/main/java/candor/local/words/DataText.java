package candor.local.words;

import candor.cleaning.log.CleaningEntry;
import candor.cleaning.log.RuleCount;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.text.Figures;
import candor.local.wiring.KnownBars;
import candor.marketdata.vintage.Vintage;
import candor.store.csv.Csv;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.SourceRemarks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is known of a symbol's bars, as lines for a person, a document for a script, and a table. */
public final class DataText {

    private static final int SHOWN = 10;
    private static final List<String> COLUMNS = List.of(
            "Date",
            "Open",
            "High",
            "Low",
            "Close",
            "Adj Close",
            "Volume",
            "Dividends",
            "Stock Splits",
            "Capital Gains");

    private DataText() {}

    public static List<String> lines(KnownBars known) {
        List<String> lines = new ArrayList<>();
        KnownBars.Cleaned cleaned = known.cleaned();
        if (cleaned == null) {
            lines.add(known.symbol() + ": no run has cleaned its bars yet; start one with ./candor run "
                    + known.symbol());
        } else {
            addBars(known, cleaned, lines);
            addSource(cleaned, lines);
            addGaps(cleaned.gaps(), lines);
            addActions(cleaned.actions(), lines);
            addLog(cleaned.log(), lines);
        }
        addVintages(known.vintages(), lines);
        return lines;
    }

    private static void addBars(KnownBars known, KnownBars.Cleaned cleaned, List<String> lines) {
        PriceHistory history = cleaned.history();
        int last = history.size() - 1;
        lines.add(known.symbol() + "  " + Figures.count(history.size(), "bar") + " from " + history.session(0) + " to "
                + history.session(last) + ", from " + cleaned.source() + "  (run "
                + cleaned.run().execution() + ")");
        lines.add("last bar     open " + history.open(last) + "  high " + history.high(last) + "  low "
                + history.low(last) + "  close " + history.close(last) + "  volume " + Csv.cell(history.volume(last)));
        List<String> counts = new ArrayList<>();
        cleaned.counts().properties().forEach(count -> counts.add(count.getKey() + " " + count.getValue()));
        lines.add("rows         " + String.join(", ", counts));
    }

    private static void addSource(KnownBars.Cleaned cleaned, List<String> lines) {
        if (cleaned.prices() != null) {
            lines.add("prices       " + cleaned.prices().words());
        }
        List<String> remarks = SourceRemarks.of(cleaned.provenance());
        for (int i = 0; i < remarks.size(); i++) {
            lines.add((i == 0 ? "source       " : "             ") + remarks.get(i));
        }
    }

    private static void addGaps(List<LocalDate> gaps, List<String> lines) {
        lines.add("gaps         " + (gaps.isEmpty() ? "none" : gaps.size() + ": " + shown(gaps)));
    }

    private static void addActions(List<RawBar> actions, List<String> lines) {
        long dividends = actions.stream().filter(row -> row.dividend() != 0).count();
        long splits = actions.stream().filter(row -> row.split() != 0).count();
        long gains = actions.stream().filter(row -> row.capitalGain() != 0).count();
        lines.add("actions      " + Figures.count(dividends, "dividend") + ", " + Figures.count(splits, "split")
                + (gains == 0 ? "" : ", " + Figures.count(gains, "capital gain"))
                + (actions.isEmpty() ? "" : "; the last:"));
        actions.reversed().stream()
                .limit(SHOWN)
                .forEach(row -> lines.add("  " + row.session() + "  "
                        + (row.dividend() == 0 ? "" : "dividend " + row.dividend() + "  ")
                        + (row.capitalGain() == 0 ? "" : "capital gain " + row.capitalGain() + "  ")
                        + (row.split() == 0 ? "" : "split " + row.split() + " for 1")));
    }

    private static void addLog(List<CleaningEntry> log, List<String> lines) {
        lines.add("changes      "
                + (log.isEmpty()
                        ? "none: every row stands as it came"
                        : Figures.count(log.size(), "line") + " in cleaning.csv:"));
        RuleCount.of(log).forEach(rule -> lines.add("  " + rule.text()));
        if (!log.isEmpty()) {
            lines.add("evidence");
        }
        log.stream()
                .limit(SHOWN)
                .forEach(entry -> lines.add("  " + entry.session() + "  " + entry.rule() + "  " + entry.column() + " "
                        + entry.before() + " -> " + (entry.after().isEmpty() ? "none" : entry.after()) + "  ("
                        + entry.evidence() + ")"));
        if (log.size() > SHOWN) {
            lines.add("  and " + (log.size() - SHOWN) + " more");
        }
    }

    private static void addVintages(List<Vintage> vintages, List<String> lines) {
        lines.add("vintages     "
                + (vintages.isEmpty() ? "none: no provider was asked" : vintages.size() + "; the last:"));
        vintages.reversed().stream().limit(SHOWN).forEach(vintage -> {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-7s %5d  %-6s  %s  %s..%s  %s",
                    vintage.provider(),
                    vintage.number(),
                    vintage.scope().name().toLowerCase(Locale.ROOT),
                    vintage.retrievedAt(),
                    vintage.from(),
                    vintage.to(),
                    Figures.count(vintage.rows(), "row")));
            vintage.findings().stream().limit(SHOWN).forEach(finding -> lines.add("          " + finding));
        });
    }

    private static String shown(List<LocalDate> days) {
        String text = String.join(
                " ", days.stream().limit(SHOWN).map(LocalDate::toString).toList());
        return days.size() > SHOWN ? text + " and " + (days.size() - SHOWN) + " more" : text;
    }

    /** The same for a script, complete. */
    public static Map<String, Object> document(KnownBars known) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("symbol", known.symbol());
        KnownBars.Cleaned cleaned = known.cleaned();
        if (cleaned != null) {
            PriceHistory history = cleaned.history();
            document.put("run", cleaned.run().runId());
            document.put("source", cleaned.source());
            document.put("ignoredColumns", SourceRemarks.names(Provenance.IGNORED_COLUMNS.in(cleaned.provenance())));
            document.put("tracksClose", SourceRemarks.names(Provenance.TRACKS_CLOSE.in(cleaned.provenance())));
            document.put("remarks", SourceRemarks.of(cleaned.provenance()));
            if (cleaned.prices() != null) {
                document.put("prices", cleaned.prices().key());
            }
            document.put("from", history.session(0));
            document.put("to", history.session(history.size() - 1));
            document.put("counts", cleaned.counts());
            document.put("gaps", cleaned.gaps());
            document.put(
                    "actions", cleaned.actions().stream().map(DataText::action).toList());
            document.put("changes", cleaned.log());
        }
        document.put("vintages", known.vintages());
        return document;
    }

    private static Map<String, Object> action(RawBar row) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("session", row.session());
        action.put("dividend", row.dividend());
        action.put("split", row.split());
        action.put("capitalGain", row.capitalGain());
        return action;
    }

    /** The cleaned bars as a CSV file that {@code run --csv} reads. */
    public static byte[] csv(KnownBars.Cleaned cleaned) {
        Map<LocalDate, RawBar> actions = new LinkedHashMap<>();
        cleaned.actions().forEach(row -> actions.put(row.session(), row));
        Csv csv = new Csv(COLUMNS);
        PriceHistory history = cleaned.history();
        for (int i = 0; i < history.size(); i++) {
            RawBar action = actions.get(history.session(i));
            csv.row(List.of(
                    history.session(i).toString(),
                    Csv.cell(history.open(i)),
                    Csv.cell(history.high(i)),
                    Csv.cell(history.low(i)),
                    Csv.cell(history.close(i)),
                    Csv.cell(history.adjustedClose(i)),
                    Csv.cell(history.volume(i)),
                    Csv.cell(action == null ? 0 : action.dividend()),
                    Csv.cell(action == null ? 0 : action.split()),
                    Csv.cell(action == null ? 0 : action.capitalGain())));
        }
        return csv.toBytes();
    }
}
