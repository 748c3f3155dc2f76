package candor.pipeline.stage;

import candor.pipeline.report.PromotionDocument;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Digest;
import candor.store.checkpoint.Input;
import candor.store.port.ApprovalEntry;
import candor.store.port.Ledger;
import candor.store.run.Approval;
import candor.store.run.Approval.Decision;
import candor.store.run.RunId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How persons are asked for their consent to a promotion, and what is kept of their answers.
 *
 * @param ledger keeps the answers; asked for only where there is one
 * @param people told what waits for an answer
 */
record Consent(Supplier<Ledger> ledger, Consumer<String> people) {

    /** The decision as an input: who made it and when reaches no artefact. */
    static Input toInput(Decision decision) {
        return new Input("approval", Digest.of(decision.key().getBytes(StandardCharsets.UTF_8)));
    }

    /** What a decision makes of a proposal. */
    static PromotionDocument verdict(PromotionDocument proposal, Decision decision) {
        return switch (decision) {
            case APPROVED -> proposal.approved();
            case REJECTED -> proposal.declined("rejected by a person");
            case UNANSWERED -> proposal.declined("not answered in time");
            case REQUIRED -> throw new IllegalArgumentException("no answer: " + decision);
        };
    }

    /** Asks once a task waits: before that an answer would find nobody. */
    void ask(PromoteRequest request, PromotionDocument proposal) {
        Approval approval = request.approval();
        if (approval != null && approval.token() != null) {
            people.accept("run " + request.day().execution() + " of "
                    + request.day().symbol() + " waits for a person: " + proposal.changes()
                    + ". Answer it with ./candor approve " + request.day().execution());
        }
    }

    /** Keeps a person's answer; where nobody answered there is nothing to keep. */
    void note(PromoteRequest request, LocalDate asOf) {
        Approval approval = request.approval();
        CheckpointRef proposal = request.day().checkpoints().get(StageName.PROMOTE.key());
        if (approval != null && proposal != null && approval.by() != null && approval.decided() != null) {
            ledger.get()
                    .recordApproval(new ApprovalEntry(
                            RunId.of(request.day().symbol(), asOf, request.day().execution()),
                            proposal.sha256(),
                            approval.decision() == Decision.APPROVED,
                            approval.by(),
                            approval.decided(),
                            approval.reason()));
        }
    }
}
