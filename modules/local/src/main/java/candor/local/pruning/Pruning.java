// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.pruning;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.stage.StageName;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Input;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ObjectStore;
import candor.store.run.Latest;
import candor.store.run.Predecessors;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which runs of a store are old, and which work only they need.
 *
 * <p>A run is old where its asOf is more than so many days before the last one of its symbol. Its record goes, and all work
 * that no other run, no pointer, and none of these by way of others was made of. What stays in any case: every forecast as
 * it was issued and every score, which Monitor reads; every verdict about champions, with the proposal that a person agreed
 * to; what providers answered and persons gave, which nothing can make again. So the scores, the ledger and the gate's history are the same afterwards; an old run cannot
 * be reproduced any more.
 */
public final class Pruning {

    private static final Set<String> KEPT_STAGES = Set.of(StageName.FORECAST.key(), StageName.MONITOR.key());

    private final ObjectStore store;
    private final Checkpoints checkpoints;

    public Pruning(ObjectStore store) {
        this.store = store;
        this.checkpoints = new Checkpoints(store, notice -> {});
    }

    /**
     * What would go.
     *
     * @param runs the old ones, by name
     * @param keys of all objects, in the order in which they may be deleted: records first, and each checkpoint before its
     *     artefacts, so that whoever is cut off leaves nothing that names what is gone
     * @param executions that no run which stays belongs to
     */
    public record Plan(List<RunRecord> runs, List<String> keys, Set<String> executions) {}

    /**
     * Looks, and changes nothing.
     *
     * @param days at least 0: calendar days between an asOf that stays and the symbol's last one
     * @throws UnreadableCheckpoint where a record, pointer or checkpoint that decides is damaged: nothing is deleted on the word
     *     of a damaged store
     */
    public Plan plan(int days) {
        List<RunRecord> old = new ArrayList<>();
        Set<String> going = new TreeSet<>();
        Set<String> staying = new HashSet<>();
        Set<String> needed = new HashSet<>();
        Set<String> verdicts = new HashSet<>();
        Deque<String> roots = new ArrayDeque<>();
        for (Symbol symbol : symbols()) {
            List<RunRecord> records = records(symbol);
            LocalDate last = records.stream()
                    .map(RunRecord::asOf)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            for (RunRecord run : records) {
                if (run.asOf().isBefore(last.minusDays(days))) {
                    old.add(run);
                    going.add(run.execution());
                } else {
                    staying.add(run.execution());
                    run.stages().forEach(done -> roots.add(done.checkpoint().key()));
                }
            }
            new Latest(store)
                    .find(symbol)
                    .ifPresent(pointer -> roots.add(pointer.forecast().key()));
            new Champions(store)
                    .terms(symbol).stream()
                            .map(Term::promotion)
                            .map(CheckpointRef::key)
                            .map(Pruning::folder)
                            .forEach(verdicts::add);
        }
        predecessors(roots);
        follow(roots, needed);
        // Of what a verdict was made of only the proposal is needed that a person agreed to.
        verdicts.forEach(folder -> needed.addAll(proposals(folder)));
        needed.addAll(verdicts);
        List<String> keys = new ArrayList<>();
        old.forEach(run -> keys.add("runs/" + run.runId() + ".json"));
        keys.addAll(unneeded(needed));
        going.removeAll(staying);
        return new Plan(List.copyOf(old), List.copyOf(keys), Set.copyOf(going));
    }

    private Set<Symbol> symbols() {
        Set<Symbol> symbols = new TreeSet<>(Comparator.comparing(Symbol::value));
        store.list("runs/").forEach(key -> symbols.add(Symbol.of(key.substring("runs/".length(), key.indexOf('_')))));
        return symbols;
    }

    private List<RunRecord> records(Symbol symbol) {
        RunRecords records = new RunRecords(store);
        return store.list("runs/" + symbol + "_").stream()
                .map(key -> key.substring("runs/".length()).replaceFirst("\\.json$", ""))
                .map(runId -> records.find(runId).orElseThrow())
                .toList();
    }

    private void predecessors(Deque<String> roots) {
        Predecessors predecessors = new Predecessors(store);
        for (String key : store.list("predecessors/")) {
            String[] path = key.split("/", -1);
            predecessors
                    .find(path[1], Symbol.of(path[2]), path[3])
                    .map(CheckpointRef::key)
                    .ifPresent(roots::add);
        }
    }

    /** The folders of the roots and of all that they were made of. */
    private void follow(Deque<String> roots, Set<String> needed) {
        while (!roots.isEmpty()) {
            String folder = folder(roots.remove());
            if (!needed.add(folder)) {
                continue;
            }
            Checkpoint checkpoint = checkpoints.find(folder + Checkpoint.FILE).checkpoint();
            checkpoint.inputs().stream()
                    .map(Input::key)
                    .filter(key -> key.startsWith("work/"))
                    .forEach(roots::add);
        }
    }

    /** None of a verdict that is not here, as where a person put champions back from elsewhere. */
    private List<String> proposals(String verdict) {
        try {
            return checkpoints.find(verdict + Checkpoint.FILE).checkpoint().inputs().stream()
                    .map(Input::key)
                    .filter(key -> key.startsWith("work/" + StageName.PROMOTE.key() + "/"))
                    .map(Pruning::folder)
                    .toList();
        } catch (UnreadableCheckpoint notHere) {
            return List.of();
        }
    }

    private List<String> unneeded(Set<String> needed) {
        return store.list("work/").stream()
                .filter(key -> !needed.contains(folder(key)))
                .filter(key -> !KEPT_STAGES.contains(key.split("/", -1)[1]))
                .sorted(Comparator.comparing((String key) -> !key.endsWith("/" + Checkpoint.FILE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String folder(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1);
    }
}
