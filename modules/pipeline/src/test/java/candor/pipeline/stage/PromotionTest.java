package candor.pipeline.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calibration.ConformalState;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.Features;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.synthetic.SyntheticStock;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import candor.pipeline.report.PromotionDocument.Methods;
import candor.pipeline.table.BacktestTable;
import candor.pipeline.table.HistoryTables;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.RequestRefused;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import candor.store.port.ApprovalEntry;
import candor.store.run.Approval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gate in the pipeline, on the synthetic stock: its volatility can be forecast, and HAR-P does it best. */
final class PromotionTest {

    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);
    private static final NyseCalendar CALENDAR = new NyseCalendar();
    private static final Methods FIRST = Methods.of(Champion.first(1));
    private static final Instant ANSWERED = Instant.parse("2021-01-02T09:00:00Z");
    private static final Methods EWMA = new Methods("zero", "ewma");

    /** A person began with EWMA; the run of the day has made its first look. */
    private static final MemoryStore LOOKED = new MemoryStore();

    private static final Map<StageName, StageResult> RESULTS = new EnumMap<>(StageName.class);

    private final MemoryStore store = LOOKED.copy();
    private final Champions champions = new Champions(store);
    private final Pipeline pipeline = new Pipeline(store, new SyntheticBars(DAY));
    private final List<String> told = pipeline.notices();

    @BeforeAll
    static void run() {
        new Champions(LOOKED)
                .appoint(
                        SyntheticStock.SYMBOL,
                        byPerson(CALENDAR.sessionAfter(DAY, 1).minusYears(1), EWMA, 0, null));
        RESULTS.putAll(new Pipeline(LOOKED, new SyntheticBars(DAY)).run("looked", DAY));
    }

    @Test
    void theBetterScaleIsPromotedAtItsFirstLookAndThePersonsChoiceGoes() {
        PromotionDocument promotion = promotion(RESULTS);

        assertThat(promotion.look()).isEqualTo(1);
        assertThat(promotion.lookedAt()).isEqualTo(DAY);
        HorizonVerdict next = promotion.horizons().getFirst();
        assertThat(next.verdict()).as(next.reason()).isEqualTo(PromotionDocument.Standing.PROMOTED);
        assertThat(next.incumbent()).isEqualTo(EWMA);
        assertThat(next.champion()).isEqualTo(FIRST);
        assertThat(next.reason())
                .startsWith("promoted: HAR-P takes the place of EWMA, with a QLIKE 0.")
                .contains(
                        " lower than that of EWMA on ",
                        "charged for ",
                        " and look 1: ",
                        "no loss of calibration: its 90 %");
        assertThat(next.challenges())
                .filteredOn(challenge -> challenge.challenger().equals(FIRST))
                .singleElement()
                .satisfies(challenge -> {
                    assertThat(challenge.loss()).isLessThan(challenge.incumbentLoss());
                    assertThat(challenge.pAdjusted()).isLessThan(0.05).isGreaterThan(challenge.p());
                    assertThat(challenge.calibration()).isNotNull();
                });
        assertThat(champions.terms(SyntheticStock.SYMBOL).getLast()).satisfies(term -> {
            assertThat(term.by()).isEqualTo(Decider.GATE);
            assertThat(term.run()).isEqualTo("SYNTH_2020-12-31_looked");
            assertThat(term.look()).isEqualTo(1);
            assertThat(term.horizons().getFirst().champion()).isEqualTo(Champion.first(1));
        });
    }

    @Test
    void evaluationIsTheIncumbents() {
        EvaluationDocument evaluation =
                Json.read(artefact(RESULTS, StageName.EVALUATE, "evaluation.json"), EvaluationDocument.class);

        assertThat(evaluation.horizons())
                .allMatch(card -> card.scale().champion().equals("ewma"));
        assertThat(BacktestTable.read(artefact(RESULTS, StageName.EVALUATE, "backtest.csv")))
                .allMatch(row -> Double.compare(row.sigma(), row.forecast(Candidates.EWMA)) == 0);
    }

    /** The forecast of a promoted champion is what it would have said had it walked. */
    @Test
    void forecastAndCalibrationAreThoseOfAWalkWithTheVerdictsChampions() {
        PromotionDocument promotion = promotion(RESULTS);
        Map<Integer, Champion> decided = PromoteStage.forecasters(promotion);
        PriceHistory history = PriceHistory.of(
                HistoryTables.BARS.read(artefact(RESULTS, StageName.CLEAN, "clean.csv")),
                HistoryTables.ADJUSTED.read(artefact(RESULTS, StageName.CLEAN, "adjusted.csv")));
        Backtest walked = WalkForward.run(
                history,
                Features.of(history),
                CALENDAR,
                ForecastPlan.of(ForecastSettings.standard()).withChampions(decided),
                Progress.NONE);

        List<ConformalState> states = CalibrationDocument.read(artefact(RESULTS, StageName.PROMOTE, "calibration.json"))
                .horizons();
        assertThat(states).isEqualTo(walked.calibration());
        Map<Integer, BacktestRow> rows = new TreeMap<>();
        walked.rows().stream().filter(row -> row.origin().equals(DAY)).forEach(row -> rows.put(row.horizon(), row));
        ForecastDocument forecast =
                Json.read(artefact(RESULTS, StageName.FORECAST, "forecast.json"), ForecastDocument.class);
        assertThat(forecast.horizons()).hasSize(3).allSatisfy(horizon -> {
            BacktestRow row = rows.get(horizon.sessions());
            assertThat(row).isNotNull();
            assertThat(horizon.volatility()).isEqualTo(row.sigma());
            assertThat(BacktestTable.quantileNames().stream()
                            .map(name -> horizon.quantiles().get(name)))
                    .containsExactlyElementsOf(row.quantiles());
        });
        assertThat(forecast.horizons().getFirst().model()).isEqualTo("zero + harPOwn");
    }

    @Test
    void betweenRefitsTheGateDoesNotLookAndAtTheNextOneItIsCharged() {
        LocalDate refit = promotion(RESULTS).nextLook();
        LocalDate between = CALENDAR.sessionAfter(DAY, 1);
        assertThat(refit).isAfter(between).isBefore(CALENDAR.sessionAfter(DAY, 22));

        PromotionDocument quiet = promotion(run(between));
        assertThat(quiet.look()).isEqualTo(1);
        assertThat(quiet.lookedAt()).isEqualTo(DAY);
        assertThat(quiet.nextLook()).isEqualTo(refit);
        assertThat(quiet.horizons()).allSatisfy(verdict -> {
            assertThat(verdict.verdict()).isEqualTo(PromotionDocument.Standing.RETAINED);
            assertThat(verdict.challenges()).isEmpty();
            assertThat(verdict.reason()).contains("look 1 on 2020-12-31; next look at the refit of " + refit);
        });
        assertThat(quiet.horizons().getFirst().champion())
                .as("the promoted one serves")
                .isEqualTo(FIRST);

        Map<StageName, StageResult> results = run(refit);
        PromotionDocument second = promotion(results);
        assertThat(second.look()).isEqualTo(2);
        assertThat(second.lookedAt()).isEqualTo(refit);
        assertThat(second.horizons().getFirst().incumbent()).isEqualTo(FIRST);
        assertThat(second.horizons().getFirst().challenges()).hasSizeGreaterThan(2);
        assertThat(Json.read(artefact(results, StageName.EVALUATE, "evaluation.json"), EvaluationDocument.class)
                        .horizons()
                        .getFirst()
                        .scale()
                        .champion())
                .isEqualTo("harPOwn");
    }

    @Test
    void aChampionThatWasPutBackServesTheDayDoneAgainAndIsNotReplacedWithoutANewLook() {
        champions.appoint(SyntheticStock.SYMBOL, byPerson(DAY, EWMA, 1, DAY));

        Map<StageName, StageResult> again = run(DAY);

        assertThat(result(again, StageName.TRAIN).reused()).isTrue();
        PromotionDocument promotion = promotion(again);
        assertThat(promotion.look()).isEqualTo(1);
        assertThat(promotion.horizons()).allSatisfy(verdict -> {
            assertThat(verdict.champion()).isEqualTo(EWMA);
            assertThat(verdict.reason()).startsWith("retained, by a person's decision of 2020-12-31: ");
        });
        assertThat(Json.read(artefact(again, StageName.FORECAST, "forecast.json"), ForecastDocument.class)
                        .horizons())
                .allMatch(horizon -> horizon.model().equals("zero + ewma"));
        assertThat(run(DAY).values()).allMatch(StageResult::reused);

        LocalDate refit = promotion.nextLook();
        PromotionDocument next = promotion(run(refit));
        assertThat(next.look()).isEqualTo(2);
        assertThat(next.horizons().getFirst().verdict()).isEqualTo(PromotionDocument.Standing.PROMOTED);
    }

    @Test
    void laterDecisionsLeaveAnEarlierDayAsItWas() {
        champions.appoint(SyntheticStock.SYMBOL, byPerson(CALENDAR.sessionAfter(DAY, 1), EWMA, 1, DAY));

        assertThat(run(DAY).values()).allMatch(StageResult::reused);
    }

    /** Train goes on without a candidate that does not converge, the champion's among them. */
    @Test
    void whereTheChampionIsLeftOutTheFirstMethodsStandInAndNobodyIsJudged() {
        champions.appoint(SyntheticStock.SYMBOL, byPerson(DAY, new Methods("ridge", "harPOwn"), 0, null));
        Map<StageName, StageResult> results = runWithout(List.of("harPOwn", "logHarL", "ridge"));

        PromotionDocument promotion = promotion(results);
        assertThat(promotion.look()).isZero();
        assertThat(promotion.horizons()).allSatisfy(verdict -> {
            assertThat(verdict.verdict()).isEqualTo(PromotionDocument.Standing.RETAINED);
            assertThat(verdict.champion()).isEqualTo(new Methods("ridge", "harPOwn"));
            assertThat(verdict.standIn()).isEqualTo(EWMA);
            assertThat(verdict.reason())
                    .contains("harPOwn, logHarL and ridge did not converge, so that zero + ewma is used for this run");
        });
        assertThat(Json.read(artefact(results, StageName.FORECAST, "forecast.json"), ForecastDocument.class)
                        .horizons())
                .allMatch(horizon -> horizon.model().equals("zero + ewma"));
        assertThat(champions
                        .termsFor(SyntheticStock.SYMBOL, DAY.plusDays(9))
                        .getLast()
                        .horizons())
                .as("the champion stays in service")
                .allMatch(serving -> serving.champion().equals(Champion.of("ridge", "harPOwn")));
    }

    @Test
    void noArtefactTellsWhichRunAPersonPutBack() {
        champions.appoint(SyntheticStock.SYMBOL, byPerson(DAY, EWMA, 1, DAY));
        run(DAY);
        for (String key : store.list("work/promote/")) {
            assertThat(new String(store.bytes(key), UTF_8)).as(key).doesNotContain("put-back");
        }
    }

    @Test
    void wherePersonsHaveToAgreeAPromotionIsAProposalThatAppointsNobody() {
        Term before = champions.terms(SyntheticStock.SYMBOL).getLast();

        StageResult proposed = promote(asking(null), RESULTS);
        StageResult asked = promote(asking("the-token"), RESULTS);

        assertThat(proposed.awaitsApproval()).isTrue();
        assertThat(asked.checkpoint()).isEqualTo(proposed.checkpoint());
        HorizonVerdict verdict = promotion(proposed).horizons().getFirst();
        assertThat(verdict.verdict()).isEqualTo(PromotionDocument.Standing.PROPOSED);
        assertThat(verdict.reason()).startsWith("proposed: HAR-P takes the place of EWMA");
        assertThat(proposed.summary()).contains("zero + harPOwn proposed at 1 session");
        assertThat(champions.terms(SyntheticStock.SYMBOL).getLast()).isEqualTo(before);
        assertThat(told)
                .singleElement()
                .asString()
                .contains("waits for a person: zero + harPOwn proposed at 1 session", "./candor approve again");
        Map<StageName, StageResult> undecided = new EnumMap<>(RESULTS);
        undecided.put(StageName.PROMOTE, proposed);
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> pipeline.stage(StageName.FORECAST).run(request(null, undecided)))
                .withMessageContaining("a proposal that nobody has answered");
    }

    @Test
    void anApprovedProposalIsPromotedAndWhoApprovedStandsInNoArtefact() {
        StageResult proposal = promote(asking(null), RESULTS);
        Approval answer = Approval.answer(true, "Ann Other", ANSWERED, "looked at it");

        StageResult approved = promote(answer, with(proposal));

        assertThat(approved.awaitsApproval()).isFalse();
        HorizonVerdict verdict = promotion(approved).horizons().getFirst();
        assertThat(verdict.verdict()).isEqualTo(PromotionDocument.Standing.PROMOTED);
        assertThat(verdict.champion()).isEqualTo(FIRST);
        assertThat(verdict.reason()).startsWith("promoted, approved by a person: HAR-P takes the place of EWMA");
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        assertThat(checkpoints.bytes(checkpoints.get(approved.checkpoint()).getArtefact("calibration.json")))
                .as("as without consent")
                .isEqualTo(artefact(RESULTS, StageName.PROMOTE, "calibration.json"));
        assertThat(champions.terms(SyntheticStock.SYMBOL).getLast()).satisfies(term -> {
            assertThat(term.by()).isEqualTo(Decider.GATE);
            assertThat(term.person()).isEqualTo("Ann Other");
            assertThat(term.decided()).isEqualTo(ANSWERED);
            assertThat(term.horizons().getFirst().champion()).isEqualTo(Champion.first(1));
        });
        assertThat(pipeline.ledger()
                        .findApproval(
                                "SYNTH_2020-12-31_again", proposal.checkpoint().sha256()))
                .contains(new ApprovalEntry(
                        "SYNTH_2020-12-31_again",
                        proposal.checkpoint().sha256(),
                        true,
                        "Ann Other",
                        ANSWERED,
                        "looked at it"));
        for (String key : store.list("work/")) {
            assertThat(new String(store.bytes(key), UTF_8)).as(key).doesNotContain("Ann Other", "looked at it");
        }
        assertThat(promote(Approval.answer(true, "Bob", ANSWERED.plusSeconds(9), null), with(proposal)))
                .as("the same work whoever approves")
                .matches(StageResult::reused)
                .extracting(StageResult::checkpoint)
                .isEqualTo(approved.checkpoint());
    }

    @Test
    void aRejectedProposalAndOneWithoutAnAnswerKeepTheIncumbentAndTheLook() {
        StageResult proposal = promote(asking(null), RESULTS);

        StageResult rejected = promote(Approval.answer(false, "Ann", ANSWERED, null), with(proposal));
        StageResult unanswered =
                promote(new Approval(Approval.Decision.UNANSWERED, null, null, null, null), with(proposal));

        for (StageResult result : List.of(rejected, unanswered)) {
            PromotionDocument promotion = promotion(result);
            assertThat(promotion.look()).isEqualTo(1);
            HorizonVerdict verdict = promotion.horizons().getFirst();
            assertThat(verdict.verdict()).isEqualTo(PromotionDocument.Standing.RETAINED);
            assertThat(verdict.champion()).isEqualTo(EWMA);
            assertThat(verdict.challenges()).isNotEmpty();
        }
        assertThat(promotion(rejected).horizons().getFirst().reason())
                .startsWith("retained, the gate's proposal was rejected by a person: HAR-P takes the place");
        assertThat(promotion(unanswered).horizons().getFirst().reason()).contains("was not answered in time: ");
        assertThat(champions.terms(SyntheticStock.SYMBOL).getLast()).satisfies(term -> {
            assertThat(term.person()).isNull();
            assertThat(term.horizons().getFirst().champion()).isEqualTo(EWMA.toChampion());
        });
    }

    @Test
    void whatIsAnsweredIsTheProposalThatWasSeen() {
        StageResult proposal = promote(asking(null), RESULTS);
        champions.appoint(SyntheticStock.SYMBOL, byPerson(DAY, new Methods("mean", "garch"), 1, DAY));

        StageResult approved = promote(Approval.answer(true, "Ann", ANSWERED, null), with(proposal));

        assertThat(promotion(approved).horizons().getFirst().incumbent()).isEqualTo(EWMA);
        assertThat(champions.terms(SyntheticStock.SYMBOL).getLast().by())
                .as("a person's own decision of that day stays in force")
                .isEqualTo(Decider.PERSON);
    }

    private static Approval asking(@Nullable String token) {
        return new Approval(Approval.Decision.REQUIRED, token, null, null, null);
    }

    private static Map<StageName, StageResult> with(StageResult proposal) {
        Map<StageName, StageResult> results = new EnumMap<>(RESULTS);
        results.put(StageName.PROMOTE, proposal);
        return results;
    }

    private static StageRequest request(@Nullable Approval approval, Map<StageName, StageResult> before) {
        StageRequest plain = Pipeline.request("again", DAY, null, before);
        return new StageRequest(
                plain.execution(), plain.symbol(), DAY, null, null, 0, List.of(), approval, plain.checkpoints());
    }

    private StageResult promote(Approval approval, Map<StageName, StageResult> before) {
        return pipeline.stage(StageName.PROMOTE).run(request(approval, before));
    }

    private PromotionDocument promotion(StageResult result) {
        return promotion(Map.of(StageName.PROMOTE, result));
    }

    private Map<StageName, StageResult> run(LocalDate asOf) {
        return new Pipeline(store, new SyntheticBars(asOf)).run("again", asOf);
    }

    private Map<StageName, StageResult> runWithout(List<String> without) {
        Pipeline pipeline = new Pipeline(store, new SyntheticBars(DAY));
        Map<StageName, StageResult> results = new EnumMap<>(StageName.class);
        for (StageName name : EnumSet.allOf(StageName.class)) {
            StageRequest plain = Pipeline.request("without", DAY, null, results);
            results.put(
                    name,
                    pipeline.stage(name)
                            .run(new StageRequest(
                                    plain.execution(),
                                    plain.symbol(),
                                    DAY,
                                    plain.source(),
                                    null,
                                    1,
                                    without,
                                    null,
                                    plain.checkpoints())));
        }
        return results;
    }

    private static Term byPerson(LocalDate asOf, Methods methods, int look, @Nullable LocalDate lookedAt) {
        return new Term(
                asOf,
                Decider.PERSON,
                Instant.parse("2021-01-01T12:00:00Z"),
                null,
                "put-back",
                new CheckpointRef("work/promote/SYNTH/x/checkpoint.json", "00"),
                look,
                lookedAt,
                List.of(1, 5, 21).stream()
                        .map(sessions -> new InService(
                                sessions, InService.APPOINTED, methods.mean(), methods.scale(), "for the test"))
                        .toList());
    }

    private PromotionDocument promotion(Map<StageName, StageResult> results) {
        return Json.read(artefact(results, StageName.PROMOTE, "promotion.json"), PromotionDocument.class);
    }

    private static StageResult result(Map<StageName, StageResult> results, StageName name) {
        StageResult result = results.get(name);
        if (result == null) {
            throw new AssertionError(name + " was not run");
        }
        return result;
    }

    private byte[] artefact(Map<StageName, StageResult> results, StageName stage, String name) {
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        return checkpoints.bytes(
                checkpoints.get(result(results, stage).checkpoint()).getArtefact(name));
    }
}
