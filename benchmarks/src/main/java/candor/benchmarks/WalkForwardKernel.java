package candor.benchmarks;

import candor.cleaning.Cleaner;
import candor.cleaning.CleaningResult;
import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.candidate.CandidateSettings;
import candor.forecasting.candidate.RidgeSettings;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import candor.marketdata.csv.CsvBars;
import candor.store.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The walk-forward of ridge, log-HAR-L and adaptive conformal intervals over one file, from its bytes to its scores: what
 * the peer's script b5_backtest.py does, with 17 features, a refit every 63 sessions and the 90 % interval for one session
 * ahead. Prints one JSON line with wall and CPU seconds of the work alone, the virtual machine's start left out.
 */
public final class WalkForwardKernel {

    private static final List<String> SEVENTEEN = List.of(
            "logret",
            "logret_lag1",
            "logret_lag2",
            "logret_lag5",
            "logret_lag10",
            "ret_mean5",
            "ret_mean10",
            "ret_mean21",
            "ret_mean63",
            "ret_std5",
            "ret_std10",
            "ret_std21",
            "ret_std63",
            "close_sma5",
            "close_sma20",
            "close_sma50",
            "close_sma200");

    private static final LocalDate SCORED_FROM = LocalDate.of(2010, 1, 4);

    private WalkForwardKernel() {}

    /** @param arguments the CSV file */
    public static void main(String[] arguments) throws IOException {
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        HorizonScorecard card = run(Path.of(arguments[0]));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("wall_s", (System.nanoTime() - wall) / 1e9);
        line.put("cpu_s", (cpuNanos() - cpu) / 1e9);
        PointScore ridge = Objects.requireNonNull(card.point().candidates().get("ridge"));
        line.put("rmse_ratio", ridge.rmseToZero());
        line.put(
                "coverage90",
                card.intervals().stream()
                        .filter(interval -> interval.nominal() == 0.9)
                        .mapToDouble(IntervalScore::coverage)
                        .findFirst()
                        .orElseThrow());
        line.put(
                "qlike",
                Objects.requireNonNull(card.scale().candidates().get("logHarL")).qlike());
        System.out.println(new String(Json.writeLine(line), StandardCharsets.UTF_8));
    }

    private static HorizonScorecard run(Path file) throws IOException {
        NyseCalendar calendar = new NyseCalendar();
        PriceHistory history = history(file, calendar);
        FeatureTable features = Features.of(history);
        ForecastSettings settings = new ForecastSettings(
                List.of(1),
                504,
                63,
                SEVENTEEN,
                List.of(0.9),
                Map.of(1, 0.002),
                250,
                CandidateSettings.standard().with("ridge", new RidgeSettings(List.of(1000.0))));
        Backtest backtest = WalkForward.run(
                history,
                features,
                calendar,
                ForecastPlan.of(settings).withoutCandidates(Set.of("boosting", "garch")),
                Progress.NONE);
        LocalDate last = history.session(history.size() - 1);
        return Scorecards.of(backtest.rows(), SCORED_FROM, last, Map.of()).getFirst();
    }

    private static PriceHistory history(Path file, NyseCalendar calendar) throws IOException {
        var retrieval = CsvBars.parse(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        CleaningResult clean = new Cleaner(calendar, CleaningRules.standard(), (bars, actions) -> {
                    throw new IllegalArgumentException(file + " has no adjusted closes");
                })
                .clean(retrieval, retrieval.bars().getLast().session());
        return PriceHistory.of(
                clean.bars(),
                clean.adjustedCloses().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static long cpuNanos() {
        var process = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return process.getProcessCpuTime();
    }
}
