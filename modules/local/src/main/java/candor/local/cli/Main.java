package candor.local.cli;

import candor.local.wiring.Person;
import candor.local.wiring.Surroundings;
import candor.statemachine.Pace;
import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code candor}. Exit status: 0 done, 1 the run failed, 2 bad usage or bad input. */
@Command(
        name = "candor",
        versionProvider = ProductVersion.class,
        mixinStandardHelpOptions = true,
        description = "Daily stock forecasts that say how sure they are.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            UniverseCommand.class,
            EvaluateCommand.class,
            ChampionCommand.class,
            SettingsCommand.class,
            ReportCommand.class,
            PredictCommand.class,
            ServeCommand.class,
            ExecutionsCommand.class,
            WatchCommand.class,
            RedriveCommand.class,
            ApproveCommand.class,
            DataCommand.class,
            RepairCommand.class,
            PriorCommand.class,
            VerifyCommand.class,
            ReproduceCommand.class,
            BundleCommand.class,
            RestoreCommand.class,
            PruneCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "'candor test' runs the tests, 'candor test --all' the heavy ones too.",
            "'candor bench' lists benchmarks and studies.",
            "",
            "Examples:",
            "  candor demo",
            "  candor run STX --csv STX.csv --out out",
            "  candor predict --input watchlist.csv",
            "  candor evaluate STX --from 2010-01-04 --to 2024-03-08",
            "  candor executions"
        })
public final class Main {

    private Main() {}

    /** Runs a command line in this process's surroundings. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        Map<String, String> environment = environment(System.getenv(), System.getProperty("user.name", ""));
        int status = commandLine(
                        surroundings(environment, Clock.systemUTC(), ZoneId.systemDefault(), terminal, out, err))
                .execute(arguments);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /**
     * Runs a command line at another time and in another environment than this process's, and does not end the process.
     *
     * @return the exit status
     */
    public static int run(
            Map<String, String> environment, Clock clock, PrintStream out, PrintStream err, String... arguments) {
        return commandLine(surroundings(environment, clock, ZoneOffset.UTC, false, out, err))
                .execute(arguments);
    }

    private static Surroundings surroundings(
            Map<String, String> environment,
            Clock clock,
            ZoneId zone,
            boolean terminal,
            PrintStream out,
            PrintStream err) {
        return new Surroundings(
                Path.of(System.getProperty("candor.root", ".")),
                Path.of(environment.getOrDefault("HOME", System.getProperty("user.home"))),
                Path.of("").toAbsolutePath(),
                environment,
                clock,
                Pace.of(clock),
                zone,
                terminal,
                out,
                err);
    }

    /**
     * The environment with the name of this login, which cron, containers and services leave out of it.
     *
     * @param login as the system has it; {@code ?} where it has none
     */
    public static Map<String, String> environment(Map<String, String> found, String login) {
        boolean named = Person.USER.stream()
                .anyMatch(variable -> !found.getOrDefault(variable, "").isBlank());
        if (named || login.isBlank() || login.equals("?")) {
            return found;
        }
        Map<String, String> all = new HashMap<>(found);
        all.put(Person.USER.getFirst(), login);
        return Map.copyOf(all);
    }

    /** A command has not done its work where nobody could read what it said, as on a full disk. */
    private static int written(Surroundings surroundings, int status) {
        if (!surroundings.out().checkError()) {
            return status;
        }
        surroundings.err().println("candor: the output could not be written; make room, or send it elsewhere");
        return status == 0 ? Failures.FAILED : status;
    }

    /** The command line in the given surroundings; returns exit statuses, never ends the process. */
    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine line = new CommandLine(new Main(), new CommandFactory(surroundings));
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(new Failures(surroundings));
        line.setExecutionStrategy(parsed -> written(surroundings, new CommandLine.RunLast().execute(parsed)));
        line.setUsageHelpAutoWidth(false);
        return line;
    }
}
