package candor.benchmarks;

import candor.benchmarks.m6.M6Command;
import candor.benchmarks.mutant.MutantsCommand;
import candor.benchmarks.panel.PanelCommand;
import candor.benchmarks.parity.ParityCommand;
import candor.benchmarks.repair.RepairStudyCommand;
import candor.benchmarks.skill.SkillLessCommand;
import candor.benchmarks.young.YoungCommand;
import candor.local.wiring.CommandRejected;
import candor.store.failure.PermanentFailure;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code candor bench}. Exit status: 0 done, 1 a bar is missed, 2 bad usage or bad input. */
@Command(
        name = "candor bench",
        mixinStandardHelpOptions = true,
        description = "Studies of what Candor promises, and measurements of how fast it is.",
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            MutantsCommand.class,
            SkillLessCommand.class,
            PanelCommand.class,
            YoungCommand.class,
            M6Command.class,
            ParityCommand.class,
            RepairStudyCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Scripts, which take --help too:",
            "  measure       Times a run and the walk-forward beside Python, and weighs the",
            "                functions' zips.",
            "  parse         Times reading a million bars beside pandas.",
            "  clean         Times cleaning 60 symbols.",
            "  service       Times the API, in the process and over HTTP.",
            "  cold-start    Times every function's start beside one that does nothing.",
            "  repair-table  Shows what becomes of recorded faulty files.",
            "  forms-table   Shows what becomes of files as people have them.",
            "  ways-table    Shows how files with a fault end by each way in.",
            "  build         Times a build of the command line beside another commit's.",
            "",
            "Examples:",
            "  candor bench mutants",
            "  candor bench skill-less --series 20",
            "  candor bench panel --dir panel",
            "  candor bench young --dir panel",
            "  candor bench m6 assets_m6.csv"
        })
public final class Bench implements Runnable {

    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one of them. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** The command line; returns exit statuses, never ends the process. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Bench());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler(Bench::explained);
        line.setUsageHelpAutoWidth(false);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explained(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof CommandRejected || failure instanceof PermanentFailure) {
            command.getErr().println("candor bench: " + failure.getMessage());
            return BAD_INPUT;
        }
        if (failure instanceof UncheckedIOException) {
            command.getErr().println("candor bench: " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
