package candor.local.wiring;

import candor.forecasting.text.Figures;
import candor.statemachine.history.HistoryEvent;
import candor.store.port.ExecutionEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Shows how far a run has come: a line for each state that is done, and on a terminal a line that moves while Evaluate
 * walks.
 */
public final class RunProgress implements RunListener {

    private static final Duration REFRESH = Duration.ofMillis(200);

    private final PrintStream err;
    private final boolean terminal;
    private final InstantSource clock;
    private final String words;
    private final Map<String, Instant> entered = new ConcurrentHashMap<>();

    /** By the id of each event: the state that it is about. */
    private final Map<Long, String> states = new ConcurrentHashMap<>();

    private @Nullable Instant walkStarted;
    private Instant lastShown = Instant.EPOCH;
    private boolean lineOpen;

    /** @param words options with which a further command finds the execution's place */
    public RunProgress(PrintStream err, boolean terminal, InstantSource clock, String words) {
        this.words = words;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** For a run of the home, on the terminal. */
    static RunProgress of(Surroundings surroundings) {
        return new RunProgress(surroundings.err(), surroundings.terminal(), surroundings.clock(), "");
    }

    @Override
    public void started(String execution) {
        err.println("Execution " + execution);
    }

    @Override
    public void note(String text) {
        err.println("  note      " + text);
    }

    @Override
    public void onEvent(String execution, HistoryEvent event) {
        tell(execution, ExecutionEvent.parse(event.toJson()));
    }

    /** One event, in the order of ids. */
    public synchronized void tell(String execution, ExecutionEvent event) {
        String state = event.state().orElseGet(() -> states.getOrDefault(event.previousId(), ""));
        states.put(event.id(), state);
        switch (event.type()) {
            case "TaskStateEntered" -> {
                entered.put(state, event.timestamp());
                walkStarted = null;
                if (terminal) {
                    show(state + " ...");
                }
            }
            case "TaskStateExited" -> line(state, event, done(event));
            case "TaskSubmitted" -> line("", event, "waits for a person: ./candor approve " + execution + words);
            case "TaskFailed", "TaskTimedOut" ->
                line(
                        state,
                        event,
                        "failed: "
                                + FailureText.of(
                                        event.detail("error").orElse(""),
                                        event.detail("cause").orElse("")));
            case "ExecutionRedriven" -> line("", event, "redriven: states that are done are not run again");
            default -> {
                // Shown by './candor executions RUN'.
            }
        }
    }

    @Override
    public synchronized void step(int done, int total) {
        Instant now = clock.instant();
        if (walkStarted == null) {
            walkStarted = now;
        }
        if (!terminal || (done < total && Duration.between(lastShown, now).compareTo(REFRESH) < 0)) {
            return;
        }
        lastShown = now;
        Duration left =
                Duration.between(walkStarted, now).multipliedBy(total - done).dividedBy(done);
        show("Evaluate: session " + Figures.count(done) + " of " + Figures.count(total) + ", " + Figures.duration(left)
                + " left");
    }

    private void line(String state, ExecutionEvent event, String text) {
        Instant since = entered.get(state);
        String time = since == null
                ? ""
                : String.format(Locale.ROOT, "%9s  ", Figures.duration(Duration.between(since, event.timestamp())));
        clear();
        err.println(String.format(Locale.ROOT, "  %-9s %s%s", state, time, text));
    }

    private static String done(ExecutionEvent event) {
        JsonNode output = Payloads.parse(event.detail("output").orElse(""));
        boolean reused = output.path("reused").booleanValue(false);
        return (reused ? "reused: " : "") + output.path("summary").stringValue("done");
    }

    private void show(String text) {
        err.print("\r\u001b[K  " + text);
        err.flush();
        lineOpen = true;
    }

    private void clear() {
        if (lineOpen) {
            err.print("\r\u001b[K");
            lineOpen = false;
        }
    }
}
