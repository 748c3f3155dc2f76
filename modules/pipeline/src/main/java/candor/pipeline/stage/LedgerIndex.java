// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.report.PromotionDocument;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.Input;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ApprovalEntry;
import candor.store.port.ForecastEntry;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import candor.store.port.RunEntry;
import candor.store.port.ScoreEntry;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a ledger has to hold, by the documents of the store: it is their index. What only it knows are words that came with
 * an approval.
 */
public final class LedgerIndex {

    /** Later than any target, with a year of four digits as the ledger wants it. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private LedgerIndex() {}

    /** All entries that the store gives. */
    public record Entries(
            List<RunEntry> runs,
            List<ForecastEntry> forecasts,
            List<ScoreEntry> scores,
            List<ApprovalEntry> approvals) {

        /** How many there are, as in {@code 2 runs, 6 forecasts, 3 scores and 0 approvals}. */
        public String words() {
            return runs.size() + " runs, " + forecasts.size() + " forecasts, " + scores.size() + " scores and "
                    + approvals.size() + " approvals";
        }
    }

    /** Writes all entries of the store into the ledger; those that are there already stay. */
    public static Entries rebuild(ObjectStore store, Ledger ledger, Consumer<String> notices) {
        Entries entries = of(store, notices);
        entries.runs().forEach(ledger::recordRun);
        entries.forecasts().forEach(ledger::recordForecast);
        entries.scores().forEach(ledger::recordScore);
        entries.approvals().forEach(ledger::recordApproval);
        return entries;
    }

    /** @param notices told, in one line, of every document that is damaged and left out */
    public static Entries of(ObjectStore store, Consumer<String> notices) {
        Checkpoints checkpoints = new Checkpoints(store, notices);
        List<ForecastEntry> forecasts = new ArrayList<>();
        List<ScoreEntry> scores = new ArrayList<>();
        List<RunEntry> runs = new ArrayList<>();
        List<ApprovalEntry> approvals = new ArrayList<>();
        for (Symbol symbol : symbols(store)) {
            for (String key : checkpoints.keys(StageName.FORECAST.key(), symbol)) {
                readable(checkpoints, key, notices)
                        .ifPresent(found -> forecasts.addAll(IssuedForecasts.in(checkpoints, found)));
            }
            for (String key : checkpoints.keys(StageName.MONITOR.key(), symbol)) {
                readable(checkpoints, key, notices).ifPresent(found -> scores.addAll(scores(checkpoints, found)));
            }
            List<RunRecord> records = new RunRecords(store).readable(symbol);
            records.stream().flatMap(record -> succeeded(record).stream()).forEach(runs::add);
            approvals.addAll(approvals(store, checkpoints, symbol, notices));
        }
        return new Entries(
                List.copyOf(runs),
                List.copyOf(forecasts),
                scores.stream().distinct().toList(),
                List.copyOf(approvals));
    }

    /**
     * Where the ledger differs from the documents; empty where it does not. Entries that only it has count for nothing.
     *
     * @return at most one line for each kind of entry
     */
    public static List<String> faults(ObjectStore store, Ledger ledger) {
        Entries wanted = of(store, notice -> {});
        List<String> faults = new ArrayList<>();
        long runs = wanted.runs().stream()
                .filter(run -> !ledger.findRun(run.runId())
                        .filter(there -> sameRun(run, there))
                        .isPresent())
                .count();
        long approvals = wanted.approvals().stream()
                .filter(approval -> !ledger.findApproval(approval.runId(), approval.proposal())
                        .filter(there -> sameApproval(approval, there))
                        .isPresent())
                .count();
        Set<Object> there = new HashSet<>();
        for (Symbol symbol : symbols(store)) {
            there.addAll(ledger.forecastsAwaitingOutcome(symbol, END_OF_TIME));
        }
        for (ScoreEntry score : wanted.scores()) {
            if (there.add(List.of(score.symbol(), score.horizon()))) {
                there.addAll(ledger.latestScores(score.symbol(), score.horizon(), Integer.MAX_VALUE));
            }
        }
        Set<List<Object>> scored = wanted.scores().stream()
                .filter(there::contains)
                .map(score -> nameOf(score.symbol(), score.origin(), score.horizon(), score.checkpoint()))
                .collect(Collectors.toSet());
        long forecasts = wanted.forecasts().stream()
                .filter(forecast -> !there.contains(forecast)
                        && !scored.contains(nameOf(
                                forecast.symbol(), forecast.origin(), forecast.horizon(), forecast.checkpoint())))
                .count();
        long scores =
                wanted.scores().stream().filter(score -> !there.contains(score)).count();
        add(faults, runs, "runs");
        add(faults, forecasts, "forecasts");
        add(faults, scores, "scores");
        add(faults, approvals, "approvals");
        return faults;
    }

    private static void add(List<String> faults, long count, String what) {
        if (count > 0) {
            faults.add(count + " " + what + " of the store are missing there, or have other values");
        }
    }

    private static List<Object> nameOf(Symbol symbol, LocalDate origin, int horizon, String checkpoint) {
        return List.of(symbol, origin, horizon, checkpoint);
    }

    private static boolean sameRun(RunEntry one, RunEntry other) {
        return one.execution().equals(other.execution())
                && one.symbol().equals(other.symbol())
                && Objects.equals(one.asOf(), other.asOf())
                && one.status().equals(other.status());
    }

    private static boolean sameApproval(ApprovalEntry one, ApprovalEntry other) {
        return one.approved() == other.approved()
                && one.by().equals(other.by())
                && one.decided().equals(other.decided());
    }

    /** The symbols that have any work, ascending. */
    public static List<Symbol> symbols(ObjectStore store) {
        return store.list("work/ingest/").stream()
                .map(key -> key.split("/", -1)[2])
                .distinct()
                .map(Symbol::of)
                .toList();
    }

    private static Optional<Referenced> readable(Checkpoints checkpoints, String key, Consumer<String> notices) {
        try {
            Referenced found = checkpoints.find(key);
            found.checkpoint().artefacts().forEach(checkpoints::bytes);
            return Optional.of(found);
        } catch (UnreadableCheckpoint e) {
            notices.accept("not in the ledger: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static List<ScoreEntry> scores(Checkpoints checkpoints, Referenced monitored) {
        return checkpoints
                .read(monitored.checkpoint(), Scoring.ScoresDocument.KEY)
                .scores();
    }

    private static Optional<RunEntry> succeeded(RunRecord record) {
        Optional<Instant> ended = record.stages().stream()
                .filter(done -> done.stage().equals(StageName.MONITOR.key()))
                .map(RunRecord.StageDone::ended)
                .findFirst();
        Instant started = record.stages().stream()
                .map(RunRecord.StageDone::started)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return ended.map(end -> new RunEntry(
                record.runId(),
                record.execution(),
                record.symbol(),
                record.asOf(),
                started,
                end,
                "SUCCEEDED",
                null,
                null));
    }

    /** Of the gate's terms those that a person agreed to: who, when, and to which proposal. */
    private static List<ApprovalEntry> approvals(
            ObjectStore store, Checkpoints checkpoints, Symbol symbol, Consumer<String> notices) {
        List<ApprovalEntry> approvals = new ArrayList<>();
        for (Term term : terms(store, symbol, notices)) {
            String person = term.person();
            Instant decided = term.decided();
            if (person != null && decided != null) {
                proposal(checkpoints, symbol, term.promotion(), notices)
                        .ifPresent(ref -> approvals.add(
                                new ApprovalEntry(term.run(), ref.sha256(), approved(term), person, decided, null)));
            }
        }
        return approvals;
    }

    private static List<Term> terms(ObjectStore store, Symbol symbol, Consumer<String> notices) {
        try {
            return new Champions(store).terms(symbol);
        } catch (UnreadableCheckpoint e) {
            notices.accept("approvals are not in the ledger: " + e.getMessage());
            return List.of();
        }
    }

    private static boolean approved(Term term) {
        return term.horizons().stream().anyMatch(horizon -> horizon.verdict().equals("promoted"));
    }

    /** The checkpoint whose promotion.json the verdict was made of. */
    private static Optional<CheckpointRef> proposal(
            Checkpoints checkpoints, Symbol symbol, CheckpointRef verdict, Consumer<String> notices) {
        List<String> inputs = readable(checkpoints, verdict.key(), notices).stream()
                .flatMap(found -> found.checkpoint().inputs().stream())
                .map(Input::sha256)
                .toList();
        return checkpoints.keys(StageName.PROMOTE.key(), symbol).stream()
                .filter(key -> !key.equals(verdict.key()))
                .flatMap(key -> readable(checkpoints, key, notices).stream())
                .filter(found -> proposes(found.checkpoint(), inputs))
                .map(Referenced::ref)
                .findFirst();
    }

    private static boolean proposes(Checkpoint checkpoint, List<String> inputs) {
        Artefact promotion = checkpoint.getArtefact(PromotionDocument.KEY);
        return inputs.contains(promotion.sha256());
    }
}
