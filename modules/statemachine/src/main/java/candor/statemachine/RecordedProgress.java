package candor.statemachine;

import java.util.Map;
import java.util.Optional;

/**
 * How far an execution had come when a run of it begins.
 *
 * @param flows by the key that a flow's place gives it
 * @param mapRuns the last Map run of each Distributed Map that was entered and not left, by the key of its state
 */
record RecordedProgress(Map<String, FlowProgress> flows, Map<String, MapRunBefore> mapRuns) {

    static final RecordedProgress NOTHING = new RecordedProgress(Map.of(), Map.of());

    /**
     * A Map run that an earlier run of the execution began.
     *
     * @param redrives how often it was redriven
     */
    record MapRunBefore(String id, int redrives) {}

    RecordedProgress {
        flows = Map.copyOf(flows);
        mapRuns = Map.copyOf(mapRuns);
    }

    FlowProgress flow(String key) {
        return flows.getOrDefault(key, FlowProgress.FRESH);
    }

    Optional<MapRunBefore> mapRun(String key) {
        return Optional.ofNullable(mapRuns.get(key));
    }
}
