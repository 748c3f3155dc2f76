package candor.local.wiring;

import candor.statemachine.ExecutionListener;
import candor.statemachine.Invoker;
import candor.statemachine.NestedExecutions;
import candor.statemachine.Runner;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionJournal;
import candor.statemachine.history.Executions;
import candor.statemachine.history.RedriveOutcome;
import candor.statemachine.history.StartOutcome;
import candor.store.port.ObjectStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Runs statemachine/universe.asl.json on this machine: the file that is deployed, with the store for the bucket. Each
 * symbol's execution of the pipeline is run by what is handed in.
 */
public final class LocalUniverse {

    /** What the definition's {@code ${Bucket}} stands for. */
    public static final String BUCKET = "local";

    /** What its {@code ${PipelineArn}} stands for, and what the {@link NestedExecutions} are asked to start. */
    public static final String PIPELINE = "arn:aws:states:local:000000000000:stateMachine:pipeline";

    private final Path definition;
    private final Executions executions;
    private final Surroundings surroundings;
    private final Runner runner;

    /**
     * @param executions where the universe's executions are, and the children of its Map runs below them
     * @param store holds the list and gets the results
     * @param stages invokes the functions of Tasks in the definition, by their names; asked by several threads at once
     * @param pipelines runs an execution of the pipeline for a symbol; asked by several threads at once
     * @param progress gets the universe's and its children's events
     */
    public LocalUniverse(
            Executions executions,
            Surroundings surroundings,
            ObjectStore store,
            Invoker stages,
            NestedExecutions pipelines,
            ExecutionListener progress) {
        this.definition = surroundings.root().resolve("statemachine/universe.asl.json");
        this.executions = executions;
        this.surroundings = surroundings;
        this.runner = new Runner(
                stages,
                (token, time) -> Optional.empty(),
                new Impatience(surroundings.pace()),
                RandomGenerator.of("L64X128MixRandom"),
                progress,
                Runner.concurrentBranches(),
                new StoreBuckets(BUCKET, store),
                pipelines);
    }

    /**
     * Starts an execution and runs it to its end. Throws a {@link CommandRejected} where there is one of that name.
     *
     * @param input JSON text with {@code list}, the key of the list in the store, and what else the definition names
     */
    public Execution start(String name, String input) {
        StateMachine universe =
                StateMachine.load("universe", definition, Map.of("Bucket", BUCKET, "PipelineArn", PIPELINE));
        return switch (executions.start(
                universe, name, input, surroundings.clock().instant())) {
            case StartOutcome.Created created -> run(created.journal());
            case StartOutcome.AlreadyRunning _, StartOutcome.AlreadyExists _ ->
                throw new CommandRejected("there is an execution '" + name
                        + "' already; take another name, or continue it with ./candor redrive " + name);
        };
    }

    /** Continues an execution with the symbols that did not succeed. Throws a {@link CommandRejected} if it did. */
    public Execution redrive(String name) {
        return switch (executions.redrive(name)) {
            case RedriveOutcome.Reopened reopened -> run(reopened.journal());
            case RedriveOutcome.NotFound _ ->
                throw new CommandRejected("no execution '" + name + "'; ./candor executions lists them");
            case RedriveOutcome.NotRedrivable rejected ->
                throw new CommandRejected("execution " + name + " is " + rejected.status()
                        + "; only FAILED, TIMED_OUT and ABORTED ones can be redriven");
        };
    }

    private Execution run(ExecutionJournal journal) {
        String name = journal.header().name();
        try (journal) {
            runner.run(journal);
        }
        // An interrupt has done its work, and would close the files that are read now.
        boolean interrupted = Thread.interrupted();
        Execution execution = executions.find(name).orElseThrow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return execution;
    }
}
