package candor.benchmarks.panel;

import candor.benchmarks.study.StudyOptions;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.Features;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.NotEnoughRows;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import candor.local.wiring.CommandRejected;
import candor.store.failure.NotEnoughHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor bench panel}. */
@Command(
        name = "panel",
        mixinStandardHelpOptions = true,
        description =
                "Cleans, forecasts and scores each CSV file of a folder, one symbol each, and compares the intervals"
                        + " with those of EWMA 0.94; exit code 1 if a bar is missed.",
        footer = {
            "",
            "Examples:",
            "  candor bench panel --dir panel",
            "  candor bench panel --dir others --without panel --from 2020-01-02 --to 2026-04-24"
        })
public final class PanelCommand implements Callable<Integer> {

    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "the folder, of files SYMBOL.csv")
    private Path folder = Path.of("");

    @Option(
            names = "--without",
            paramLabel = "DIR",
            description = "leaves out the symbols that have a file in this folder, too")
    private @Nullable Path without;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "first target date; default: ${DEFAULT-VALUE}",
            defaultValue = "2010-01-04")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "last target date; default: ${DEFAULT-VALUE}",
            defaultValue = "2024-03-08")
    private String to = "";

    @Mixin
    private StudyOptions options = new StudyOptions();

    /** Either figures, or why there are none. */
    private record Attempt(String symbol, Optional<Scored> scored, String why) {}

    private record Scored(SymbolFigures figures, List<CoverageByDay> coverage, NextSession next) {}

    @Override
    public Integer call() {
        Period period = Period.of(from, to);
        TradingCalendar calendar = new NyseCalendar();
        ForecastPlan plan = ForecastPlan.of(ForecastSettings.standard());
        List<Scored> scored = new ArrayList<>();
        SortedMap<String, String> leftOut = new TreeMap<>();
        for (Attempt attempt : options.onEach(files(), file -> attempt(file, calendar, plan, period))) {
            attempt.scored().ifPresentOrElse(scored::add, () -> leftOut.put(attempt.symbol(), attempt.why()));
        }
        if (scored.isEmpty()) {
            throw new CommandRejected("no symbol of " + folder + " has a forecast to score; the first one, "
                    + leftOut.firstKey() + ": " + leftOut.firstEntry().getValue());
        }
        PanelResults panel = PanelResults.of(
                period,
                scored.stream().map(Scored::figures).toList(),
                leftOut,
                Pooled.of(scored.stream().map(Scored::next).toList()),
                coverage(scored));
        options.print(panel, panel.lines());
        return panel.holds() ? 0 : 1;
    }

    private static List<BlockErrors> coverage(List<Scored> scored) {
        SortedMap<Integer, List<CoverageByDay>> byHorizon = new TreeMap<>();
        scored.forEach(each -> each.coverage()
                .forEach(one -> byHorizon
                        .computeIfAbsent(one.sessions(), sessions -> new ArrayList<>())
                        .add(one)));
        return byHorizon.values().stream().map(BlockErrors::of).toList();
    }

    private List<PanelFile> files() {
        Set<String> known = without == null
                ? Set.of()
                : PanelFile.in(without).stream().map(PanelFile::symbol).collect(Collectors.toSet());
        List<PanelFile> files = PanelFile.in(folder).stream()
                .filter(file -> !known.contains(file.symbol()))
                .toList();
        if (files.isEmpty()) {
            throw new CommandRejected(
                    "every symbol of " + folder + " is in " + without + ", too; leave --without away");
        }
        return files;
    }

    private static Attempt attempt(PanelFile file, TradingCalendar calendar, ForecastPlan plan, Period period) {
        try {
            PriceHistory history = file.history(calendar);
            List<BacktestRow> rows = WalkForward.run(history, Features.of(history), calendar, plan, Progress.NONE)
                    .rows();
            SymbolFigures.WithDays made = SymbolFigures.of(file.symbol(), rows, plan, period);
            SymbolFigures figures = made.figures();
            return figures.horizons().isEmpty()
                    ? new Attempt(file.symbol(), Optional.empty(), "no calibrated forecast with an outcome, " + period)
                    : new Attempt(
                            file.symbol(),
                            Optional.of(new Scored(figures, made.coverage(), NextSession.of(rows, period))),
                            "");
        } catch (NotEnoughHistory | NotEnoughRows tooShort) {
            return new Attempt(file.symbol(), Optional.empty(), String.valueOf(tooShort.getMessage()));
        }
    }
}
