package candor.benchmarks.mutant;

import candor.forecasting.guard.GuardResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code candor bench mutants}. */
@Command(
        name = "mutants",
        mixinStandardHelpOptions = true,
        description =
                "Makes each known mistake and shows which guards notice it; exit code 1 if one does not that should.",
        footer = {"", "Example:", "  candor bench mutants --seed 7"})
public final class MutantsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of the synthetic stock that they are tried on; default: ${DEFAULT-VALUE}",
            defaultValue = "1")
    private long seed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Specimen stock = Specimen.synthetic(seed);
        List<GuardResult> alarms =
                Mutants.clean(stock).stream().filter(result -> !result.passed()).toList();
        List<MutantVerdict> verdicts = Mutants.judge(stock);
        verdicts.forEach(verdict -> out.println(line(verdict)));
        alarms.forEach(alarm -> out.println("false alarm of " + alarm.name() + ": " + alarm.detail()));
        long caught = verdicts.stream().filter(MutantVerdict::caught).count();
        out.println(caught + " of " + verdicts.size() + " mutants caught, " + alarms.size()
                + " false alarms without a mistake (" + stock.name() + ")");
        out.flush();
        return caught == verdicts.size() && alarms.isEmpty() ? 0 : 1;
    }

    private static String line(MutantVerdict verdict) {
        Mutant mutant = verdict.mutant();
        List<String> fired = verdict.fired().stream().map(GuardResult::name).toList();
        List<String> others =
                fired.stream().filter(guard -> !mutant.guards().contains(guard)).toList();
        return "%-7s %-29s %s%s"
                .formatted(
                        verdict.caught() ? "caught" : "MISSED",
                        mutant.name(),
                        String.join(", ", mutant.guards()),
                        others.isEmpty() ? "" : "; also " + String.join(", ", others));
    }
}
