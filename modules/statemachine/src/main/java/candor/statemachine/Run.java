package candor.statemachine;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.EventType;
import candor.statemachine.history.ExecutionHeader;
import candor.statemachine.history.ExecutionJournal;
import candor.statemachine.history.HistoryEvent;
import candor.statemachine.history.MapRunFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One execution under way: its history, its time, and what its states draw on. Safe for several branches. */
final class Run {

    /** What Step Functions would assume; nothing here asks for rights. */
    static final String ROLE = "arn:aws:iam::000000000000:role/local";

    private static final int TOKEN_BYTES = 24;

    private final ExecutionJournal journal;
    private final Runner.Surroundings surroundings;
    private final RecordedProgress recorded;
    private final int redriveCount;
    private final @Nullable Instant deadline;

    /** @param latestEnd when it has to be over whatever its machine allows; null for no such time */
    Run(
            ExecutionJournal journal,
            Runner.Surroundings surroundings,
            RecordedProgress recorded,
            int redriveCount,
            @Nullable Instant latestEnd) {
        this.journal = journal;
        this.surroundings = surroundings;
        this.recorded = recorded;
        this.redriveCount = redriveCount;
        Duration timeout = journal.header().machine().timeout();
        Instant own = timeout == null ? null : surroundings.pace().instant().plus(timeout);
        this.deadline = own == null || (latestEnd != null && latestEnd.isBefore(own)) ? latestEnd : own;
    }

    /** The new event's id. */
    synchronized long append(long previous, EventType type, ObjectNode details) {
        HistoryEvent event = journal.append(previous, surroundings.pace().instant(), type, details);
        surroundings.listener().onEvent(journal.header().name(), event);
        return event.id();
    }

    /** How far the flow of that key had come when this run began; fresh for a new execution. */
    FlowProgress recorded(String flowKey) {
        return recorded.flow(flowKey);
    }

    /** The Map run that the state of that key was in when this run began. */
    Optional<RecordedProgress.MapRunBefore> mapRunBefore(String stateKey) {
        return recorded.mapRun(stateKey);
    }

    MapRunFiles mapRun(String id) {
        return journal.mapRun(id);
    }

    StateMachine machine() {
        return journal.header().machine();
    }

    /** What runs an execution inside of this one, within this one's time. */
    Runner inner() {
        return new Runner(surroundings, deadline);
    }

    NestedExecutions nested() {
        return surroundings.nested();
    }

    Buckets buckets() {
        return surroundings.buckets();
    }

    /** A name that is drawn, as Step Functions draws them for children: a random UUID. */
    String newId() {
        long high = (surroundings.random().nextLong() & ~0xF000L) | 0x4000L;
        long low = (surroundings.random().nextLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(high, low).toString();
    }

    String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        surroundings.random().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    TaskTokens tokens() {
        return surroundings.tokens();
    }

    /** The context object, {@code $states.context}. */
    ObjectNode context(String state, Instant entered, int retryCount) {
        ExecutionHeader header = journal.header();
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        ObjectNode execution = context.putObject("Execution");
        execution.put("Id", header.machine().executionArn(header.name()));
        execution.set("Input", JsonText.parse(header.input()));
        execution.put("Name", header.name());
        execution.put("RoleArn", ROLE);
        execution.put("StartTime", header.startDate().toString());
        execution.put("RedriveCount", redriveCount);
        context.putObject("State")
                .put("EnteredTime", entered.toString())
                .put("Name", state)
                .put("RetryCount", retryCount);
        context.putObject("StateMachine")
                .put("Id", header.machine().arn())
                .put("Name", header.machine().name());
        return context;
    }

    /** Throws {@link ExecutionTimedOut} where the machine's own time is over. */
    void checkDeadline() {
        if (deadline != null && !surroundings.pace().instant().isBefore(deadline)) {
            throw new ExecutionTimedOut();
        }
    }

    /** The shorter of this and what the machine's own time leaves. */
    Duration withinDeadline(Duration duration) {
        if (deadline == null) {
            return duration;
        }
        Duration left = Duration.between(surroundings.pace().instant(), deadline);
        return left.compareTo(duration) < 0 ? left : duration;
    }

    void pause(Duration duration) throws InterruptedException {
        Duration bounded = withinDeadline(duration);
        if (bounded.isPositive()) {
            surroundings.pace().pause(bounded);
        }
        checkDeadline();
    }

    Instant now() {
        return surroundings.pace().instant();
    }

    Pace pace() {
        return surroundings.pace();
    }

    Invoker invoker() {
        return surroundings.invoker();
    }

    RandomGenerator random() {
        return surroundings.random();
    }

    Executor branches() {
        return surroundings.branches();
    }
}
