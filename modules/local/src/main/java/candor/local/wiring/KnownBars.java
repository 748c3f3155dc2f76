package candor.local.wiring;

import candor.cleaning.PriceBasis;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.marketdata.vintage.Vintage;
import candor.marketdata.vintage.Vintages;
import candor.pipeline.stage.CleaningDocument;
import candor.pipeline.stage.RetrievalDocument;
import candor.pipeline.stage.StageName;
import candor.pipeline.table.CleaningTable;
import candor.pipeline.table.HistoryTables;
import candor.pipeline.table.RawTables;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.port.RawBar;
import candor.store.run.RunRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that a home knows of one symbol's bars.
 *
 * @param cleaned what the latest run made of them; null where none got so far
 * @param vintages what providers answered, by provider, oldest first
 */
public record KnownBars(Symbol symbol, @Nullable Cleaned cleaned, List<Vintage> vintages) {

    /**
     * Cleaned bars.
     *
     * @param source who gave them, for a person
     * @param provenance as retrieval.json has it
     * @param prices what the closes are; null where the run did not note it
     * @param counts what became of the rows, as in cleaning.json
     * @param gaps sessions without a bar, ascending
     * @param actions rows with a dividend, split or capital gain, ascending
     * @param log every change, ascending
     */
    public record Cleaned(
            RunRecord run,
            String source,
            SortedMap<String, String> provenance,
            @Nullable PriceBasis prices,
            PriceHistory history,
            JsonNode counts,
            List<LocalDate> gaps,
            List<RawBar> actions,
            List<CleaningEntry> log) {}

    public static KnownBars of(ObjectStore store, Symbol symbol) {
        Vintages all = new Vintages(store, notice -> {});
        List<Vintage> vintages = all.providers(symbol).stream()
                .flatMap(provider -> all.all(symbol, provider).stream())
                .toList();
        return new KnownBars(symbol, cleaned(store, symbol).orElse(null), vintages);
    }

    private static Optional<Cleaned> cleaned(ObjectStore store, Symbol symbol) {
        return new PastRuns(store).findLatest(symbol, StageName.CLEAN).map(run -> cleaned(store, run));
    }

    private static Cleaned cleaned(ObjectStore store, RunRecord run) {
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        Checkpoint ingest = checkpoint(checkpoints, run, StageName.INGEST);
        Checkpoint clean = checkpoint(checkpoints, run, StageName.CLEAN);
        CleaningDocument cleaning = checkpoints.read(clean, CleaningDocument.KEY);
        List<CleaningEntry> log = checkpoints.read(clean, CleaningTable.KEY);
        List<RawBar> given = RawTables.read(
                        checkpoints.read(ingest, RawTables.BARS), checkpoints.read(ingest, RawTables.ACTIONS), "")
                .bars();
        return new Cleaned(
                run,
                ingest.settings().getOrDefault("file", ""),
                checkpoints.read(ingest, RetrievalDocument.KEY).provenance(),
                cleaning.prices(),
                PriceHistory.of(
                        checkpoints.read(clean, HistoryTables.BARS), checkpoints.read(clean, HistoryTables.ADJUSTED)),
                Json.toTree(cleaning.counts()),
                cleaning.gaps(),
                actions(given, log),
                log);
    }

    /** The rows with an action, as cleaning left it: a dividend that it repaired stands in its log. */
    static List<RawBar> actions(List<RawBar> given, List<CleaningEntry> log) {
        Map<LocalDate, Double> repaired = new HashMap<>();
        log.stream()
                .filter(entry ->
                        entry.column().equals("dividend") && !entry.before().equals(entry.after()))
                .forEach(entry ->
                        repaired.put(entry.session(), entry.after().isEmpty() ? 0 : Double.parseDouble(entry.after())));
        return given.stream()
                .map(bar -> bar.withActions(
                        repaired.getOrDefault(bar.session(), bar.dividend()), bar.split(), bar.capitalGain()))
                .filter(bar -> bar.dividend() != 0 || bar.split() != 0 || bar.capitalGain() != 0)
                .toList();
    }

    private static Checkpoint checkpoint(Checkpoints checkpoints, RunRecord run, StageName stage) {
        return checkpoints.get(run.findCheckpoint(stage.key()).orElseThrow());
    }
}
