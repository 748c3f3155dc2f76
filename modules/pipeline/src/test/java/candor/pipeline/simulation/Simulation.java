package candor.pipeline.simulation;

import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageResult;
import candor.store.checkpoint.CheckpointRef;
import candor.store.fixture.ProcessKilled;
import candor.store.fixture.SteppedLedger;
import candor.store.fixture.SteppedStore;
import candor.store.fixture.Steps;
import candor.store.fixture.Steps.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Acts in turn, each done once for every change that it makes and every fault: the change goes wrong, the act goes on or
 * is done again, and the world must be as if nothing had happened.
 *
 * <p>The next act begins in the undisturbed world. That is enough: what an act leaves is equal to the byte, and an act
 * knows nothing but what was left.
 */
public final class Simulation {

    private final World world;
    private final Map<StageName, StageResult> results = new EnumMap<>(StageName.class);
    private final String scene;
    private final Tally tally;

    /** @param scene for the table of what was tried */
    public Simulation(String scene, Tally tally, World begin) {
        this.scene = scene;
        this.tally = tally;
        this.world = begin.copy();
    }

    public World world() {
        return world;
    }

    Map<StageName, StageResult> results() {
        return results;
    }

    public void undisturbed(List<Act> acts) {
        acts.forEach(act -> live(act, world, Steps.undisturbed(), results));
    }

    /** Fails where a fault leaves a trace. */
    public void disturbed(List<Act> acts) {
        acts.forEach(this::disturbed);
        tally.assertNothingFound();
    }

    private void disturbed(Act act) {
        World before = world.copy();
        Map<StageName, StageResult> resultsBefore = new EnumMap<>(results);
        Steps steps = Steps.undisturbed();
        live(act, world, steps, results);
        for (Fault fault : Fault.values()) {
            for (int at = 0; at < steps.made().size(); at++) {
                World other = before.copy();
                Map<StageName, StageResult> others = new EnumMap<>(resultsBefore);
                disturb(act, other, others, Steps.with(fault, at));
                String where = fault + " at " + act.name() + "'s change " + at + ", "
                        + steps.made().get(at);
                tally.add(scene, fault, where, wrong(other, others), other.missing(world));
            }
        }
    }

    private List<String> wrong(World other, Map<StageName, StageResult> others) {
        List<String> wrong = new ArrayList<>(other.differences(world));
        wrong.removeAll(other.missing(world));
        if (!references(others).equals(references(results))) {
            wrong.add("the act's answer");
        }
        return wrong;
    }

    private static void disturb(Act act, World world, Map<StageName, StageResult> results, Steps steps) {
        try {
            live(act, world, steps, results);
        } catch (ProcessKilled killed) {
            live(act, world, Steps.undisturbed(), results);
        }
        steps.settle();
    }

    private static void live(Act act, World world, Steps steps, Map<StageName, StageResult> results) {
        act.live(new SteppedStore(world.store(), steps), new SteppedLedger(world.ledger(), steps), results);
    }

    private static Map<StageName, CheckpointRef> references(Map<StageName, StageResult> results) {
        Map<StageName, CheckpointRef> references = new EnumMap<>(StageName.class);
        results.forEach((name, result) -> references.put(name, result.checkpoint()));
        return references;
    }
}
