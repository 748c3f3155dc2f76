package candor.local.cli;

import candor.local.statemachine.history.Execution;
import java.nio.file.Path;
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
        footer = {"", "Example:", "  candor redrive 20260424T223000Z"})
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
    private HomeOption home = new HomeOption();

    RedriveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Home place = home.in(surroundings).writable();
        Path target = options.prepared(surroundings);
        String wanted = name == null ? latest(place) : name;
        try (LocalPipeline pipeline = LocalPipeline.open(place, surroundings)) {
            return options.outcome(surroundings, pipeline.store(), target).conclude(pipeline.redrive(wanted));
        }
    }

    private static String latest(Home place) {
        return place.executions().list().executions().stream()
                .findFirst()
                .map(Execution::name)
                .orElseThrow(
                        () -> new Refusal("no execution in " + place.root() + " yet; start one with ./candor run"));
    }
}
