package candor.local.cli;

import candor.local.statemachine.history.Execution;
import candor.local.statemachine.history.Executions;
import candor.local.statemachine.history.HistoryEvent;
import candor.pipeline.json.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        footer = {"", "Example:", "  candor executions demo"})
final class ExecutionsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "the execution's name; default: list them all")
    private @Nullable String name;

    @Option(names = "--json", description = "machine-readable output: one event, or one execution, per line")
    private boolean json;

    @Mixin
    private HomeOption home = new HomeOption();

    ExecutionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Home place = home.in(surroundings).readable();
        if (name == null) {
            return list(place);
        }
        show(place.executions()
                .find(name)
                .orElseThrow(() -> new Refusal(
                        "no execution '" + name + "' in " + place.root() + "; ./candor executions lists them")));
        return 0;
    }

    /** The exit status tells of damaged ones: a script must not take them for none. */
    private int list(Home place) {
        Executions.Listing listing = place.executions().list();
        List<Execution> executions = listing.executions();
        listing.unreadable().forEach(fault -> surroundings.err().println("candor: " + fault));
        int status = listing.unreadable().isEmpty() ? 0 : Failures.FAILED;
        PrintStream print = surroundings.out();
        if (json) {
            executions.forEach(execution -> print.println(line(summary(execution))));
            return status;
        }
        if (executions.isEmpty()) {
            if (status == 0) {
                print.println("No execution in " + place.root() + " yet; start one with ./candor demo");
            }
            return status;
        }
        print.println(
                String.format(Locale.ROOT, "%-24s %-10s %-21s %9s  %s", "RUN", "STATUS", "STARTED", "TIME", "INPUT"));
        executions.forEach(execution -> print.println(String.format(
                Locale.ROOT,
                "%-24s %-10s %-21s %9s  %s",
                execution.name(),
                execution.status(),
                execution.header().startDate().truncatedTo(ChronoUnit.SECONDS),
                time(execution),
                execution.header().input())));
        return status;
    }

    private static Map<String, Object> summary(Execution execution) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("name", execution.name());
        summary.put("status", execution.status().name());
        summary.put("startDate", execution.header().startDate().toString());
        execution.stopDate().ifPresent(stop -> summary.put("stopDate", stop.toString()));
        summary.put("input", execution.header().input());
        summary.put("redriveCount", execution.redriveCount());
        return summary;
    }

    private void show(Execution execution) {
        PrintStream print = surroundings.out();
        if (json) {
            execution.events().forEach(event -> print.println(event.toJson()));
            return;
        }
        print.println(execution.name() + "  " + execution.status() + "  started "
                + execution.header().startDate() + "  " + time(execution) + "  redrives "
                + execution.redriveCount());
        print.println("input " + execution.header().input());
        print.println();
        for (HistoryEvent event : execution.events()) {
            Duration since = Duration.between(execution.header().startDate(), event.timestamp());
            print.println(String.format(
                    Locale.ROOT,
                    "%4d %4d %9.3f s  %-24s %s",
                    event.id(),
                    event.previousEventId(),
                    since.toMillis() / 1000.0,
                    event.type().apiName(),
                    details(event)));
        }
    }

    private static String details(HistoryEvent event) {
        String state = event.state().orElse("");
        String error = event.text("error").orElse("");
        return error.isEmpty()
                ? state
                : state + " " + error + ": "
                        + Payloads.reason(event.text("cause").orElse(""));
    }

    private static String time(Execution execution) {
        return execution
                .stopDate()
                .map(stop -> String.format(
                        Locale.ROOT,
                        "%.1f s",
                        Duration.between(execution.header().startDate(), stop).toMillis() / 1000.0))
                .orElse("");
    }

    private static String line(Object document) {
        return new String(Json.writeLine(document), StandardCharsets.UTF_8);
    }
}
