package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.walkforward.Progress;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarSource;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A run goes on from the one of the day before, and makes what a first run on all bars makes, byte for byte. */
final class IncrementalStagesTest {

    private static final LocalDate BEFORE = LocalDate.of(2018, 12, 27);
    private static final LocalDate DAY = LocalDate.of(2018, 12, 28);
    private static final Set<StageName> UP_TO_TRAIN = EnumSet.range(StageName.INGEST, StageName.TRAIN);

    private final MemoryStore store = new MemoryStore();
    private int walked;

    /** Train and Evaluate of that day, counting the sessions walked. */
    private SortedMap<String, String> run(MemoryStore where, BarSource source, LocalDate day) {
        Pipeline pipeline = new Pipeline(where, source);
        Map<StageName, StageResult> results = pipeline.run("run-" + day, day, null, UP_TO_TRAIN);
        walked = 0;
        Workshop workshop = new Workshop(where, Clock.fixed(Pipeline.NOW, ZoneOffset.UTC), Pipeline.HOST, notice -> {});
        Progress counting = (done, all) -> walked++;
        Stage evaluate = new EvaluateStage(workshop, new NyseCalendar(), counting);
        results.put(StageName.EVALUATE, evaluate.run(Pipeline.request("run-" + day, day, null, results)));
        SortedMap<String, String> digests = new TreeMap<>();
        for (StageName name : List.of(StageName.TRAIN, StageName.EVALUATE)) {
            StageResult result = Objects.requireNonNull(results.get(name));
            Checkpoint checkpoint = new Checkpoints(where, notice -> {}).get(result.checkpoint());
            for (Artefact artefact : checkpoint.artefacts()) {
                digests.put(artefact.name(), artefact.sha256());
            }
        }
        return digests;
    }

    /** The provider has second thoughts about a volume, of which nothing but features knows. */
    private static BarSource restated(BarSource plain, LocalDate session) {
        return request -> {
            Retrieval retrieval = plain.retrieve(request);
            List<RawBar> bars = new ArrayList<>(retrieval.bars());
            bars.replaceAll(bar -> bar.session().equals(session) ? bar.withVolume(bar.volume() + 1000) : bar);
            return retrieval.withBars(bars);
        };
    }

    @Test
    void aDayMoreIsOneSessionToWalk() {
        SortedMap<String, String> first = run(new MemoryStore(), new SyntheticBars(DAY), DAY);
        int whole = walked;
        run(store, new SyntheticBars(DAY), BEFORE);
        assertThat(run(store, new SyntheticBars(DAY), DAY)).isEqualTo(first);
        assertThat(walked).isEqualTo(1);
        assertThat(whole).isGreaterThan(200);
        assertThat(first).containsKeys("model.json", "backtest.csv", "calibration.json", "evaluation.json");
    }

    @Test
    void aRestatedSessionIsWalkedAgainWithThoseAfterItAndNoOther() {
        LocalDate session = LocalDate.of(2018, 11, 30);
        BarSource source = restated(new SyntheticBars(DAY), session);
        run(store, new SyntheticBars(DAY), BEFORE);
        SortedMap<String, String> digests = run(store, source, DAY);
        assertThat(walked).isEqualTo(new NyseCalendar().sessions(session, DAY).size());
        assertThat(digests).isEqualTo(run(new MemoryStore(), source, DAY));
    }

    @Test
    void whereTheEarlierWorkIsDamagedAllIsMadeAgain() {
        run(store, new SyntheticBars(DAY), BEFORE);
        store.list("work/evaluate/").stream()
                .filter(key -> key.endsWith("/backtest.csv"))
                .forEach(key -> store.damage(key, new byte[] {'?'}));
        SortedMap<String, String> digests = run(store, new SyntheticBars(DAY), DAY);
        int again = walked;
        assertThat(digests).isEqualTo(run(new MemoryStore(), new SyntheticBars(DAY), DAY));
        assertThat(again).isEqualTo(walked);
    }
}
