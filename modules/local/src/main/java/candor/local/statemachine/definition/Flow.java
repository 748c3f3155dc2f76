package candor.local.statemachine.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * States with a place to start: the whole machine, or one branch of a Parallel state.
 *
 * @param id empty for the machine; for a branch {@code Parallel/index}
 */
public record Flow(String id, String startAt, SequencedMap<String, State> states) {

    public Flow {
        states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
    }

    /** The state of that name, which the checks at load have seen to be there. */
    public State state(String name) {
        State state = states.get(name);
        if (state == null) {
            throw new IllegalStateException("flow '" + id + "' has no state '" + name + "'");
        }
        return state;
    }

    /** Puts the flow that each state stands in, this flow's and its branches', under the state's name. */
    void index(Map<String, Flow> flowOfState) {
        for (State state : states.values()) {
            flowOfState.put(state.name(), this);
            if (state instanceof State.Parallel parallel) {
                parallel.branches().forEach(branch -> branch.index(flowOfState));
            }
        }
    }
}
