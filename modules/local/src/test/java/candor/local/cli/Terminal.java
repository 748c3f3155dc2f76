package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.local.wiring.Home;
import candor.local.wiring.Surroundings;
import candor.statemachine.Pace;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/**
 * A person's terminal in this process: a home, a working folder, and a clock that stands still during a command and goes on
 * by a minute after it. Nobody waits here: pauses are over at once.
 */
final class Terminal {

    private static final Instant FIRST_COMMAND = Instant.parse("2026-04-25T08:00:00Z");

    /** The discard port, where nothing listens: no test asks anybody outside. */
    private static final String NOBODY = "http://127.0.0.1:9/";

    private final Path home;
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private Instant now = FIRST_COMMAND;

    Terminal(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
        environment.put("CANDOR_HOME", home.toString());
        environment.put("PATH", "/usr/bin");
        environment.put("CANDOR_YAHOO_URL", NOBODY);
        environment.put("CANDOR_TIINGO_URL", NOBODY);
    }

    /** Sets an environment variable for the commands to come. */
    Terminal with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Sets the clock for the commands to come. */
    Terminal at(Instant instant) {
        now = instant;
        return this;
    }

    /** What a command answered: its exit status and both its streams. */
    record Answer(int status, String out, String err) {}

    Home home() {
        return new Home(home);
    }

    /** Runs {@code candor} with these words. */
    Answer type(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.commandLine(surroundings(out, err)).execute(words);
        now = now.plus(Duration.ofMinutes(1));
        return new Answer(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** What a command is handed. */
    Surroundings surroundings(OutputStream out, OutputStream err) {
        return new Surroundings(
                Path.of(System.getProperty("candor.root", "")),
                folder,
                folder,
                Map.copyOf(environment),
                Clock.fixed(now, ZoneOffset.UTC),
                new Standstill(now),
                ZoneOffset.UTC,
                false,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    private record Standstill(Instant instant) implements Pace {
        @Override
        public void pause(Duration duration) {
            // Nothing here depends on how long a pause is.
        }
    }
}
