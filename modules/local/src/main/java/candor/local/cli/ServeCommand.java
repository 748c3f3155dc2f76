package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import candor.local.console.Console;
import candor.local.console.ConsoleServer;
import candor.local.console.ConsoleSettings;
import candor.local.wiring.Home;
import candor.local.wiring.JournalRuns;
import candor.local.wiring.Surroundings;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves forecasts, reports and runs, and the same API under /v1, until it is stopped.",
        footer = {"", "Example:", "  candor serve --port 8080"})
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "N", description = "default: ${DEFAULT-VALUE}; 0 for any that is free")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "default: ${DEFAULT-VALUE}, which only this machine reaches")
    private String host = ConsoleSettings.LOOPBACK;

    @Mixin
    private HomeOption home = new HomeOption();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Home place = home.in(surroundings).readable();
        Console console = new Console(
                place.storeToRead(),
                new JournalRuns(place.executions()),
                new NyseCalendar(),
                surroundings.clock(),
                surroundings.zone());
        ConsoleSettings settings = new ConsoleSettings(host, port, Set.of());
        try (ConsoleServer server = ConsoleServer.open(settings, console, surroundings.err()::println)) {
            surroundings.out().println("Candor is at " + server.address() + "  (stop it with Ctrl-C)");
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
