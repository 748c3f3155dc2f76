package candor.statemachine.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * States with a place to start: the whole machine, one branch of a Parallel state, or the processor of a Map state.
 *
 * @param id empty for the machine; for a branch {@code Parallel/index}, for a processor {@code Map/item}
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
            inner(state).forEach(flow -> flow.index(flowOfState));
        }
    }

    /** The flows inside a state: branches, or the processor of a Map that runs inline. */
    public static List<Flow> inner(State state) {
        return switch (state) {
            case State.Parallel parallel -> parallel.branches();
            case State.Map map -> List.of(map.processor());
            default -> List.of();
        };
    }
}
