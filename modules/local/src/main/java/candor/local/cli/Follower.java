package candor.local.cli;

import candor.local.wiring.CommandRejected;
import candor.local.wiring.Payloads;
import candor.local.wiring.RunProgress;
import candor.local.wiring.Surroundings;
import candor.store.port.ExecutionEvent;
import candor.store.port.ExecutionLog;
import candor.store.port.ExecutionSummary;
import candor.store.run.Remedy;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Tells what an execution does, as it does it, until it is over. */
final class Follower {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final ExecutionLog log;
    private final String words;

    /** @param words options with which a further command finds the log's place */
    Follower(Surroundings surroundings, ExecutionLog log, String words) {
        this.surroundings = surroundings;
        this.log = log;
        this.words = words;
    }

    /**
     * Follows to the end; its exit status.
     *
     * @param after id of the last event that is not told any more
     */
    int follow(String name, long after) {
        RunProgress progress =
                new RunProgress(surroundings.err(), surroundings.terminal(), surroundings.clock(), words);
        long told = after;
        while (true) {
            // The summary first: what is over has written its last event.
            ExecutionSummary execution = log.find(name).orElseThrow(() -> missing(name));
            List<ExecutionEvent> events = log.events(name);
            for (ExecutionEvent event : events) {
                if (event.id() > told) {
                    progress.tell(name, event);
                    told = event.id();
                }
            }
            if (execution.isOver()) {
                return ended(execution);
            }
            try {
                surroundings.pace().pause(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Failures.FAILED;
            }
        }
    }

    static CommandRejected missing(String name) {
        return new CommandRejected("no execution '" + name + "'; ./candor executions lists them");
    }

    private int ended(ExecutionSummary execution) {
        if (execution.status().equals("SUCCEEDED")) {
            surroundings.out().println(execution.name() + "  " + execution.status());
            return 0;
        }
        String cause = execution.cause() == null ? "no cause was given" : Payloads.reason(execution.cause());
        surroundings.err().println("candor: the run " + execution.status() + ": " + cause);
        surroundings.err().println("candor: " + wayOn(execution));
        return Failures.FAILED;
    }

    private String wayOn(ExecutionSummary execution) {
        Remedy remedy = Remedy.of(execution.error(), execution.cause());
        JsonNode input = Payloads.parse(execution.input());
        String command = remedy.command(
                execution.name(),
                input.path("symbol").stringValue("SYMBOL"),
                input.path("asOf").stringValue(null),
                words);
        return switch (remedy) {
            case REDRIVE -> "once that is corrected, continue with  " + command;
            case NEW_RUN ->
                "correct that and start again with  " + command + "  (of a file with --csv FILE); a redrive would read"
                        + " the same input again";
        };
    }
}
