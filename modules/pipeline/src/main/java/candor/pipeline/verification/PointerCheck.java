// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.verification;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.stage.GateTerms;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.Fingerprint;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ObjectStore;
import candor.store.run.Latest;
import candor.store.run.Predecessors;
import candor.store.run.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The documents that point to work: which forecast is served, who is in service, where to go on from. */
final class PointerCheck {

    private static final String REPAIR = "./candor verify --repair makes it again";

    private final ObjectStore store;
    private final WorkCheck work;
    private final List<RunRecord> runs;
    private final boolean repair;

    PointerCheck(ObjectStore store, WorkCheck work, List<RunRecord> runs, boolean repair) {
        this.store = store;
        this.work = work;
        this.runs = runs;
        this.repair = repair;
    }

    /** What a reader said of a document, without its remedy. */
    static String words(UnreadableCheckpoint e) {
        return String.valueOf(e.getMessage()).replaceFirst("; \\./candor verify.*$", "");
    }

    List<Damage> of(Symbol symbol) {
        List<Damage> damages = new ArrayList<>();
        latest(symbol).ifPresent(damages::add);
        champions(symbol).ifPresent(damages::add);
        return damages;
    }

    private Optional<Damage> latest(Symbol symbol) {
        Latest latest = new Latest(store);
        String key = "latest/" + symbol;
        Optional<Latest.Pointer> wanted = latest.ofRuns(symbol);
        String what;
        try {
            Optional<Latest.Pointer> present = latest.find(symbol);
            boolean served = present.isPresent() || wanted.isEmpty();
            Optional<String> fault = served
                    ? present.flatMap(pointer -> work.fault(pointer.forecast()))
                    : Optional.of("it is missing, although runs have forecasts");
            if (fault.isEmpty()) {
                return Optional.empty();
            }
            what = fault.get();
        } catch (UnreadableCheckpoint e) {
            what = words(e);
        }
        Damage damage = Damage.of(key, what, REPAIR + " of the records of runs");
        return Optional.of(
                repair
                                && wanted.filter(pointer ->
                                                work.fault(pointer.forecast()).isEmpty())
                                        .isPresent()
                        ? damage.repairedBy("made again of the records of runs: the forecast of "
                                + latest.rebuild(symbol).orElseThrow().asOf())
                        : damage);
    }

    private Optional<Damage> champions(Symbol symbol) {
        Champions champions = new Champions(store);
        String key = "champions/" + symbol;
        String what;
        try {
            Optional<String> fault = champions.fault(symbol);
            if (fault.isEmpty()) {
                return Optional.empty();
            }
            what = fault.get();
        } catch (UnreadableCheckpoint e) {
            what = words(e);
        }
        Damage damage = Damage.of(key, what, REPAIR + " of the decisions, or of what Promote has stored");
        return Optional.of(repair ? again(champions, symbol, damage) : damage);
    }

    private Damage again(Champions champions, Symbol symbol, Damage damage) {
        try {
            if (isReadable(champions, symbol)) {
                champions.repairLog(symbol);
            }
            Optional<Champions.History> made = champions.rebuild(symbol);
            if (made.isPresent()) {
                return damage.repairedBy("made again of " + made.get().decisions() + " recorded decisions");
            }
            List<Term> terms = GateTerms.of(store, symbol, runs);
            if (terms.isEmpty()) {
                return damage;
            }
            champions.rebuildFrom(symbol, terms);
            return damage.repairedBy("made again of " + terms.size() + " verdicts of Promote; decisions that persons"
                    + " made before decisions were recorded are not among them: give them again with ./candor champion "
                    + symbol + " --set RUN");
        } catch (UnreadableCheckpoint e) {
            return new Damage(
                    damage.key(),
                    damage.what() + "; " + words(e),
                    List.of(),
                    null,
                    "put an earlier copy of that decision back, or of champions/" + symbol + ", from a backup");
        }
    }

    private static boolean isReadable(Champions champions, Symbol symbol) {
        try {
            champions.terms(symbol);
            return true;
        } catch (UnreadableCheckpoint e) {
            return false;
        }
    }

    /** Hints, which cost time where they are lost and change no result. */
    List<Damage> predecessors() {
        List<Damage> damages = new ArrayList<>();
        Predecessors predecessors = new Predecessors(store);
        for (String key : store.list("predecessors/")) {
            String[] path = key.split("/", -1);
            Symbol symbol = Symbol.of(path[2]);
            if (predecessors.find(path[1], symbol, path[3]).isPresent()) {
                continue;
            }
            Damage damage = Damage.of(key, "it cannot be read, which costs time and changes no result", REPAIR);
            Optional<Referenced> last = work.checkpoints().stream()
                    .filter(each -> isOf(each.checkpoint(), path))
                    .max(Comparator.comparing(each -> each.checkpoint().asOf()));
            if (repair && last.isPresent()) {
                predecessors.note(
                        path[1],
                        symbol,
                        path[3],
                        last.get().checkpoint().asOf(),
                        last.get().ref());
                damages.add(damage.repairedBy(
                        "made again: the work of " + last.get().checkpoint().asOf()));
            } else {
                damages.add(damage);
            }
        }
        return damages;
    }

    private static boolean isOf(Checkpoint checkpoint, String[] path) {
        return checkpoint.stage().equals(path[1])
                && checkpoint.symbol().value().equals(path[2])
                && Fingerprint.ofLineage(
                                checkpoint.stage(),
                                checkpoint.symbol(),
                                checkpoint.codeDigest(),
                                checkpoint.settings(),
                                checkpoint.seeds())
                        .equals(path[3]);
    }
}
