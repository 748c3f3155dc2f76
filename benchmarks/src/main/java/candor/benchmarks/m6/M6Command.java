package candor.benchmarks.m6;

import candor.benchmarks.m6.Competition.Period;
import candor.benchmarks.m6.OneFactor.Correlations;
import candor.benchmarks.study.StudyOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor bench m6}. */
@Command(
        name = "m6",
        mixinStandardHelpOptions = true,
        description = "Forecasts the twelve periods of the M6 competition from what was known at each one's start, and"
                + " scores them as the competition did.",
        footer = {"", "Examples:", "  candor bench m6 assets_m6.csv", "  candor bench m6 assets_m6.csv --hindsight"})
public final class M6Command implements Callable<Integer> {

    /** A decay slower than that of variances, as correlations move more slowly, and the middle between two extremes. */
    private static final Correlations CHOSEN = new Correlations(0.97, 0.5);

    private static final List<Double> DECAYS = List.of(0.94, 0.97, 0.99, 1.0);
    private static final List<Double> SHRINKAGES = List.of(0.0, 0.5, 1.0);

    @Parameters(paramLabel = "FILE", description = "the competition's assets_m6.csv: symbol,date,price")
    private Path file = Path.of("");

    @Option(names = "--hindsight", description = "scores other settings, too; takes minutes")
    private boolean hindsight;

    @Mixin
    private StudyOptions options = new StudyOptions();

    private record Task(Correlations setting, int period) {}

    @Override
    public Integer call() {
        Competition competition = new Competition(AssetPrices.read(file));
        List<Correlations> settings = new ArrayList<>(List.of(CHOSEN));
        if (hindsight) {
            DECAYS.forEach(decay -> SHRINKAGES.forEach(shrinkage -> settings.add(new Correlations(decay, shrinkage))));
        }
        List<Task> tasks = new ArrayList<>();
        settings.forEach(setting -> Competition.periods().forEach(period -> tasks.add(new Task(setting, period))));
        List<Period> scored =
                options.onEach(tasks, task -> competition.score(task.period(), task.setting(), RankProbabilities.STEP));
        List<M6.Alternative> others = new ArrayList<>();
        for (int i = 1; i < settings.size(); i++) {
            others.add(new M6.Alternative(settings.get(i), M6.mean(of(scored, i))));
        }
        M6 result = M6.of(CHOSEN, of(scored, 0), others);
        options.print(result, result.lines());
        return 0;
    }

    private static List<Period> of(List<Period> scored, int setting) {
        return scored.subList(setting * Competition.PERIODS, (setting + 1) * Competition.PERIODS);
    }
}
