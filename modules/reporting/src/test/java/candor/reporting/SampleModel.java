package candor.reporting;

import candor.cleaning.PriceBasis;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.candidate.Candidate.Kind;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.explanation.Contribution;
import candor.forecasting.explanation.Explanation;
import candor.forecasting.market.Symbol;
import candor.forecasting.promotion.CalibrationLoss;
import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.Drivers;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.CalibrationResult;
import candor.pipeline.report.PromotionDocument.ChallengeResult;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.pipeline.report.PromotionDocument.IntervalResult;
import candor.pipeline.report.PromotionDocument.Methods;
import candor.pipeline.report.ReportModel;
import candor.pipeline.report.ReportModel.HistoryPoint;
import candor.pipeline.report.ReportModel.SourceLine;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A report's model as a run would make it, of a seeded random walk with stochastic volatility. */
final class SampleModel {

    static final String STATEMENT = "There is no evidence that any candidate foresees the direction of this stock"
            + " (Diebold\u2013Mariano p 0.41 at best, over 6 comparisons). What can be said is how far it may move: past"
            + " 90\u00a0% intervals held the next session's return in 89.9\u00a0% of cases.";

    private static final int CALIBRATION = 250;
    private static final List<String> NAMES =
            List.of("p005", "p025", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "p975", "p995");
    private static final List<Double> NORMAL =
            List.of(-2.9, -2.05, -1.66, -1.27, -0.65, 0.0, 0.65, 1.27, 1.66, 2.05, 2.9);

    private SampleModel() {}

    /** A session's return and volatility. */
    private record Step(LocalDate session, double logReturn, double trueVolatility, double estimate) {}

    static ReportModel of(int sessions, boolean synthetic) {
        List<Step> steps = steps(sessions, 20_260_424L);
        List<HistoryPoint> history = history(steps, synthetic);
        List<BacktestRow> past = past(steps);
        ForecastDocument forecast = forecast(history, steps.getLast(), synthetic);
        return new ReportModel(
                forecast,
                SampleMetrics.of(history, past, STATEMENT),
                promotion(forecast.asOf()),
                history,
                past,
                repairs(history, 7),
                source(),
                exploration(steps),
                "",
                sources());
    }

    private static ReportModel.Source source() {
        return new ReportModel.Source(PriceBasis.ADJUSTED_CLOSES, List.of("not read: notes, vwap"));
    }

    private static List<Step> steps(int sessions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>();
        double state = 0;
        LocalDate day = LocalDate.of(2020, 5, 11);
        while (steps.size() < sessions) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                double volatility = 0.019 * StrictMath.exp(state);
                double jump = random.nextDouble() < 0.004 ? random.nextGaussian() * 0.09 : 0;
                double estimate = volatility * StrictMath.exp(random.nextGaussian() * 0.12);
                steps.add(new Step(day, 0.0006 + volatility * random.nextGaussian() + jump, volatility, estimate));
                state = 0.97 * state + 0.09 * random.nextGaussian();
            }
            day = day.plusDays(1);
        }
        return steps;
    }

    private static List<HistoryPoint> history(List<Step> steps, boolean synthetic) {
        double[] level = new double[steps.size()];
        double log = StrictMath.log(48);
        for (int i = 0; i < level.length; i++) {
            log += steps.get(i).logReturn();
            level[i] = StrictMath.exp(log);
        }
        return IntStream.range(0, level.length)
                .mapToObj(i -> new HistoryPoint(
                        steps.get(i).session(),
                        i < level.length / 2 ? level[i] * 2 : level[i],
                        level[i],
                        i < CALIBRATION ? Double.NaN : steps.get(i).estimate(),
                        synthetic ? steps.get(i).trueVolatility() : Double.NaN))
                .toList();
    }

    private static List<BacktestRow> past(List<Step> steps) {
        List<BacktestRow> rows = new ArrayList<>();
        for (int i = CALIBRATION; i < steps.size(); i++) {
            Step step = steps.get(i);
            double sigma = step.estimate();
            boolean calibrated = i >= 2 * CALIBRATION;
            rows.add(new BacktestRow(
                    steps.get(i - 1).session(),
                    step.session(),
                    1,
                    step.logReturn(),
                    Forecasts.of(candidate -> candidate.kind() == Kind.SCALE ? sigma : 0),
                    sigma,
                    NORMAL.stream()
                            .map(z -> calibrated ? z * sigma : Double.NaN)
                            .toList()));
        }
        return rows;
    }

    private static ForecastDocument forecast(List<HistoryPoint> history, Step last, boolean synthetic) {
        HistoryPoint end = history.getLast();
        List<HorizonForecast> horizons = List.of(
                horizon(1, end, last.estimate(), 1),
                horizon(5, end, last.estimate(), 7),
                horizon(21, end, last.estimate(), 31));
        return new ForecastDocument(
                "candor/forecast/1",
                Symbol.of(synthetic ? "SYN" : "STX"),
                end.session(),
                synthetic,
                end.close(),
                horizons,
                STATEMENT);
    }

    private static HorizonForecast horizon(int sessions, HistoryPoint end, double daily, int days) {
        double sigma = daily * Math.sqrt(sessions);
        SortedMap<String, Double> quantiles = new TreeMap<>();
        SortedMap<String, Double> prices = new TreeMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            quantiles.put(NAMES.get(i), NORMAL.get(i) * sigma);
            prices.put(NAMES.get(i), end.close() * StrictMath.exp(NORMAL.get(i) * sigma));
        }
        return new HorizonForecast(
                sessions,
                end.session().plusDays(days),
                "zero + logHarL",
                0,
                sigma,
                sigma * Math.sqrt(252.0 / sessions),
                0.503,
                quantiles,
                prices,
                1.66 * sigma,
                2.45 * sigma,
                2.2 * sigma,
                2.9 * sigma,
                new Drivers(null, volatility(sigma)));
    }

    /** Of log-HAR-L after a calm month with a fall at its end. */
    static Explanation volatility(double sigma) {
        return new Explanation(
                2 * StrictMath.log(sigma) + 0.25,
                List.of(
                        new Contribution("log_range", -8.5, 0.05),
                        new Contribution("log_range_mean5", -8.9, -0.125),
                        new Contribution("log_range_mean22", -9.1, -0.375),
                        new Contribution("fall", 1.25, 0.15),
                        new Contribution("fall_mean5", 0.5, 0.05)));
    }

    private static PromotionDocument promotion(LocalDate asOf) {
        String reason =
                "retained: no challenger is better beyond doubt; ridge regression comes closest, with a squared error"
                        + " 0.12 % lower than that of the random walk on 2,000 outcomes (one-sided DM p = 0.07; charged"
                        + " for 2 comparisons and look 3: 0.84)";
        Methods first = new Methods("zero", "logHarL");
        return new PromotionDocument(
                "candor/promotion/1",
                3,
                asOf,
                asOf.plusDays(30),
                List.of(
                        new HorizonVerdict(
                                1,
                                PromotionDocument.Standing.RETAINED,
                                first,
                                first,
                                null,
                                reason,
                                List.of(new ChallengeResult(
                                        new Methods("ridge", "logHarL"),
                                        2000,
                                        2.7e-4,
                                        2.71e-4,
                                        -1.5,
                                        0.07,
                                        0.84,
                                        null))),
                        new HorizonVerdict(
                                5,
                                PromotionDocument.Standing.PROMOTED,
                                first,
                                new Methods("zero", "ewma"),
                                null,
                                "promoted: log-HAR-L takes the place of EWMA",
                                List.of(new ChallengeResult(
                                        first,
                                        2000,
                                        -4.73,
                                        -4.61,
                                        -4.5,
                                        1e-5,
                                        2.4e-4,
                                        new CalibrationResult(
                                                CalibrationLoss.What.NOTHING,
                                                List.of(new IntervalResult(0.9, 1750, 0.9017, 0.27)),
                                                List.of(new IntervalResult(0.9, 1750, 0.9013, 0.26)))))),
                        new HorizonVerdict(
                                21,
                                PromotionDocument.Standing.RETAINED,
                                first,
                                first,
                                null,
                                "retained: nobody is judged",
                                List.of())));
    }

    static List<CleaningEntry> repairs(List<HistoryPoint> history, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CleaningEntry(
                        history.get(i * 11 % history.size()).session(),
                        i % 3 == 0 ? "row" : "high",
                        i % 3 == 0 ? "duplicate of line " + (i + 2) : "4321.5",
                        i % 3 == 0 ? "" : "43.215",
                        i % 3 == 0 ? "duplicate-row" : "unit-error-100",
                        "the neighbours' median is 43.2 and every other column agrees with it within 0.4\u00a0%"))
                .toList();
    }

    private static ExplorationDocument exploration(List<Step> steps) {
        double[] returns = steps.stream().mapToDouble(Step::logReturn).toArray();
        double[] squares =
                steps.stream().mapToDouble(s -> s.logReturn() * s.logReturn()).toArray();
        Integer[] counts = new Integer[48];
        Arrays.fill(counts, 0);
        for (double r : returns) {
            counts[(int) Math.max(0, Math.min(47, Math.floor((r + 0.096) / 0.004)))]++;
        }
        double mean = Arrays.stream(returns).average().orElse(0);
        double variance = Arrays.stream(returns)
                .map(r -> (r - mean) * (r - mean))
                .average()
                .orElse(0);
        return new ExplorationDocument(
                "candor/exploration/1",
                returns.length,
                mean,
                Math.sqrt(variance),
                -0.31,
                6.4,
                new ExplorationDocument.Histogram(-0.096, 0.004, List.of(counts)),
                autocorrelation(returns),
                autocorrelation(squares),
                1.96 / Math.sqrt(returns.length),
                List.of(),
                steps.stream()
                        .sorted((a, b) -> Double.compare(Math.abs(b.logReturn()), Math.abs(a.logReturn())))
                        .limit(10)
                        .map(s -> new ExplorationDocument.Move(s.session(), s.logReturn()))
                        .toList());
    }

    private static List<Double> autocorrelation(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
        return IntStream.rangeClosed(1, 20)
                .mapToObj(lag -> IntStream.range(lag, x.length)
                                .mapToDouble(i -> (x[i] - mean) * (x[i - lag] - mean))
                                .sum()
                        / variance)
                .toList();
    }

    private static List<SourceLine> sources() {
        String digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        return List.of(
                new SourceLine("Cleaned bars", "work/clean/STX/" + digest + "/clean.csv"),
                new SourceLine("Evaluation", "work/evaluate/STX/" + digest + "/metrics.json"),
                new SourceLine("Forecast", "work/forecast/STX/" + digest + "/forecast.json"),
                new SourceLine("Code", "SHA-256 " + digest),
                new SourceLine("Settings", "horizons 1, 5, 21; refit every 21 sessions; levels 50, 80, 90, 95, 99 %"));
    }
}
