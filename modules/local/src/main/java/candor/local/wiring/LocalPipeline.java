package candor.local.wiring;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.local.ledger.SqliteLedger;
import candor.pipeline.emf.EmfMetrics;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.Workshop;
import candor.statemachine.ExecutionResult;
import candor.statemachine.HandlerInvoker;
import candor.statemachine.InvocationFailed;
import candor.statemachine.Invoker;
import candor.statemachine.LocalFunction;
import candor.statemachine.Runner;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionJournal;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.RedriveOutcome;
import candor.statemachine.history.StartOutcome;
import candor.store.json.Json;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import candor.store.run.History;
import candor.store.run.History.Waiting;
import candor.store.run.Host;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Runs statemachine/pipeline.asl.json on this machine: the file and the handlers that are deployed, with a folder for the
 * bucket, a file for the table, and this process for Step Functions.
 */
public final class LocalPipeline implements AutoCloseable {

    /** As long as Lambda allows at the most: a laptop may be slow. */
    private static final Duration FUNCTION_TIMEOUT = Duration.ofMinutes(15);

    /** What a function that was given up may still take to notice. */
    private static final Duration LATE_WORK = Duration.ofSeconds(10);

    private static final int MEMORY_MEGABYTES = 1024;
    private static final String RECORD_FAILURE = "RecordFailureFunction";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Home home;
    private final Surroundings surroundings;
    private final ObjectStore store;
    private final Ledger ledger;
    private final Runnable closing;
    private final HandlerInvoker invoker;
    private final Invoker states;
    private final RunListener listener;
    private final StopSignal stopSignal;

    private LocalPipeline(
            Home home,
            Surroundings surroundings,
            ObjectStore store,
            Ledger ledger,
            RunListener listener,
            UnaryOperator<Invoker> between,
            Runnable closing) {
        this.home = home;
        this.surroundings = surroundings;
        this.store = store;
        this.ledger = ledger;
        this.closing = closing;
        this.stopSignal = new StopSignal(Thread.currentThread(), LATE_WORK);
        this.listener = listener;
        StageLogs logs = new StageLogs(home.logs());
        Map<String, LocalFunction> functions = new TreeMap<>();
        functions(logs)
                .byName()
                .forEach((name, handler) ->
                        functions.put(name, new LocalFunction(name, handler, FUNCTION_TIMEOUT, MEMORY_MEGABYTES)));
        this.invoker = new HandlerInvoker(
                functions,
                surroundings.clock(),
                () -> UUID.randomUUID().toString(),
                (function, line) -> logs.append(stageOf(function), line));
        this.states = between.apply(invoker);
    }

    /** What an execution that is started now is called, as in 20260424T223000Z. */
    public static String nameAt(Instant now) {
        return NAME.format(now);
    }

    public static LocalPipeline open(Home home, Surroundings surroundings) {
        return open(home, surroundings, UnaryOperator.identity());
    }

    /** With objects elsewhere; executions, ledger and logs stay in the home. */
    public static LocalPipeline open(Home home, Surroundings surroundings, ObjectStore store) {
        return open(home, surroundings, store, RunProgress.of(surroundings), UnaryOperator.identity());
    }

    /** With something between states and handlers, as what injects Lambda's own failures: it is given what calls handlers. */
    public static LocalPipeline open(Home home, Surroundings surroundings, UnaryOperator<Invoker> between) {
        return open(home, surroundings, RunProgress.of(surroundings), between);
    }

    /** The same, with another listener to its runs than the terminal. */
    public static LocalPipeline open(
            Home home, Surroundings surroundings, RunListener listener, UnaryOperator<Invoker> between) {
        ObjectStore store = home.writable().openStore(surroundings.clock().instant());
        return open(home, surroundings, store, listener, between);
    }

    private static LocalPipeline open(
            Home home,
            Surroundings surroundings,
            ObjectStore store,
            RunListener listener,
            UnaryOperator<Invoker> between) {
        SqliteLedger ledger = home.writable().openLedger(store, listener::note);
        return new LocalPipeline(home, surroundings, store, ledger, listener, between, ledger::close);
    }

    /** With objects and ledger elsewhere; executions and logs stay in the home. */
    public static LocalPipeline open(Home home, Surroundings surroundings, ObjectStore store, Ledger ledger) {
        return new LocalPipeline(
                home.writable(),
                surroundings,
                store,
                ledger,
                RunProgress.of(surroundings),
                UnaryOperator.identity(),
                () -> {});
    }

    /** An execution that has ended here. */
    public record Ended(Execution execution, ExecutionResult result) {

        /** What a person has to answer before it goes on. */
        public Optional<Waiting> waiting() {
            return JournalLog.waiting(execution);
        }
    }

    /** What persons answer to an execution's proposals. */
    public LedgerApprovals approvals(String execution) {
        return new LedgerApprovals(store, ledger, execution);
    }

    public ObjectStore store() {
        return store;
    }

    /**
     * Starts an execution, named after the time, on the input and runs it to its end.
     *
     * @param requireApproval whether a person has to agree before a challenger serves
     */
    public Ended start(Map<String, Object> input, boolean requireApproval) {
        return start(nameAt(surroundings.clock().instant()), input, requireApproval);
    }

    /** The same under a wanted name; where that is taken, with a number behind it. */
    public Ended start(String wanted, Map<String, Object> input, boolean requireApproval) {
        StateMachine machine = StateMachine.load(
                "pipeline",
                surroundings.root().resolve("statemachine/pipeline.asl.json"),
                substitutions(requireApproval));
        String text = new String(Json.writeLine(input), StandardCharsets.UTF_8);
        Instant now = surroundings.clock().instant();
        Executions executions = home.executions();
        for (int turn = 1; ; turn++) {
            String name = turn == 1 ? wanted : wanted + "-" + turn;
            if (executions.start(machine, name, text, now) instanceof StartOutcome.Created created) {
                listener.started(name);
                return run(created.journal());
            }
        }
    }

    /** Continues an execution from the state that failed. */
    public Ended redrive(String name) {
        return switch (home.executions().redrive(name)) {
            case RedriveOutcome.Reopened reopened -> run(reopened.journal());
            case RedriveOutcome.NotFound _ ->
                throw new CommandRejected(
                        "no execution '" + name + "' in " + home.root() + "; ./candor executions lists them");
            case RedriveOutcome.NotRedrivable rejected ->
                throw new CommandRejected("execution " + name + " is " + rejected.status()
                        + "; only FAILED, TIMED_OUT and ABORTED ones can be redriven");
        };
    }

    private Ended run(ExecutionJournal journal) {
        String name = journal.header().name();
        ExecutionResult result;
        try (journal) {
            result = new Runner(
                            states,
                            approvals(name),
                            new Impatience(surroundings.pace()),
                            RandomGenerator.of("L64X128MixRandom"),
                            listener,
                            Runner.concurrentBranches())
                    .run(journal);
        }
        Thread.interrupted(); // impatience has done its work; what is noted of the end must not be stopped by it
        Execution execution = home.executions().find(name).orElseThrow();
        Ended ended = new Ended(execution, result);
        if (result.status() != ExecutionStatus.SUCCEEDED && ended.waiting().isEmpty()) {
            recordFailure(execution, result);
        }
        return ended;
    }

    /** What EventBridge does in the cloud when an execution has not succeeded. */
    private void recordFailure(Execution execution, ExecutionResult result) {
        try {
            String answer = invoker.invoke(
                    RECORD_FAILURE,
                    StatusChange.of(execution, result, surroundings.clock().instant()),
                    FUNCTION_TIMEOUT);
            new StageLogs(home.logs()).append("record-failure", answer);
        } catch (InvocationFailed e) {
            surroundings.err().println("the failure could not be recorded: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LocalFunctions functions(StageLogs logs) {
        Host host = new Host(
                System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"));
        Workshop workshop = new Workshop(store, surroundings.clock(), host, listener::note);
        EmfMetrics metrics = new EmfMetrics(surroundings.clock(), line -> logs.append("metrics", line));
        TradingCalendar calendar = new NyseCalendar();
        return new LocalFunctions(
                workshop,
                ledger,
                metrics,
                outcome -> History.stateOfLast(new JournalLog(home.executions()).events(outcome.execution())),
                surroundings.sources(store, calendar, workshop.notices()),
                calendar,
                listener);
    }

    private static Map<String, String> substitutions(boolean requireApproval) {
        Map<String, String> names = new TreeMap<>();
        names.put("RequireApproval", Boolean.toString(requireApproval));
        for (StageName stage : StageName.values()) {
            String key = stage.key();
            String function = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) + "Function";
            names.put(function + "Arn", function);
        }
        return names;
    }

    private static String stageOf(String function) {
        String name = function.substring(0, function.length() - "Function".length());
        return name.equals("RecordFailure") ? "record-failure" : name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        // A person who has stopped the run does not wait for late work.
        stopSignal.close();
        try {
            invoker.settle(LATE_WORK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closing.run();
    }
}
