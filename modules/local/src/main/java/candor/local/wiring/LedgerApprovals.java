package candor.local.wiring;

import candor.pipeline.stage.StageName;
import candor.statemachine.Declined;
import candor.statemachine.TaskTokens;
import candor.store.json.Json;
import candor.store.port.ApprovalEntry;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import candor.store.run.Approval;
import candor.store.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What persons answer to the proposals of one execution, kept in the ledger. Nobody sits at a terminal until somebody
 * answers: an execution without an answer stops, and goes on when there is one.
 */
public final class LedgerApprovals implements TaskTokens {

    private final ObjectStore store;
    private final Ledger ledger;
    private final String execution;

    LedgerApprovals(ObjectStore store, Ledger ledger, String execution) {
        this.store = store;
        this.ledger = ledger;
        this.execution = execution;
    }

    /** Keeps an answer; throws a {@link CommandRejected} where there is another one already that says the opposite. */
    public void record(Approval answer) {
        RunRecord run = run();
        ApprovalEntry entry = new ApprovalEntry(
                run.runId(),
                proposal(run),
                answer.decision() == Approval.Decision.APPROVED,
                String.valueOf(answer.by()),
                Objects.requireNonNull(answer.decided()),
                answer.reason());
        if (!ledger.recordApproval(entry)) {
            ApprovalEntry first = find(run).orElseThrow();
            if (first.approved() != entry.approved()) {
                throw new CommandRejected(first.by() + " " + (first.approved() ? "approved" : "rejected") + " this on "
                        + first.decided() + ", and the first answer stands; continue with ./candor redrive "
                        + execution);
            }
        }
    }

    @Override
    public Optional<Sent> next(String token, Duration time) throws InterruptedException {
        ApprovalEntry entry = find(run())
                .orElseThrow(() -> new Declined("it waits for a person; answer with ./candor approve " + execution));
        Approval answer = Approval.answer(entry.approved(), entry.by(), entry.decided(), entry.reason());
        return Optional.of(new Sent.Success(new String(Json.writeLine(answer), StandardCharsets.UTF_8)));
    }

    private Optional<ApprovalEntry> find(RunRecord run) {
        return ledger.findApproval(run.runId(), proposal(run));
    }

    private RunRecord run() {
        return new PastRuns(store)
                .find(execution)
                .orElseThrow(() -> new IllegalStateException("the execution " + execution + " has no run yet"));
    }

    private static String proposal(RunRecord run) {
        return run.findCheckpoint(StageName.PROMOTE.key()).orElseThrow().sha256();
    }
}
