package candor.local.cli;

import candor.aws.DeployedStack;
import candor.aws.StepFunctions;
import candor.local.wiring.Home;
import candor.local.wiring.LatestExecution;
import candor.local.wiring.LocalPipeline;
import candor.local.wiring.Surroundings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code candor redrive}. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = "Continues an execution from the state that failed; what is done is not done again.",
        footer = {
            "",
            "Examples:",
            "  candor redrive 20260424T223000Z",
            "  candor redrive 20260424T223000Z --stack candor"
        })
final class RedriveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "the execution's name; default: the latest one, if it did not succeed")
    private @Nullable String name;

    @Mixin
    private OutcomeOptions options = new OutcomeOptions();

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    RedriveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Optional<DeployedStack> deployed = stack.in(surroundings);
        if (deployed.isPresent()) {
            return redrive(deployed.get().executions());
        }
        Home place = home.in(surroundings).writable();
        Path target = options.prepared(surroundings, place);
        String wanted = name == null ? LatestExecution.in(place) : name;
        try (LocalPipeline pipeline = LocalPipeline.open(place, surroundings)) {
            return options.outcome(surroundings, place, pipeline.store(), target)
                    .conclude(pipeline.redrive(wanted));
        }
    }

    private int redrive(StepFunctions executions) {
        String wanted = name == null ? WatchCommand.latest(executions) : name;
        options.rejectWith("--stack", "./candor report " + wanted + stack.words() + " --out DIR copies its files");
        long known = executions.events(wanted).size();
        executions.redrive(wanted);
        surroundings.err().println("Execution " + wanted);
        return new Follower(surroundings, executions, stack.words()).follow(wanted, known);
    }
}
