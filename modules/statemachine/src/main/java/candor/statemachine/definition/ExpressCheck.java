package candor.statemachine.definition;

/** What the states of an EXPRESS machine must not do, as nothing keeps where it stands. */
final class ExpressCheck {

    private ExpressCheck() {}

    /** Throws {@link InvalidDefinition} at the first state that needs a STANDARD machine. */
    static void check(Flow flow) {
        for (State state : flow.states().values()) {
            switch (state) {
                case State.Task task
                when task.waitsForToken() -> throw rejected(task, "Resource", "a task that waits for its token");
                case State.StartExecution start ->
                    throw rejected(start, "Resource", "a task that waits for an execution");
                case State.DistributedMap map -> throw rejected(map, "ItemProcessor", "a Distributed Map");
                default -> Flow.inner(state).forEach(ExpressCheck::check);
            }
        }
    }

    private static InvalidDefinition rejected(State state, String field, String what) {
        return new InvalidDefinition("state '" + state.name() + "', field '" + field + "': " + what
                + " is not possible in an EXPRESS processor; set \"ExecutionType\": \"STANDARD\"");
    }
}
