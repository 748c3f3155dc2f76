package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import candor.local.console.AccessToken;
import candor.local.console.Console;
import candor.local.console.ConsoleServer;
import candor.local.console.ConsoleSettings;
import candor.local.wiring.Home;
import candor.local.wiring.JournalRuns;
import candor.local.wiring.Surroundings;
import candor.store.environment.Variable;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves forecasts, reports and runs, and the same API under /v1, until it is stopped.",
        footer = {
            "",
            "Examples:",
            "  candor serve --port 8080",
            "  CANDOR_SERVE_TOKEN=$(openssl rand -hex 16) candor serve --host 0.0.0.0 --name candor.example"
        })
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "N", description = "default: ${DEFAULT-VALUE}; 0 for any that is free")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "default: ${DEFAULT-VALUE}, which only this machine reaches; for others, as with 0.0.0.0, set the"
                            + " variable CANDOR_SERVE_TOKEN to a token that they have to send")
    private String host = ConsoleSettings.LOOPBACK;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "a further host name by which it may be asked for; may be repeated")
    private Set<String> names = new TreeSet<>();

    @Mixin
    private HomeOption home = new HomeOption();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        ConsoleSettings settings = new ConsoleSettings(host, port, names, token());
        Home place = home.in(surroundings).readable();
        Console console = new Console(
                place.storeToRead(),
                new JournalRuns(place.executions()),
                new NyseCalendar(),
                surroundings.clock(),
                surroundings.zone());
        try (ConsoleServer server = ConsoleServer.open(settings, console, surroundings.err()::println)) {
            surroundings.out().println("Candor is at " + server.address() + "  (stop it with Ctrl-C)");
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private @Nullable AccessToken token() {
        String secret = Variable.SERVE_TOKEN.in(surroundings.environment());
        try {
            return secret.isEmpty() ? null : new AccessToken(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Variable.SERVE_TOKEN + ": " + e.getMessage(), e);
        }
    }
}
