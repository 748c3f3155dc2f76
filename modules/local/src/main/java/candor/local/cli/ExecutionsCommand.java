package candor.local.cli;

import candor.aws.DeployedStack;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.JournalLog;
import candor.local.wiring.Surroundings;
import candor.local.words.ExecutionText;
import candor.statemachine.history.Execution;
import candor.statemachine.history.Executions;
import candor.store.port.ExecutionEvent;
import candor.store.port.ExecutionLog;
import candor.store.port.ExecutionSummary;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor executions}. */
@Command(
        name = "executions",
        mixinStandardHelpOptions = true,
        description = "Lists the state machine's executions, or shows the history of one.",
        footer = {"", "Examples:", "  candor executions demo", "  candor executions --stack candor --limit 5"})
final class ExecutionsCommand implements Callable<Integer> {

    private static final int MOST_OF_A_STACK = 20;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "the execution's name; default: list them all")
    private @Nullable String name;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "list the latest N; default: all of the home, 20 of a stack")
    private @Nullable Integer limit;

    @Option(names = "--json", description = "machine-readable output: one event, or one execution, per line")
    private boolean json;

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    ExecutionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw new CommandRejected("--limit " + limit + " lists nothing; give at least 1");
        }
        Optional<DeployedStack> deployed = stack.in(surroundings);
        if (deployed.isPresent()) {
            ExecutionLog log = deployed.get().executions();
            if (name == null) {
                return list(log.latest(limit == null ? MOST_OF_A_STACK : limit), "in the stack");
            }
            return show(log, name);
        }
        Home place = home.in(surroundings).readable();
        return name == null ? list(place) : show(new JournalLog(place.executions()), name);
    }

    /** The exit status tells of damaged ones: a script must not take them for none. */
    private int list(Home place) {
        Executions.Listing listing = place.executions().list();
        listing.unreadable().forEach(fault -> surroundings.err().println("candor: " + fault));
        List<Execution> listed = listing.executions().stream()
                .limit(limit == null ? Integer.MAX_VALUE : limit)
                .toList();
        List<ExecutionSummary> executions =
                listed.stream().map(JournalLog::summary).toList();
        if (executions.isEmpty() && !listing.unreadable().isEmpty()) {
            return Failures.FAILED;
        }
        list(executions, "in " + place.root());
        if (!json) {
            listed.stream()
                    .filter(execution -> JournalLog.waiting(execution).isPresent())
                    .forEach(this::tellThatItWaits);
        }
        return listing.unreadable().isEmpty() ? 0 : Failures.FAILED;
    }

    private void tellThatItWaits(Execution execution) {
        surroundings.out().println(execution.name() + " waits for a person: ./candor approve " + execution.name());
    }

    private int list(List<ExecutionSummary> executions, String where) {
        PrintStream print = surroundings.out();
        if (json) {
            executions.forEach(execution -> print.println(ExecutionText.json(execution)));
        } else if (executions.isEmpty()) {
            print.println("No execution " + where + " yet; start one with ./candor demo");
        } else {
            ExecutionText.table(executions).forEach(print::println);
        }
        return 0;
    }

    private int show(ExecutionLog log, String wanted) {
        ExecutionSummary execution = log.find(wanted)
                .orElseThrow(() -> new CommandRejected("no execution '" + wanted + "'" + place()
                        + "; ./candor executions" + stack.words() + " lists them"));
        List<ExecutionEvent> events = log.events(wanted);
        PrintStream print = surroundings.out();
        if (json) {
            events.forEach(event -> print.println(event.json()));
        } else {
            ExecutionText.history(execution, events).forEach(print::println);
        }
        return 0;
    }

    private String place() {
        return stack.words().isEmpty() ? " in " + home.in(surroundings).root() : " in the stack";
    }
}
