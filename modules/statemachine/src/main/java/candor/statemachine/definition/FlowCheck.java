package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What only the whole shows: names that meet twice, ways that lead nowhere, states that nothing leads to. */
final class FlowCheck {

    private final Set<String> names = new HashSet<>();
    private final Set<String> labels = new HashSet<>();

    private FlowCheck() {}

    static void check(Flow machine) {
        new FlowCheck().check(machine, Set.of());
    }

    /** @param outer variables of the enclosing flows, which a branch may read but not assign */
    private void check(Flow flow, Set<String> outer) {
        String place = flow.id().isEmpty() ? "the definition" : "flow " + flow.id();
        if (!flow.states().containsKey(flow.startAt())) {
            throw new InvalidDefinition(
                    place + ", field 'StartAt': there is no state '" + flow.startAt() + "' in " + names(flow));
        }
        for (State state : flow.states().values()) {
            check(state, flow);
        }
        Set<String> unreachable = new TreeSet<>(flow.states().keySet());
        unreachable.removeAll(reachable(flow));
        if (!unreachable.isEmpty()) {
            throw new InvalidDefinition(place + ": no way leads to " + unreachable);
        }
        if (flow.states().values().stream().noneMatch(State::ends)) {
            throw new InvalidDefinition(
                    place + ": no state ends it; give one \"End\": true, or a Succeed or Fail state");
        }
        checkVariables(flow, outer);
    }

    private void check(State state, Flow flow) {
        if (!names.add(state.name())) {
            throw new InvalidDefinition(
                    "state '" + state.name() + "': the name is there twice; names are unique in the whole machine");
        }
        for (String next : state.successors()) {
            if (!flow.states().containsKey(next)) {
                throw new InvalidDefinition(
                        "state '" + state.name() + "': leads to '" + next + "', which is not among " + names(flow));
            }
        }
    }

    private void checkVariables(Flow flow, Set<String> outer) {
        Set<String> own = new HashSet<>(outer);
        for (State state : flow.states().values()) {
            for (Template assign : state.assignments()) {
                for (String variable : assign.source().propertyNames()) {
                    if (outer.contains(variable)) {
                        throw new InvalidDefinition(
                                "state '" + state.name() + "', field 'Assign/" + variable
                                        + "': a branch or processor must not assign a variable of the flow around it; use Output");
                    }
                    own.add(variable);
                }
            }
        }
        for (State state : flow.states().values()) {
            Flow.inner(state).forEach(inner -> check(inner, own));
            if (state instanceof State.DistributedMap map) {
                checkChildren(map);
            }
        }
    }

    /** A child sees no variables of its parent, so that it may have some of the same names. */
    private void checkChildren(State.DistributedMap map) {
        if (!labels.add(map.label())) {
            throw new InvalidDefinition("state '" + map.name() + "', field 'Label': another Map has the label '"
                    + map.label() + "' already; give each a \"Label\" of its own");
        }
        check(map.processor().flow(), Set.of());
    }

    private static Set<String> reachable(Flow flow) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(flow.startAt());
        while (!open.isEmpty()) {
            String name = open.remove();
            if (seen.add(name)) {
                open.addAll(flow.state(name).successors());
            }
        }
        return seen;
    }

    private static Set<String> names(Flow flow) {
        return new TreeSet<>(flow.states().keySet());
    }
}
