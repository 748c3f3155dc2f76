package candor.pipeline.table;

import candor.cleaning.log.CleaningEntry;
import candor.store.checkpoint.ArtefactKey;
import candor.store.csv.Csv;
import java.time.LocalDate;
import java.util.List;

/** cleaning.csv: the log of changes, one line for each. */
public final class CleaningTable {

    public static final ArtefactKey<List<CleaningEntry>> KEY = new ArtefactKey<>("cleaning.csv", CleaningTable::read);

    /** The rows that were set aside, with rule and evidence. */
    public static final ArtefactKey<byte[]> QUARANTINE = ArtefactKey.file("quarantine.csv");

    private CleaningTable() {}

    public static byte[] write(List<CleaningEntry> entries) {
        Csv csv = new Csv(List.of("date", "column", "before", "after", "rule", "evidence"));
        entries.forEach(entry -> csv.row(List.of(
                entry.session().toString(),
                entry.column(),
                entry.before(),
                entry.after(),
                entry.rule(),
                entry.evidence())));
        return csv.toBytes();
    }

    public static List<CleaningEntry> read(byte[] bytes) {
        return Csv.read(bytes).stream()
                .map(row -> new CleaningEntry(
                        LocalDate.parse(row.getField("date")),
                        row.getField("column"),
                        row.getField("before"),
                        row.getField("after"),
                        row.getField("rule"),
                        row.getField("evidence")))
                .toList();
    }
}
