package candor.benchmarks.skill;

import candor.benchmarks.study.StudyOptions;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.local.wiring.CommandRejected;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor bench skill-less}. */
@Command(
        name = "skill-less",
        mixinStandardHelpOptions = true,
        description = "Forecasts and evaluates simulated stocks whose return cannot be predicted, and counts how often"
                + " skill is claimed nevertheless; exit code 1 if in more than 5 % of them.",
        footer = {"", "Examples:", "  candor bench skill-less", "  candor bench skill-less --series 20 --seed 1000"})
public final class SkillLessCommand implements Callable<Integer> {

    /** A year that features look back on, 504 rows to fit the first time, a year of forecasts to judge and a month of outcomes. */
    private static final int LEAST_SESSIONS = 252 + 504 + 250 + 21;

    private static final int MOST_SESSIONS = 5000;

    @Option(
            names = "--series",
            paramLabel = "N",
            description = "how many; default: ${DEFAULT-VALUE}",
            defaultValue = "200")
    private int series;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            description = "length of each; default: ${DEFAULT-VALUE}",
            defaultValue = "1800")
    private int sessions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of the first; the next have the next ones; default: ${DEFAULT-VALUE}",
            defaultValue = "1")
    private long seed;

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Override
    public Integer call() {
        if (series < 1) {
            throw new CommandRejected("--series " + series + ": give a number of at least 1");
        }
        if (sessions < LEAST_SESSIONS || sessions > MOST_SESSIONS) {
            throw new CommandRejected(
                    "--sessions " + sessions + ": give a number from " + LEAST_SESSIONS + " to " + MOST_SESSIONS);
        }
        TradingCalendar calendar = new NyseCalendar();
        ForecastPlan plan = ForecastPlan.of(ForecastSettings.standard());
        List<Long> seeds = LongStream.range(seed, seed + series).boxed().toList();
        List<SkillVerdict> verdicts = options.onEach(
                seeds, each -> SkillVerdict.on(GarchStock.generate(calendar, sessions, each), calendar, plan));
        SkillLess result = SkillLess.of(verdicts, sessions, seed);
        options.print(result, result.lines());
        return result.holds() ? 0 : 1;
    }
}
