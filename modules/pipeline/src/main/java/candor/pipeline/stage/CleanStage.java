package candor.pipeline.stage;

import candor.cleaning.Cleaner;
import candor.cleaning.CleaningCounts;
import candor.cleaning.CleaningResult;
import candor.cleaning.CleaningRules;
import candor.cleaning.Quarantined;
import candor.cleaning.Rulings;
import candor.cleaning.guard.DataGuards;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Adjustment;
import candor.forecasting.text.Figures;
import candor.pipeline.settings.DataRulings;
import candor.pipeline.table.CleaningTable;
import candor.pipeline.table.HistoryTables;
import candor.pipeline.table.RawTables;
import candor.store.checkpoint.Product;
import candor.store.csv.Csv;
import candor.store.failure.HaltedForManualCheck;
import candor.store.port.Provenance;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes bars that may be forecast from, and the log of how: clean.csv, adjusted.csv, cleaning.csv, quarantine.csv,
 * cleaning.json.
 */
public final class CleanStage extends CheckpointedStage<DayRequest> {

    private final TradingCalendar calendar;
    private final CleaningRules rules;

    public CleanStage(Workshop workshop, TradingCalendar calendar, CleaningRules rules) {
        super(StageName.CLEAN, workshop, DayRequest::of, calendar.getClass());
        this.calendar = calendar;
        this.rules = rules;
    }

    @Override
    Plan plan(DayRequest request, InputArtefacts inputs) {
        LocalDate asOf = request.asOf();
        inputs.from(StageName.INGEST, RawTables.BARS, RawTables.ACTIONS, RetrievalDocument.KEY);
        boolean ofProviders = inputs.takes(StageName.INGEST, RawTables.ORIGINS);
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("rules", rules.toString());
        Rulings rulings = DataRulings.find(workshop().store(), request.symbol());
        if (!rulings.isEmpty()) {
            settings.put("rulings", rulings.words());
        }
        String file = inputs.checkpointOf(StageName.INGEST).settings().getOrDefault("file", "");
        return Plan.of(asOf, inputs.toInputs(), settings, () -> clean(asOf, inputs, ofProviders, file, rulings));
    }

    private Plan.Made clean(LocalDate asOf, InputArtefacts inputs, boolean ofProviders, String file, Rulings rulings) {
        Retrieval raw = given(inputs, ofProviders, file);
        CleaningResult result = new Cleaner(
                        calendar,
                        rules,
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .clean(raw, asOf, rulings);
        requireLastBar(result, asOf, file);
        CleaningCounts counts = result.counts();
        List<Product> products = List.of(
                Product.of(HistoryTables.BARS, HistoryTables.bars(result.bars())),
                Product.of(HistoryTables.ADJUSTED, HistoryTables.adjusted(result.bars(), result.adjustedCloses())),
                Product.of(CleaningTable.KEY, CleaningTable.write(result.log())),
                Product.of(CleaningTable.QUARANTINE, quarantine(result.quarantined())),
                Product.json(
                        CleaningDocument.KEY,
                        new CleaningDocument(
                                Schemas.CLEANING,
                                result.bars().getFirst().session(),
                                result.bars().getLast().session(),
                                counts,
                                result.basis(),
                                result.gaps(),
                                DataGuards.of(raw, result, calendar))));
        return new Plan.Made(
                products,
                Figures.count(counts.bars(), "bar") + " kept, " + Figures.count(counts.repaired(), "cell")
                        + " repaired, "
                        + Figures.count(counts.duplicates(), "duplicate") + " removed, "
                        + Figures.count(counts.quarantined(), "row") + " set aside, "
                        + Figures.count(counts.gaps(), "session") + " without a bar");
    }

    /** The rows, with what the source says of itself. */
    private static Retrieval given(InputArtefacts inputs, boolean ofProviders, String file) {
        Retrieval.OneFile rows = RawTables.read(inputs.read(RawTables.BARS), inputs.read(RawTables.ACTIONS), file);
        SortedMap<String, String> provenance = new TreeMap<>();
        provenance.putAll(inputs.read(RetrievalDocument.KEY).provenance());
        Provenance.FILE.note(provenance, file);
        return ofProviders
                ? new Retrieval.OfProviders(rows.bars(), provenance, inputs.read(RawTables.ORIGINS))
                : new Retrieval.OneFile(rows.place(), rows.bars(), rows.hasAdjustedClose(), provenance);
    }

    /** A forecast counts its sessions from asOf: without that session's bar it would be one of another day. */
    private static void requireLastBar(CleaningResult result, LocalDate asOf, String file) {
        LocalDate last = result.bars().getLast().session();
        if (!last.equals(asOf)) {
            String why = result.quarantined().stream()
                    .filter(one -> one.row().session().equals(asOf))
                    .map(one -> " (" + one.rule() + ", " + one.evidence() + ")")
                    .findFirst()
                    .orElse("");
            throw new HaltedForManualCheck(file + ": the row of " + asOf + " was set aside" + why
                    + ", so that the last bar is of " + last + "; correct that row, or forecast with --as-of " + last);
        }
    }

    private static byte[] quarantine(List<Quarantined> quarantined) {
        Csv csv = new Csv(List.of("line", "date", "open", "high", "low", "close", "volume", "rule", "evidence"));
        quarantined.forEach(one -> csv.row(List.of(
                Integer.toString(one.row().line()),
                one.row().session().toString(),
                Csv.cell(one.row().open()),
                Csv.cell(one.row().high()),
                Csv.cell(one.row().low()),
                Csv.cell(one.row().close()),
                Csv.cell(one.row().volume()),
                one.rule(),
                one.evidence())));
        return csv.toBytes();
    }
}
