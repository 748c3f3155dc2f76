package candor.local.cli;

import candor.aws.DeployedStack;
import candor.aws.StepFunctions;
import candor.local.wiring.Home;
import candor.local.wiring.JournalLog;
import candor.local.wiring.LocalPipeline;
import candor.local.wiring.Person;
import candor.local.wiring.Refusal;
import candor.local.wiring.Surroundings;
import candor.store.json.Json;
import candor.store.port.ExecutionLog;
import candor.store.port.ExecutionSummary;
import candor.store.run.Approval;
import candor.store.run.History;
import candor.store.run.History.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor approve}. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description =
                "Answers a run that waits for a person before the gate's challengers serve. A run of this machine goes"
                        + " on at once.",
        footer = {
            "",
            "Examples:",
            "  candor approve 20260424T223000Z",
            "  candor approve 20260424T223000Z --reject --reason 'too soon after the split'",
            "  candor approve 20260424T223000Z --stack candor"
        })
final class ApproveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "the execution's name")
    private String name = "";

    @Option(names = "--reject", description = "keep the champions that are in service")
    private boolean reject;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the ledger")
    private @Nullable String reason;

    @Option(names = "--by", paramLabel = "NAME", description = "who answers; default: the name of this login")
    private @Nullable String by;

    @Mixin
    private OutcomeOptions options = new OutcomeOptions();

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    ApproveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Approval answer = Approval.answer(
                !reject, Person.named(by, surroundings), surroundings.clock().instant(), reason);
        Optional<DeployedStack> deployed = stack.in(surroundings);
        return deployed.isPresent() ? answerThere(deployed.get().executions(), answer) : answerHere(answer);
    }

    private int answerThere(StepFunctions executions, Approval answer) {
        options.refuseWith("--stack", "./candor report " + name + stack.words() + " --out DIR copies its files");
        ExecutionSummary execution = executions.find(name).orElseThrow(() -> Follower.missing(name));
        if (execution.isOver()) {
            throw new Refusal("execution " + name + " is " + execution.status() + " and does not wait for an answer");
        }
        Waiting waiting = waiting(executions);
        executions.succeed(waiting.token(), new String(Json.writeLine(answer), StandardCharsets.UTF_8));
        tell(answer, waiting);
        surroundings.err().println("Follow it with  ./candor watch " + name + stack.words());
        return 0;
    }

    private int answerHere(Approval answer) {
        Home place = home.in(surroundings).writable();
        Path target = options.prepared(surroundings, place);
        JournalLog log = new JournalLog(place.executions());
        ExecutionSummary execution = log.find(name).orElseThrow(() -> Follower.missing(name));
        if (execution.status().equals("RUNNING")) {
            throw new Refusal("execution " + name + " is running; follow it with ./candor watch " + name);
        }
        Waiting waiting = waiting(log);
        try (LocalPipeline pipeline = LocalPipeline.open(place, surroundings)) {
            pipeline.approvals(name).record(answer);
            tell(answer, waiting);
            return options.outcome(surroundings, place, pipeline.store(), target)
                    .conclude(pipeline.redrive(name));
        }
    }

    private Waiting waiting(ExecutionLog log) {
        return History.waiting(log.events(name))
                .orElseThrow(
                        () -> new Refusal("execution " + name + " does not wait for an answer; ./candor executions "
                                + name + stack.words() + " tells where it is"));
    }

    private void tell(Approval answer, Waiting waiting) {
        surroundings
                .err()
                .println((reject ? "Rejected" : "Approved") + " by " + answer.by() + ": " + waiting.summary());
    }
}
