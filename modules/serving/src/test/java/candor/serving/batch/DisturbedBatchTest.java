// SPDX-License-Identifier: GPL-3.0-or-later
package candor.serving.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.simulation.Act;
import candor.pipeline.simulation.Simulation;
import candor.pipeline.simulation.Tally;
import candor.pipeline.simulation.World;
import candor.store.fixture.Steps.Fault;
import candor.store.port.ObjectStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A batch that is dropped into the store and answered, each change of which goes wrong in each way. */
final class DisturbedBatchTest {

    private static final String SCENE = "a batch";
    private static final String DROPPED = "inbox/batch/mine.csv";

    @Test
    void isAnsweredTheSameWhateverGoesWrong() {
        Tally tally = new Tally();
        Simulation store = new Simulation(SCENE, tally, World.empty());
        store.undisturbed(Act.run("thursday", new SyntheticBars(LocalDate.of(2018, 3, 1)), null));
        store.world().store().putIfAbsent(DROPPED, "symbol,asOf\nSYNTH,\nSTX,\n".getBytes(UTF_8), "text/csv");

        store.disturbed(List.of(batch()));
        Simulation friday = new Simulation(SCENE, tally, store.world());
        friday.undisturbed(Act.run("friday", new SyntheticBars(LocalDate.of(2018, 3, 2)), null));
        // Sent twice, it is answered twice: the second answer takes the first one's place.
        friday.disturbed(List.of(batch()));

        tally.write(DisturbedBatchTest.class);
        assertThat(tally.tried(SCENE, Fault.TWICE)).isEqualTo(2);
        assertThat(new String(friday.world().store().bytes("outbox/mine.predictions.csv"), UTF_8))
                .contains("SYNTH,2018-03-02,1,", "no forecast for STX");
    }

    private static Act batch() {
        return new Act(SCENE, (store, ledger, results) -> new BatchInbox(store, predictions(store)).answer(DROPPED));
    }

    private static BatchPredictions predictions(ObjectStore store) {
        return new BatchPredictions(
                new PlainBarFiles(), store, new NyseCalendar(), Clock.fixed(Pipeline.NOW, ZoneOffset.UTC));
    }
}
