package candor.store.run;

import candor.store.failure.CorruptCheckpoint;
import candor.store.json.Json;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import candor.store.port.RunEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What must happen when a run did not succeed: an entry in the ledger, and words that tell the way on. */
public final class FailureRecorder {

    private static final int CAUSE_LIMIT = 1000;
    private static final String BEFORE_FIRST = " before its first stage was done";

    private final ObjectStore store;
    private final Ledger ledger;
    private final Function<ExecutionOutcome, Optional<String>> failedState;
    private final String commandOptions;

    /**
     * @param failedState the state that failed an execution; empty where nobody can say
     * @param commandOptions what a command needs to find the execution, as in {@code  --stack candor}; empty on the
     *     machine that ran it
     */
    public FailureRecorder(
            ObjectStore store,
            Ledger ledger,
            Function<ExecutionOutcome, Optional<String>> failedState,
            String commandOptions) {
        this.failedState = failedState;
        this.commandOptions = commandOptions;
        this.store = store;
        this.ledger = ledger;
    }

    /**
     * What was recorded.
     *
     * @param message for a person: what failed, why, and the command that goes on
     */
    public record Recorded(String runId, String status, String message) {}

    /**
     * Records the outcome; the same outcome again changes nothing. Events come late and
     * more than once: what the ledger knows of a later end of the run (it was redriven) stays.
     */
    public Recorded record(ExecutionOutcome outcome) {
        String runId = runIdOf(outcome);
        String reason = reasonOf(outcome.cause());
        if (!overtaken(runId, outcome.ended())) {
            ledger.recordRun(new RunEntry(
                    runId,
                    outcome.execution(),
                    outcome.symbol(),
                    outcome.asOf(),
                    outcome.started(),
                    outcome.ended(),
                    outcome.status(),
                    outcome.error(),
                    reason));
        }
        return new Recorded(runId, outcome.status(), message(outcome, runId, reason));
    }

    private String message(ExecutionOutcome outcome, String runId, String reason) {
        String state =
                failedState.apply(outcome).map(name -> " in the state " + name).orElseGet(() -> lastDone(runId));
        String error = outcome.error() == null ? "" : " with " + outcome.error();
        String end = reason.endsWith(".") ? " " : ". ";
        boolean local = outcome.arn().startsWith("arn:aws:states:local:");
        String advice = local
                ? ""
                : ProviderRejection.advice(
                                outcome.error(), reason, outcome.symbol().value())
                        .map(words -> words + ". ")
                        .orElse("");
        return "run " + outcome.execution() + " of " + outcome.symbol() + " ended " + outcome.status() + state + error
                + ": " + reason + end + advice + wayOn(outcome, reason, local);
    }

    private String wayOn(ExecutionOutcome outcome, String reason, boolean local) {
        Remedy remedy = Remedy.of(outcome.error(), reason);
        String command = local || !commandOptions.isEmpty()
                ? remedy.command(
                        outcome.execution(),
                        outcome.symbol().value(),
                        Objects.toString(outcome.asOf(), null),
                        commandOptions)
                : ofAws(remedy, outcome);
        return switch (remedy) {
            case REDRIVE -> "Continue it from the step that failed: " + command;
            case NEW_RUN ->
                "A redrive would read the same again. Once that is corrected, start a new run (of a file with --csv"
                        + " FILE): " + command;
        };
    }

    /** Where nobody says what the stack is called. */
    private static String ofAws(Remedy remedy, ExecutionOutcome outcome) {
        String asOf = outcome.asOf() == null ? "" : ",\"asOf\":\"" + outcome.asOf() + "\"";
        return switch (remedy) {
            case REDRIVE -> "aws stepfunctions redrive-execution --execution-arn " + outcome.arn();
            case NEW_RUN ->
                "aws stepfunctions start-execution --state-machine-arn "
                        + outcome.arn().replaceFirst(":execution:([^:]+):.*", ":stateMachine:$1")
                        + " --input '{\"symbol\":\"" + outcome.symbol() + "\"" + asOf + "}'";
        };
    }

    /** How far the run came: the next best where nobody names the state that failed. */
    private String lastDone(String runId) {
        try {
            return new RunRecords(store)
                    .find(runId)
                    .map(run -> " after " + run.stages().getLast().stage())
                    .orElse(BEFORE_FIRST);
        } catch (CorruptCheckpoint e) {
            // It may be why the run failed, and is no reason not to say so.
            return "";
        } catch (IllegalArgumentException e) {
            // The execution's name can be part of no key, which may be why the run failed.
            return BEFORE_FIRST;
        }
    }

    private boolean overtaken(String runId, @Nullable Instant ended) {
        return ended != null
                && ledger.findRun(runId)
                        .map(RunEntry::ended)
                        .filter(known -> known.isAfter(ended))
                        .isPresent();
    }

    /** The run's id as its first stage noted it; a run that failed before that has none but its execution. */
    private String runIdOf(ExecutionOutcome outcome) {
        Predicate<String> own = Pattern.compile(Pattern.quote(outcome.symbol() + "_") + "\\d{4}-\\d{2}-\\d{2}"
                        + Pattern.quote("_" + outcome.execution()))
                .asMatchPredicate();
        return store.list("runs/" + outcome.symbol() + "_").stream()
                .map(key -> key.substring("runs/".length(), key.length() - ".json".length()))
                .filter(own)
                .findFirst()
                .orElseGet(() -> RunId.unresolved(outcome.symbol(), outcome.execution()));
    }

    /** Lambda's cause is JSON around the message; a person wants the message. */
    private static String reasonOf(@Nullable String cause) {
        if (cause == null) {
            return "no cause was given";
        }
        String text = cause;
        try {
            text = Json.readTree(cause.getBytes(StandardCharsets.UTF_8))
                    .path("errorMessage")
                    .stringValue(cause);
        } catch (JacksonException e) {
            // Not Lambda's JSON: the cause is already the message.
        }
        return text.length() <= CAUSE_LIMIT ? text : text.substring(0, CAUSE_LIMIT) + "...";
    }
}
