package candor.pipeline.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.synthetic.SyntheticStock;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.champion.Rollback;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.settings.SettingsInForce;
import candor.pipeline.stage.StageName;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.PipelineFailure;
import candor.store.failure.TransientFailure;
import candor.store.fixture.ProcessKilled;
import candor.store.fixture.SteppedStore;
import candor.store.fixture.Steps;
import candor.store.fixture.Steps.Fault;
import candor.store.port.ApprovalEntry;
import candor.store.port.BarSource;
import candor.store.port.ObjectStore;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import candor.store.run.Approval;
import candor.store.run.Approval.Decision;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Days of a home, each change of which goes wrong in each way, one after the other: nothing may be lost, and no result
 * may be another. Then a bit is flipped in every object.
 */
final class DisturbedDaysTest {

    private static final LocalDate THURSDAY = LocalDate.of(2018, 3, 1);
    private static final LocalDate FRIDAY = LocalDate.of(2018, 3, 2);
    private static final LocalDate MONDAY = LocalDate.of(2018, 3, 5);
    private static final Instant ANSWERED = Instant.parse("2018-03-02T23:00:00Z");
    private static final List<Act> ON_FRIDAY = Act.run("friday", new SyntheticBars(FRIDAY), null);

    private static final Tally TALLY = new Tally();
    private static final Simulation FIRST = new Simulation("thursday", TALLY, World.empty());

    @BeforeAll
    static void firstDay() {
        FIRST.undisturbed(Act.run("thursday", new SyntheticBars(THURSDAY), null));
    }

    @AfterAll
    static void write() {
        TALLY.write(DisturbedDaysTest.class);
    }

    /** Friday, which begins in the world of Thursday's evening. */
    private static Simulation friday(String scene) {
        return new Simulation(scene, TALLY, FIRST.world());
    }

    @Test
    void aNextDayIsTheSameWhateverGoesWrong() {
        Simulation friday = friday("a next day");

        friday.disturbed(ON_FRIDAY);

        assertThat(Fault.values())
                .allSatisfy(
                        fault -> assertThat(TALLY.tried("a next day", fault)).isGreaterThan(50));
    }

    /** A dividend that the source learnt of later restates all that was before it. */
    @Test
    void aRestatedDayIsTheSameWhateverGoesWrong() {
        Simulation friday = friday("a restated day");

        friday.disturbed(
                Act.run("restated", restated(new SyntheticBars(FRIDAY)), null).subList(0, 3));

        assertThat(TALLY.tried("a restated day", Fault.LATE)).isGreaterThan(12);
    }

    @Test
    void settingsAndTheDayAfterThemAreTheSameWhateverGoesWrong() {
        Simulation friday = friday("settings");

        friday.disturbed(List.of(new Act(
                "settings --set",
                (store, ledger, results) -> SettingsInForce.set(
                        store, SyntheticStock.SYMBOL, "own.json", "{\"refitEvery\": 42}".getBytes(UTF_8)))));
        friday.undisturbed(ON_FRIDAY.subList(0, 6));
        friday.disturbed(ON_FRIDAY.subList(6, 8));

        assertThat(TALLY.tried("settings", Fault.KILLED_AFTER)).isGreaterThan(10);
    }

    /** The run that a person has to agree to: its proposal, the answer, the second Promote, and the forecast after it. */
    @Test
    void aRunThatAPersonAgreesToIsTheSameWhateverGoesWrong() {
        Simulation friday = friday("a run that a person agrees to");
        SyntheticBars bars = new SyntheticBars(FRIDAY);
        int promote = List.of(StageName.values()).indexOf(StageName.PROMOTE);
        friday.undisturbed(ON_FRIDAY.subList(0, promote));

        friday.disturbed(List.of(
                Act.promote("friday", bars, new Approval(Decision.REQUIRED, null, null, null, null)),
                new Act(
                        "approve",
                        (store, ledger, results) -> ledger.recordApproval(new ApprovalEntry(
                                "SYNTH_2018-03-02_friday",
                                Objects.requireNonNull(results.get(StageName.PROMOTE))
                                        .checkpoint()
                                        .sha256(),
                                true,
                                "ann",
                                ANSWERED,
                                null))),
                Act.promote("friday", bars, Approval.answer(true, "ann", ANSWERED, null))));
        friday.disturbed(ON_FRIDAY.subList(promote + 1, promote + 2));

        assertThat(TALLY.tried("a run that a person agrees to", Fault.KILLED_AFTER))
                .isGreaterThan(10);
        assertThat(new Champions(friday.world().store())
                        .terms(SyntheticStock.SYMBOL)
                        .getLast()
                        .person())
                .isEqualTo("ann");
    }

    /** {@code champion --set} puts back the champions of Thursday's run, in place of those that a person had appointed. */
    @Test
    void championsThatArePutBackAndTheForecastAfterThemAreTheSameWhateverGoesWrong() {
        Simulation friday = friday("champion --set");
        new Champions(friday.world().store()).appoint(SyntheticStock.SYMBOL, byPerson());
        int forecast = List.of(StageName.values()).indexOf(StageName.FORECAST);
        friday.undisturbed(ON_FRIDAY.subList(0, forecast));

        friday.disturbed(List.of(new Act("champion --set", (store, ledger, results) -> putBack(store))));
        friday.disturbed(ON_FRIDAY.subList(forecast, forecast + 1));

        assertThat(TALLY.tried("champion --set", Fault.KILLED_AFTER)).isGreaterThan(7);
        assertThat(new Champions(friday.world().store())
                        .terms(SyntheticStock.SYMBOL)
                        .getLast()
                        .horizons()
                        .getFirst()
                        .reason())
                .startsWith("appointed: the champion of 2018-03-01 was put back in place of");
    }

    private static void putBack(ObjectStore store) {
        RunRecord run = new RunRecords(store).find("SYNTH_2018-03-01_thursday").orElseThrow();
        CheckpointRef promoted = run.findCheckpoint(StageName.PROMOTE.key()).orElseThrow();
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        var _ = Rollback.to(
                new Champions(store),
                run,
                promoted,
                checkpoints.read(checkpoints.get(promoted), PromotionDocument.KEY),
                ANSWERED);
    }

    /** Who was cut off decides again: the decision stands once. */
    @Test
    void aPersonsDecisionStandsWhateverGoesWrong() {
        Steps steps = Steps.undisturbed();
        World truth = FIRST.world().copy();
        new Champions(new SteppedStore(truth.store(), steps)).appoint(SyntheticStock.SYMBOL, byPerson());

        for (Fault fault : Fault.values()) {
            for (int at = 0; at < steps.made().size(); at++) {
                World world = FIRST.world().copy();
                Steps disturbed = Steps.with(fault, at);
                try {
                    new Champions(new SteppedStore(world.store(), disturbed))
                            .appoint(SyntheticStock.SYMBOL, byPerson());
                } catch (ProcessKilled | TransientFailure failed) {
                    new Champions(world.store()).appoint(SyntheticStock.SYMBOL, byPerson());
                }
                disturbed.settle();
                assertThat(new Champions(world.store()).terms(SyntheticStock.SYMBOL))
                        .as(fault + " at " + steps.made().get(at))
                        .containsExactlyElementsOf(new Champions(truth.store()).terms(SyntheticStock.SYMBOL));
            }
        }
    }

    /** Whatever a day reads is under a digest, or its damage changes nothing. */
    @Test
    void aFlippedBitIsNoticedOrWithoutEffect() {
        Simulation friday = friday("friday");
        friday.undisturbed(ON_FRIDAY);
        List<Act> next = Act.run("monday", new SyntheticBars(MONDAY), null);
        Simulation truth = new Simulation("monday", TALLY, friday.world());
        truth.undisturbed(next);
        SplittableRandom random = new SplittableRandom(20_260_424);

        List<String> silent = new ArrayList<>();
        for (String key : friday.world().store().list("")) {
            Simulation damaged = new Simulation("monday", TALLY, friday.world());
            damaged.world().store().damage(key, flipped(friday.world().store().bytes(key), random));
            try {
                damaged.undisturbed(next);
            } catch (PipelineFailure noticed) {
                continue;
            }
            if (saysSo(damaged)) {
                continue;
            }
            damaged.world().differences(truth.world()).stream()
                    .filter(different -> !different.equals(key))
                    .map(different -> key + " changed " + different)
                    .forEach(silent::add);
        }
        assertThat(silent).isEmpty();
    }

    /** An earlier forecast whose record is damaged is left out of the scores, and Monitor reports that. */
    private static boolean saysSo(Simulation damaged) {
        return damaged.results().values().stream()
                .anyMatch(result -> result.summary().contains("what is stored of them is damaged"));
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(7));
        return flipped;
    }

    private static BarSource restated(SyntheticBars bars) {
        return request -> {
            Retrieval.Synthetic whole = (Retrieval.Synthetic) bars.retrieve(request);
            List<RawBar> rows = new ArrayList<>(whole.bars());
            int at = rows.size() - 40;
            RawBar bar = rows.get(at);
            rows.set(at, bar.withActions(bar.close() / 50, bar.split(), 0));
            return new Retrieval.Synthetic(rows, whole.provenance(), whole.truth());
        };
    }

    private static Term byPerson() {
        return new Term(
                FRIDAY,
                Decider.PERSON,
                Instant.parse("2018-03-02T12:00:00Z"),
                null,
                "by hand",
                new CheckpointRef("work/promote/SYNTH/x/checkpoint.json", "00"),
                0,
                null,
                List.of(1, 5, 21).stream()
                        .map(sessions -> new InService(sessions, InService.APPOINTED, "zero", "ewma", "for the test"))
                        .toList());
    }
}
