package candor.cleaning;

import candor.cleaning.log.CleaningEntry;
import candor.cleaning.repair.Doubt;
import candor.cleaning.repair.RepairResult;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what the rules do, in their order. */
public final class CleaningLog {

    /** Stands for the whole row where a rule concerns no single column. */
    static final String ROW = "row";

    /** The rule of the one entry that says that no row has a volume. */
    public static final String NO_VOLUME = "no-volume";

    private final List<CleaningEntry> entries = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private int repaired;
    private int duplicates;
    private int dropped;

    CleaningLog() {}

    void note(LocalDate session, String column, String before, String after, String rule, String evidence) {
        entries.add(new CleaningEntry(session, column, before, after, rule, evidence));
    }

    void repair(RawBar row, String column, double before, double after, String rule, String evidence) {
        repaired++;
        note(row.session(), column, Double.toString(before), Double.toString(after), rule, evidence);
    }

    /** Each price and the volume that differ. */
    void repairPrices(RawBar row, RawBar repaired, String rule, String evidence) {
        repairIfOther(row, "open", row.open(), repaired.open(), rule, evidence);
        repairIfOther(row, "high", row.high(), repaired.high(), rule, evidence);
        repairIfOther(row, "low", row.low(), repaired.low(), rule, evidence);
        repairIfOther(row, "close", row.close(), repaired.close(), rule, evidence);
        repairIfOther(row, "adjustedClose", row.adjustedClose(), repaired.adjustedClose(), rule, evidence);
        repairIfOther(row, "volume", row.volume(), repaired.volume(), rule, evidence);
    }

    private void repairIfOther(RawBar row, String column, double before, double after, String rule, String evidence) {
        if (Double.compare(before, after) != 0) {
            repair(row, column, before, after, rule, evidence);
        }
    }

    /** Takes over what was repaired, and the doubts that change nothing. */
    void adopt(RepairResult result) {
        duplicates = result.duplicates();
        repaired += result.log().size() - duplicates;
        entries.addAll(result.log());
        for (Doubt doubt : result.doubts()) {
            if (doubt.then() == Doubt.Consequence.NOTE) {
                note(
                        doubt.session(),
                        doubt.column(),
                        doubt.value(),
                        doubt.value(),
                        doubt.rule(),
                        "line " + doubt.line() + ": left as it is: " + doubt.evidence());
            }
        }
    }

    /** Takes note, in one entry, of rows that no rule looks at. */
    void drop(int rows, LocalDate session, String rule, String evidence) {
        dropped += rows;
        note(session, ROW, "rows: " + rows, "", rule, evidence);
    }

    void quarantine(RawBar row, String column, String before, String rule, String finding) {
        String evidence = "line " + row.line() + ": " + finding;
        quarantined.add(new Quarantined(row, rule, evidence));
        note(row.session(), column, before, "", rule, evidence);
    }

    List<CleaningEntry> entries() {
        return entries.stream()
                .sorted(Comparator.comparing(CleaningEntry::session))
                .toList();
    }

    List<Quarantined> quarantined() {
        return quarantined;
    }

    CleaningCounts counts(int bars, int gaps) {
        int rows = bars + quarantined.size() + duplicates + dropped;
        return new CleaningCounts(rows, bars, quarantined.size(), duplicates, dropped, repaired, gaps);
    }
}
