package candor.pipeline.stage;

import candor.cleaning.CleaningCounts;
import candor.cleaning.PriceBasis;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.calibration.TailState;
import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.CandidateSettings;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.LearningTask;
import candor.forecasting.candidate.Model;
import candor.forecasting.candidate.RidgeSettings;
import candor.forecasting.evaluation.scorecard.Breakdown;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.OriginRange;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.scorecard.PointScorecard;
import candor.forecasting.evaluation.scorecard.ScaleScore;
import candor.forecasting.evaluation.scorecard.ScaleScorecard;
import candor.forecasting.evaluation.scorecard.Skill;
import candor.forecasting.evaluation.scorecard.TailScore;
import candor.forecasting.evaluation.scorecard.Terciles;
import candor.forecasting.evaluation.test.LjungBox;
import candor.forecasting.evaluation.test.OneSidedTest;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.evaluation.test.UniformityTest;
import candor.forecasting.explanation.Contribution;
import candor.forecasting.explanation.Explanation;
import candor.forecasting.feature.FeatureDefinition;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.ExpandingMean;
import candor.forecasting.learning.LinearFit;
import candor.forecasting.learning.RegressionTree;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.learning.Standardisation;
import candor.forecasting.learning.TreeNode;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.forecasting.promotion.CalibrationLoss;
import candor.forecasting.risk.MarketRisk;
import candor.forecasting.volatility.Ewma;
import candor.forecasting.volatility.Garch;
import candor.forecasting.volatility.LogHarCoefficients;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.KeptFit;
import candor.forecasting.walkforward.Slot;
import candor.forecasting.walkforward.TrainedModels;
import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.CalibrationResult;
import candor.pipeline.report.PromotionDocument.ChallengeResult;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.pipeline.report.PromotionDocument.IntervalResult;
import candor.pipeline.report.PromotionDocument.Methods;
import candor.pipeline.settings.SettingsInForce;
import candor.store.port.ScoreEntry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One small example of every stored document; together they use every field, present and absent. */
final class Documents {

    private static final Symbol STX = Symbol.of("STX");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 4, 23);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 24);
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 27);
    private static final PriceHistory NO_HISTORY =
            PriceHistory.of(List.of(new Bar(THURSDAY, 50, 51, 49, 50, 1)), new double[] {50});
    private static final Breakdown NO_PARTS = new Breakdown(new TreeMap<>(), null);
    private static final List<GuardResult> GUARDS = List.of(
            GuardResult.held("full last day", "The last bar, of 2026-04-24, has the volume of a whole session."),
            GuardResult.broken("too good to be true", "ridge has an R2os of 0.51 for one session."));
    private static final List<HorizonScorecard> SCORECARDS = List.of(scorecard(), scorecardBeforeCalibration());

    static final RetrievalDocument RETRIEVAL = new RetrievalDocument(
            Schemas.RETRIEVAL,
            "csv",
            false,
            true,
            FRIDAY,
            2,
            new TreeMap<>(Map.of("file", "STX.csv", "sha256", "beef")));

    static final CleaningDocument CLEANING = new CleaningDocument(
            Schemas.CLEANING,
            LocalDate.of(2026, 4, 21),
            FRIDAY,
            new CleaningCounts(6, 3, 1, 1, 1, 2, 1),
            null,
            List.of(LocalDate.of(2026, 4, 22)),
            List.of(GUARDS.getFirst()));

    static final CleaningDocument CLEANING_PRICES = new CleaningDocument(
            CLEANING.schema(),
            CLEANING.from(),
            CLEANING.to(),
            CLEANING.counts(),
            PriceBasis.AS_TRADED,
            CLEANING.gaps(),
            CLEANING.guards());

    static final FeaturesStage.FeaturesDocument FEATURES = new FeaturesStage.FeaturesDocument(
            Schemas.FEATURES,
            3,
            1,
            new TreeMap<>(Map.of("logret", 1, "rsi14", 1)),
            List.of(new FeatureDefinition("logret", "ln(P[t]/P[t-1])", "log return")));

    static final ExplorationDocument EXPLORATION = new ExplorationDocument(
            Schemas.EXPLORATION,
            2,
            -0.1,
            0.2,
            -0.5,
            3.25,
            new ExplorationDocument.Histogram(-0.3, 0.15, List.of(1, 1)),
            List.of(0.01, -0.02),
            List.of(0.2, 0.1),
            1.386,
            List.of(LocalDate.of(2026, 4, 22)),
            List.of(new ExplorationDocument.Move(FRIDAY, -0.281)));

    static final ModelDocument MODEL = new ModelDocument(
            1,
            List.of(),
            new SettingsInForce(
                    "settings/STX.json",
                    "5e77",
                    new ForecastSettings(
                            List.of(1, 5),
                            504,
                            21,
                            List.of("logret", "rsi14"),
                            List.of(0.5, 0.8, 0.9, 0.95, 0.99),
                            Map.of(1, 0.002, 5, 0.001),
                            250,
                            CandidateSettings.standard().with("ridge", new RidgeSettings(List.of(10.0, 1e5))))),
            new TrainedModels(THURSDAY, models()));

    private static Map<Slot, Model> models() {
        Map<Slot, Model> models = new LinkedHashMap<>();
        Candidate zero = Candidates.of("zero");
        models.put(Slot.of(zero, 1), zero.learner(task(zero)).fit(NO_HISTORY));
        Candidate average = Candidates.of("average");
        models.put(Slot.of(average, 1), average.learner(task(average)).fit(NO_HISTORY));
        add(models, "ewma", 1, new Ewma(0.94, 4.0e-4, THURSDAY));
        add(models, "garch", 1, new Garch(6.0e-4, 5.0e-6, 0.03, 0.96, 4.5e-4, THURSDAY));
        add(models, "mean", 1, new ExpandingMean(1, 0.25, 1000, THURSDAY));
        add(
                models,
                "ridge",
                1,
                new RidgeCoefficients(
                        List.of("logret", "rsi14"),
                        new LinearFit(List.of(0.001, 50.5), List.of(0.02, 11.0), List.of(-1e-4, 2e-4), 0.0005),
                        10000,
                        999,
                        THURSDAY));
        add(
                models,
                "boosting",
                1,
                new BoostedTrees(
                        List.of("logret", "rsi14"),
                        new Standardisation(List.of(0.001, 50.5), List.of(0.02, 11.0)),
                        0.0005,
                        0.05,
                        List.of(new RegressionTree(List.of(
                                TreeNode.split(1, -1.25, 1, 2, 480),
                                TreeNode.leaf(0.002, 180),
                                TreeNode.leaf(-0.001, 300)))),
                        960,
                        THURSDAY));
        add(
                models,
                "logHarL",
                1,
                new LogHarCoefficients(
                        List.of(-0.5, 0.1, 0.2, 0.5, 0.03, 0.04),
                        List.of(-8.5, -8.25, -8.0, 0.25, 0.375),
                        1.25,
                        999,
                        THURSDAY));
        add(models, "mean", 5, new ExpandingMean(5, 1.25, 996, THURSDAY));
        return models;
    }

    private static LearningTask task(Candidate candidate) {
        return new LearningTask(Slot.ALL_HORIZONS, List.of(), 504, 21, candidate.standardSettings());
    }

    private static void add(Map<Slot, Model> models, String key, int horizon, Record state) {
        Candidate candidate = Candidates.of(key);
        models.put(Slot.of(candidate, horizon), candidate.restored(state));
    }

    static final CalibrationDocument CALIBRATION = new CalibrationDocument(
            Schemas.CALIBRATION,
            List.of(new ConformalState(
                    1,
                    List.of(0.5, 0.9),
                    0.002,
                    250,
                    List.of(0.499, -0.001),
                    List.of(0.25, 0.5, 2.125),
                    List.of(0.25, 0.625, 2.25),
                    new TailState(List.of(0.01, 0.049, 0.05, 0.0099), List.of(-2.125, 0.25, 0.5)))));

    static final EvaluationDocument EVALUATION = new EvaluationDocument(
            Schemas.EVALUATION, SCORECARDS, GUARDS, 3, "No evidence.", 48, List.of(new KeptFit(FRIDAY, "garch")));

    static final PromotionDocument PROMOTION = new PromotionDocument(
            Schemas.PROMOTION,
            2,
            FRIDAY,
            LocalDate.of(2026, 5, 26),
            List.of(
                    new HorizonVerdict(
                            1,
                            PromotionDocument.Standing.PROMOTED,
                            new Methods("zero", "garch"),
                            new Methods("zero", "logHarL"),
                            null,
                            "promoted: GARCH(1,1) takes the place of log-HAR-L",
                            List.of(
                                    new ChallengeResult(
                                            new Methods("mean", "logHarL"), 4000, 4.5e-4, 4.25e-4, 0.5, 0.69, 1, null),
                                    new ChallengeResult(
                                            new Methods("zero", "garch"),
                                            4000,
                                            -6.5,
                                            -6.25,
                                            -4.5,
                                            1.0e-5,
                                            1.2e-4,
                                            new CalibrationResult(
                                                    CalibrationLoss.What.NOTHING,
                                                    List.of(new IntervalResult(0.9, 3750, 0.9, 0.11225)),
                                                    List.of(new IntervalResult(0.9, 3750, 0.901, 0.11125)))))),
                    new HorizonVerdict(
                            5,
                            PromotionDocument.Standing.RETAINED,
                            new Methods("ridge", "logHarL"),
                            new Methods("ridge", "logHarL"),
                            new Methods("zero", "logHarL"),
                            "retained: ridge did not converge",
                            List.of())));

    static final ForecastDocument FORECAST = new ForecastDocument(
            Schemas.FORECAST,
            STX,
            FRIDAY,
            false,
            50.1,
            List.of(
                    horizon(1, null),
                    horizon(5, new ForecastDocument.Drivers(null, null)),
                    horizon(
                            21,
                            new ForecastDocument.Drivers(
                                    new Explanation(5.0e-4, List.of(new Contribution("rsi14", 61.5, -2.5e-4))),
                                    new Explanation(-7.5, List.of(new Contribution("fall", 0.0, -0.25)))))),
            "No evidence.");

    static final ScoringDocument SCORING = new ScoringDocument(
            Schemas.SCORING,
            List.of(new ScoringDocument.Scorable(
                    1, MONDAY, 0, 0.021, 0.02, new TreeMap<>(Map.of(0.005, -0.0625, 0.05, -0.035, 0.95, 0.035)))));

    static final MetricsDocument METRICS = new MetricsDocument(
            Schemas.METRICS,
            STX,
            FRIDAY,
            new MetricsDocument.BarCounts(LocalDate.of(2002, 12, 11), FRIDAY, 5879, 2, 1),
            new MarketRisk(LocalDate.of(2021, 4, 26), FRIDAY, 1256, 0.0277, 0.25, 5.2, -2.4375, 0.4425, 6),
            SCORECARDS,
            GUARDS,
            3,
            "No evidence.");

    static final Scoring.MonitoringDocument MONITORING = new Scoring.MonitoringDocument(
            Schemas.MONITORING,
            STX,
            FRIDAY,
            List.of(
                    new Scoring.HorizonRecord(1, 90, 0.9, 60, 0.95, 0.9, -0.125, 1.0, 0.96875),
                    new Scoring.HorizonRecord(5, 0, null, 0, null, null, null, null, null)),
            new Drift(
                    new Drift.Window(LocalDate.of(2023, 4, 25), LocalDate.of(2025, 4, 24), 504),
                    new Drift.Window(LocalDate.of(2025, 4, 25), FRIDAY, 250),
                    null,
                    List.of(
                            new Drift.FeatureDrift("logret", 0.03125, 0.0625, 0.5),
                            new Drift.FeatureDrift("ret_std21", 1.25, 0.5, 1e-12))));

    static final Scoring.MonitoringDocument MONITORING_WITHOUT_DRIFT = new Scoring.MonitoringDocument(
            Schemas.MONITORING,
            STX,
            FRIDAY,
            List.of(),
            new Drift(null, null, "3 sessions have all features", List.of()));

    static final Scoring.ScoresDocument SCORES = new Scoring.ScoresDocument(
            Schemas.SCORES,
            List.of(new ScoreEntry(
                    STX,
                    THURSDAY,
                    1,
                    FRIDAY,
                    "work/forecast/STX/f/checkpoint.json",
                    -0.281,
                    false,
                    1.25,
                    -6.5,
                    -6.25,
                    0.078961,
                    0.078961)));

    private Documents() {}

    private static ForecastDocument.HorizonForecast horizon(int sessions, ForecastDocument.@Nullable Drivers drivers) {
        return new ForecastDocument.HorizonForecast(
                sessions,
                MONDAY,
                "zero + logHarL",
                0,
                0.021,
                0.3333,
                0.5,
                new TreeMap<>(Map.of("p05", -0.035, "p50", 0.0, "p95", 0.035)),
                new TreeMap<>(Map.of("p05", 48.375, "p50", 50.1, "p95", 51.875)),
                0.035,
                0.0625,
                0.05,
                0.075,
                drivers);
    }

    private static HorizonScorecard scorecard() {
        Map<String, PointScore> points = new LinkedHashMap<>();
        points.put("zero", new PointScore(0.02, 0.015, 0.0151, 1, 0, 0.001, null, null, null, null, null, NO_PARTS));
        points.put(
                "mean",
                new PointScore(
                        0.0201,
                        0.0151,
                        0.0152,
                        1.005,
                        -0.01,
                        0,
                        new Proportion(0.52, 0.49, 0.55),
                        new TestOutcome(0.5, 0.61, 1.0),
                        new OneSidedTest(1.25, 0.1056),
                        new OneSidedTest(-0.5, 0.6915),
                        new OneSidedTest(0.25, 0.4013),
                        new Breakdown(new TreeMap<>(Map.of("2010", -0.02)), new Terciles(-0.03, 0.01, -0.005))));
        Map<String, ScaleScore> scales = new LinkedHashMap<>();
        scales.put("ewma", new ScaleScore(-6.2, null, new LjungBox(33.5, 0.055), null));
        scales.put(
                "logHarL",
                new ScaleScore(
                        -6.4,
                        new TestOutcome(-4.5, 1.0e-5, 3.0e-5),
                        new LjungBox(22.5, 0.4),
                        new Breakdown(new TreeMap<>(Map.of("2010", -0.125)), new Terciles(-0.25, -0.1, -0.2))));
        return new HorizonScorecard(
                1,
                new OriginRange(LocalDate.of(2010, 1, 4), THURSDAY, 4000),
                new PointScorecard("zero", points, Skill.NONE),
                new ScaleScorecard("logHarL", scales),
                List.of(new IntervalScore(
                        0.9,
                        3750,
                        0.9,
                        0.11225,
                        1.0,
                        0.91,
                        0.99,
                        new TreeMap<>(Map.of("2010", 0.88, "2011", 0.92)),
                        new Terciles(0.886, 0.891, 0.924))),
                List.of(
                        new TailScore(
                                TailScore.Tail.LOWER,
                                0.99,
                                3750,
                                41,
                                37.5,
                                0.57,
                                0.34,
                                0.55,
                                new TrafficLight(250, 5, TrafficLight.Zone.YELLOW)),
                        new TailScore(TailScore.Tail.UPPER, 0.95, 3750, 180, 187.5, 0.57, 0.9, 0.85, null)),
                0.0105,
                new UniformityTest(0.25));
    }

    private static HorizonScorecard scorecardBeforeCalibration() {
        return new HorizonScorecard(
                21,
                new OriginRange(THURSDAY, THURSDAY, 1),
                new PointScorecard(
                        "zero",
                        Map.of(
                                "zero",
                                new PointScore(
                                        0.02, 0.015, 0.0151, 1, 0, 0.001, null, null, null, null, null, NO_PARTS)),
                        Skill.NONE),
                new ScaleScorecard("logHarL", Map.of("ewma", new ScaleScore(-6.2, null, null, null))),
                List.of(),
                List.of(),
                null,
                null);
    }
}
