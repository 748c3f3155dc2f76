package candor.local.cli;

import candor.aws.DeployedStack;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.JournalLog;
import candor.local.wiring.LatestExecution;
import candor.local.wiring.Surroundings;
import candor.store.port.ExecutionLog;
import candor.store.port.ExecutionSummary;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Follows an execution, state by state, until it is over. Ctrl-C stops watching, not the run.",
        footer = {"", "Examples:", "  candor watch", "  candor watch 20260424T223000Z --stack candor"})
final class WatchCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "the execution's name; default: the latest one")
    private @Nullable String name;

    @Option(names = "--from-now", description = "leave out what has happened already")
    private boolean fromNow;

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Optional<DeployedStack> deployed = stack.in(surroundings);
        ExecutionLog log;
        String wanted;
        if (deployed.isPresent()) {
            log = deployed.get().executions();
            wanted = name == null ? latest(log) : name;
        } else {
            Home place = home.in(surroundings).readable();
            log = new JournalLog(place.executions());
            wanted = name == null ? LatestExecution.in(place) : name;
        }
        surroundings.err().println("Execution " + wanted);
        long after = fromNow ? log.events(wanted).size() : 0;
        return new Follower(surroundings, log, stack.words()).follow(wanted, after);
    }

    static String latest(ExecutionLog log) {
        return log.latest(1).stream()
                .findFirst()
                .map(ExecutionSummary::name)
                .orElseThrow(() -> new CommandRejected("no execution yet; start one with ./candor run"));
    }
}
