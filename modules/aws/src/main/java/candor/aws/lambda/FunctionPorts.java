package candor.aws.lambda;

import candor.aws.AwsSettings;
import candor.aws.CloudWatchApiHealth;
import candor.aws.DynamoDbLedger;
import candor.aws.FailedState;
import candor.aws.S3ObjectStore;
import candor.aws.Topic;
import candor.pipeline.emf.EmfMetrics;
import candor.pipeline.stage.Workshop;
import candor.store.environment.Variable;
import candor.store.json.Json;
import candor.store.port.ApiHealth;
import candor.store.port.Ledger;
import candor.store.port.Metrics;
import candor.store.port.ObjectStore;
import candor.store.run.ExecutionOutcome;
import candor.store.run.Host;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a function works with, made once for each process. The ledger is made only where it is asked for: its SDK is not in
 * every function's zip.
 */
public final class FunctionPorts {

    private final Map<String, String> environment;
    private final AwsSettings settings;
    private final ObjectStore store;
    private final Clock clock;
    private final PrintStream log;

    private FunctionPorts(Map<String, String> environment, Clock clock, PrintStream log) {
        this.environment = environment;
        this.settings = AwsSettings.fromEnvironment(environment);
        this.store = S3ObjectStore.connect(settings, () -> UUID.randomUUID().toString());
        this.clock = clock;
        this.log = log;
    }

    /** The ports of this process, from its environment variables; see {@link AwsSettings#fromEnvironment}. */
    public static FunctionPorts ofProcess() {
        return ofProcess(Rehearsal::checkpoint);
    }

    /**
     * The ports of this process, while the first requests' classes are loaded beside: AWS's client takes as long as all of
     * ours. Two cores do both at once; on the share of one it is what would be done a moment later anyway.
     *
     * @param beside loads them, on a thread of its own; what it throws is noted and costs a slower first request
     */
    public static FunctionPorts ofProcess(Runnable beside) {
        Clock clock = Clock.systemUTC();
        Rehearsal.begin(beside, text -> notice(text, clock, System.out));
        return of(System.getenv(), clock, System.out);
    }

    /**
     * Ports from these environment variables.
     *
     * @param log takes log lines and metrics, as Lambda takes a function's standard output
     */
    public static FunctionPorts of(Map<String, String> environment, Clock clock, PrintStream log) {
        return new FunctionPorts(environment, clock, log);
    }

    /** The environment variables of this process. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Where the ports find what they need. */
    public AwsSettings settings() {
        return settings;
    }

    public ObjectStore store() {
        return store;
    }

    public Clock clock() {
        return clock;
    }

    public Workshop workshop() {
        Host host = new Host(
                System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"));
        return new Workshop(store, clock, host, this::notice);
    }

    public Ledger ledger() {
        return DynamoDbLedger.connect(settings);
    }

    /** Lines in CloudWatch's embedded metric format, which Lambda's log becomes metrics from. */
    public Metrics metrics() {
        return new EmfMetrics(clock, log::println);
    }

    /**
     * People, reached over the topic {@code CANDOR_TOPIC}; where that is unset the message stands in the log alone.
     *
     * @param subject of the messages, behind the stack's name
     */
    public Consumer<String> people(String subject) {
        String stack = Variable.STACK.in(environment);
        Consumer<String> topic = Topic.from(environment, (stack.isEmpty() ? "Candor" : stack) + " " + subject)
                .orElse(message -> {});
        return message -> {
            notice(message);
            topic.accept(message);
        };
    }

    /** What makes a command of ./candor find this stack; empty where {@code CANDOR_STACK} does not name it. */
    public String commandOptions() {
        String stack = Variable.STACK.in(environment);
        return stack.isEmpty() ? "" : " --stack " + stack + " --region " + settings.region();
    }

    /** What Step Functions knows of an execution that failed. */
    public Function<ExecutionOutcome, Optional<String>> failedState() {
        return new FailedState(environment, this::notice);
    }

    /** How API Gateway says that the API did; see {@link CloudWatchApiHealth#connect}. */
    public ApiHealth apiHealth() {
        return CloudWatchApiHealth.connect(settings, environment);
    }

    /** Logs what a person should know, in one line. */
    public void notice(String text) {
        notice(text, clock, log);
    }

    private static void notice(String text, Clock clock, PrintStream log) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("time", clock.instant().toString());
        line.put("level", "WARN");
        line.put("event", "notice");
        line.put("message", text);
        log.println(new String(Json.writeLine(line), StandardCharsets.UTF_8));
    }
}
