// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.verification;

import candor.forecasting.market.Symbol;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads all that a store holds and says what is damaged, what was made of it, and what was made again: pointers, champions,
 * predecessors. Settings and rulings are persons' words, and work is done again by a run.
 */
public final class StoreCheck {

    private final CountedReading store;
    private final boolean repair;
    private final WorkCheck work;
    private final List<RunRecord> runs = new ArrayList<>();

    /** @param repair whether what can be made again is written */
    public StoreCheck(ObjectStore store, boolean repair) {
        this.store = new CountedReading(store);
        this.repair = repair;
        this.work = new WorkCheck(this.store);
    }

    /** Everything; to be called once. */
    public Checked run() {
        List<Damage> damages = new ArrayList<>(work.run());
        damages.addAll(runRecords());
        TreeSet<Symbol> symbols = new TreeSet<>(Comparator.comparing(Symbol::value));
        runs.forEach(run -> symbols.add(run.symbol()));
        for (String folder : List.of("latest/", "champions/", "decisions/")) {
            store.list(folder).forEach(key -> symbols.add(Symbol.of(key.split("/", -1)[1])));
        }
        PointerCheck pointers = new PointerCheck(store, work, runs, repair);
        symbols.forEach(symbol -> damages.addAll(pointers.of(symbol)));
        damages.addAll(pointers.predecessors());
        damages.addAll(new GivenCheck(store).run());
        List<Damage> named = damages.stream()
                .map(damage -> damage.with(dependents(damage.key())))
                .sorted(Comparator.comparing(Damage::key))
                .toList();
        return new Checked(store.objects(), store.bytes(), named);
    }

    private List<Damage> runRecords() {
        List<Damage> damages = new ArrayList<>();
        RunRecords records = new RunRecords(store);
        for (String key : store.list("runs/")) {
            String runId = key.substring("runs/".length()).replaceFirst("\\.json$", "");
            try {
                RunRecord record = records.find(runId).orElseThrow();
                runs.add(record);
                record.stages().stream()
                        .flatMap(done -> work.fault(done.checkpoint()).stream())
                        .forEach(fault -> damages.add(Damage.of(
                                key,
                                fault,
                                "run that day again on the same bars: ./candor run " + record.symbol() + " --as-of "
                                        + record.asOf())));
            } catch (UnreadableCheckpoint e) {
                damages.add(Damage.of(
                        key,
                        PointerCheck.words(e),
                        "./candor verify --repair makes it again of the execution's history, where that is in"
                                + " the home"));
            }
        }
        return damages;
    }

    /** Checkpoints made of it, and runs that use any of these or itself. */
    private List<String> dependents(String key) {
        if (!key.startsWith("work/")) {
            return List.of();
        }
        List<String> all = new ArrayList<>(work.madeOf(key));
        TreeSet<String> folders = new TreeSet<>(List.of(WorkCheck.folder(key)));
        all.forEach(made -> folders.add(WorkCheck.folder(made)));
        for (RunRecord run : runs) {
            boolean uses = run.stages().stream()
                    .anyMatch(done ->
                            folders.contains(WorkCheck.folder(done.checkpoint().key())));
            if (uses) {
                all.add("runs/" + run.runId() + ".json");
            }
        }
        return List.copyOf(all);
    }
}
