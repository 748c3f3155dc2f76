package candor.benchmarks.young;

import candor.benchmarks.panel.PanelFile;
import candor.benchmarks.study.StudyOptions;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.harp.Prior;
import candor.forecasting.harp.PriorBuild;
import candor.forecasting.harp.Priors;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor bench young}. */
@Command(
        name = "young",
        mixinStandardHelpOptions = true,
        description =
                "Cuts every third symbol of a panel off before 2019, as if it had been listed then, makes a prior of the"
                        + " others, and says how HAR-P's intervals held at which age; exit code 1 if a bar is missed.",
        footer = {"", "Example:", "  candor bench young --dir panel"})
public final class YoungCommand implements Callable<Integer> {

    private static final LocalDate LISTED = LocalDate.of(2019, 1, 2);
    private static final List<Age> AGES = List.of(new Age(67, 250), new Age(67, 500), new Age(250, 750));
    private static final double LEAST = 0.89;
    private static final double MOST = 0.92;

    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "the folder, of files SYMBOL.csv")
    private Path folder = Path.of("");

    @Mixin
    private StudyOptions options = new StudyOptions();

    private record Walked(Map<Integer, List<BacktestRow>> cut, Map<Integer, List<BacktestRow>> whole) {}

    @Override
    public Integer call() {
        TradingCalendar calendar = new NyseCalendar();
        List<PanelFile> files = PanelFile.in(folder);
        List<PriceHistory> others = new ArrayList<>();
        List<PriceHistory> young = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            (i % 3 == 0 ? young : others).add(files.get(i).history(calendar));
        }
        Priors priors = priors(others, calendar);
        List<Walked> walked = options.onEach(young, history -> walk(history, priors, calendar));
        List<YoungFigures> figures = new ArrayList<>();
        for (int horizon : ForecastSettings.standard().horizons()) {
            AGES.forEach(age -> figures.add(figures(walked, horizon, age)));
        }
        double first = figures.getFirst().coverage90();
        boolean met = first >= LEAST && first <= MOST;
        options.print(figures, lines(figures, young.size(), others.size(), met));
        return met ? 0 : 1;
    }

    private static Priors priors(List<PriceHistory> others, TradingCalendar calendar) {
        ForecastSettings settings = ForecastSettings.standard();
        List<Prior> horizons = settings.horizons().stream()
                .map(horizon -> PriorBuild.of(
                        others,
                        calendar,
                        settings.levels(),
                        horizon,
                        Prior.Weights.of(horizon).orElseThrow()))
                .toList();
        LocalDate last = horizons.getFirst().versions().getLast().date();
        return new Priors(
                "two thirds of a panel", others.size(), others.getFirst().session(0), last, horizons);
    }

    private static Walked walk(PriceHistory history, Priors priors, TradingCalendar calendar) {
        Map<Integer, List<BacktestRow>> cut = new TreeMap<>();
        Map<Integer, List<BacktestRow>> whole = new TreeMap<>();
        PriceHistory listed = YoungStock.listed(history, LISTED);
        for (Prior prior : priors.horizons()) {
            cut.put(prior.horizon(), YoungStock.walk(listed, priors, prior.horizon(), calendar));
            List<BacktestRow> all = YoungStock.walk(history, priors, prior.horizon(), calendar);
            whole.put(prior.horizon(), all.subList(all.size() - listed.size(), all.size()));
        }
        return new Walked(cut, whole);
    }

    private static YoungFigures figures(List<Walked> walked, int horizon, Age age) {
        int outcomes = 0;
        double inside90 = 0;
        double inside99 = 0;
        double ratio90 = 0;
        double ratio99 = 0;
        for (Walked symbol : walked) {
            List<BacktestRow> cut = symbol.cut().getOrDefault(horizon, List.of());
            int[] at = YoungStock.scored(cut, age);
            List<IntervalScore> own = intervals(cut, at);
            List<IntervalScore> whole = intervals(symbol.whole().getOrDefault(horizon, List.of()), at);
            outcomes += at.length;
            inside90 += at.length * of(own, 0.9).coverage();
            inside99 += at.length * of(own, 0.99).coverage();
            ratio90 += of(own, 0.9).score() / of(whole, 0.9).score() / walked.size();
            ratio99 += of(own, 0.99).score() / of(whole, 0.99).score() / walked.size();
        }
        return new YoungFigures(
                horizon, age.toString(), outcomes, inside90 / outcomes, inside99 / outcomes, ratio90, ratio99);
    }

    private static List<IntervalScore> intervals(List<BacktestRow> rows, int[] at) {
        List<BacktestRow> scored = Arrays.stream(at).mapToObj(rows::get).toList();
        return Scorecards.of(
                        scored, scored.getFirst().origin(), scored.getLast().target(), Map.of())
                .getFirst()
                .intervals();
    }

    private static IntervalScore of(List<IntervalScore> scores, double nominal) {
        return scores.stream()
                .filter(score -> score.nominal() == nominal)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(List<YoungFigures> figures, int young, int others, boolean met) {
        List<String> lines = new ArrayList<>();
        lines.add(young + " symbols as if listed on " + LISTED + ", with a prior of " + others + " others");
        lines.add("sessions       age  outcomes  90 % covers 99 % covers  score / with whole history, 90 %; 99 %");
        figures.forEach(each -> lines.add(each.toString()));
        lines.add("1 session, " + AGES.getFirst() + " bars: 90 % covers " + LEAST + " to " + MOST + ": "
                + (met ? "met" : "MISSED"));
        return lines;
    }
}
