// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.report.PromotionDocument;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import candor.store.run.RunRecord.StageDone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The gate's decisions, from what Promote has stored: for champions that were lost together with their decisions. */
public final class GateTerms {

    private GateTerms() {}

    /**
     * The terms in the order in which they were made; who agreed to a proposal, and when, is not known there.
     *
     * @param runs those that can be read, of any symbols
     */
    public static List<Term> of(ObjectStore store, Symbol symbol, List<RunRecord> runs) {
        List<Verdict> verdicts = runs.stream()
                .filter(run -> run.symbol().equals(symbol))
                .flatMap(run -> run.stages().stream()
                        .filter(done -> done.stage().equals(StageName.PROMOTE.key()))
                        .map(done -> new Verdict(run, done)))
                .sorted(Comparator.comparing(Verdict::ended)
                        .thenComparing(verdict -> verdict.run().runId()))
                .toList();
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        List<Term> terms = new ArrayList<>();
        Set<CheckpointRef> seen = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (seen.add(verdict.done().checkpoint())) {
                term(checkpoints, verdict, terms);
            }
        }
        return terms;
    }

    private record Verdict(RunRecord run, StageDone done) {
        Instant ended() {
            return done.ended();
        }
    }

    /** A damaged verdict decides nothing; its run is among what a check reports. */
    private static void term(Checkpoints checkpoints, Verdict verdict, List<Term> terms) {
        CheckpointRef ref = verdict.done().checkpoint();
        try {
            Checkpoint checkpoint = checkpoints.get(ref);
            PromotionDocument promotion = checkpoints.read(checkpoint, PromotionDocument.KEY);
            if (!promotion.proposes()) {
                terms.add(new Term(
                        checkpoint.asOf(),
                        Decider.GATE,
                        null,
                        null,
                        verdict.run().runId(),
                        ref,
                        promotion.look(),
                        promotion.lookedAt(),
                        promotion.horizons().stream()
                                .map(PromoteStage::inService)
                                .toList()));
            }
        } catch (UnreadableCheckpoint e) {
            return;
        }
    }
}
