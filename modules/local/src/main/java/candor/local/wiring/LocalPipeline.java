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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
    private final RunProgress progress;

    private LocalPipeline(Home home, Surroundings surroundings, ObjectStore store, Ledger ledger, Runnable closing) {
        this.home = home;
        this.surroundings = surroundings;
        this.store = store;
        this.ledger = ledger;
        this.closing = closing;
        this.progress = new RunProgress(surroundings.err(), surroundings.terminal(), surroundings.clock(), "");
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
    }

    /** What an execution that is started now is called, as in 20260424T223000Z. */
    public static String nameAt(Instant now) {
        return NAME.format(now);
    }

    public static LocalPipeline open(Home home, Surroundings surroundings) {
        return open(
                home,
                surroundings,
                home.writable().openStore(surroundings.clock().instant()));
    }

    /** With objects elsewhere; executions, ledger and logs stay in the home. */
    public static LocalPipeline open(Home home, Surroundings surroundings, ObjectStore store) {
        SqliteLedger ledger =
                home.writable().openLedger(store, notice -> surroundings.err().println("  note      " + notice));
        return new LocalPipeline(home, surroundings, store, ledger, ledger::close);
    }

    /** With objects and ledger elsewhere; executions and logs stay in the home. */
    public static LocalPipeline open(Home home, Surroundings surroundings, ObjectStore store, Ledger ledger) {
        return new LocalPipeline(home.writable(), surroundings, store, ledger, () -> {});
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
                surroundings.err().println("Execution " + name);
                return run(created.journal());
            }
        }
    }

    /** Continues an execution from the state that failed. */
    public Ended redrive(String name) {
        return switch (home.executions().redrive(name)) {
            case RedriveOutcome.Reopened reopened -> run(reopened.journal());
            case RedriveOutcome.NotFound _ ->
                throw new Refusal("no execution '" + name + "' in " + home.root() + "; ./candor executions lists them");
            case RedriveOutcome.NotRedrivable refused ->
                throw new Refusal("execution " + name + " is " + refused.status()
                        + "; only FAILED, TIMED_OUT and ABORTED ones can be redriven");
        };
    }

    private Ended run(ExecutionJournal journal) {
        String name = journal.header().name();
        ExecutionResult result;
        try (journal) {
            result = new Runner(
                            invoker,
                            approvals(name),
                            new Impatience(surroundings.pace()),
                            RandomGenerator.of("L64X128MixRandom"),
                            progress,
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
                    new String(Json.writeLine(statusChange(execution, result)), StandardCharsets.UTF_8),
                    FUNCTION_TIMEOUT);
            new StageLogs(home.logs()).append("record-failure", answer);
        } catch (InvocationFailed e) {
            surroundings.err().println("the failure could not be recorded: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> statusChange(Execution execution, ExecutionResult result) {
        Map<String, Object> detail = new LinkedHashMap<>();
        String arn = execution.header().machine().executionArn(execution.name());
        detail.put("executionArn", arn);
        detail.put("stateMachineArn", execution.header().machine().arn());
        detail.put("name", execution.name());
        detail.put("status", result.status().name());
        detail.put("startDate", execution.header().startDate().toEpochMilli());
        detail.put("stopDate", surroundings.clock().millis());
        detail.put("input", execution.header().input());
        putIfPresent(detail, "error", result.error());
        putIfPresent(detail, "cause", result.cause());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("detail-type", "Step Functions Execution Status Change");
        event.put("source", "aws.states");
        event.put("time", surroundings.clock().instant().toString());
        event.put("region", "local");
        event.put("resources", List.of(arn));
        event.put("detail", detail);
        return event;
    }

    private static void putIfPresent(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private LocalFunctions functions(StageLogs logs) {
        Host host = new Host(
                System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"));
        Workshop workshop = new Workshop(
                store, surroundings.clock(), host, notice -> surroundings.err().println("  note      " + notice));
        EmfMetrics metrics = new EmfMetrics(surroundings.clock(), line -> logs.append("metrics", line));
        TradingCalendar calendar = new NyseCalendar();
        return new LocalFunctions(
                workshop,
                ledger,
                metrics,
                outcome -> History.stateOfLast(new JournalLog(home.executions()).events(outcome.execution())),
                surroundings.sources(store, calendar, workshop.notices()),
                calendar,
                progress);
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
        try {
            invoker.settle(LATE_WORK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closing.run();
    }
}
