package candor.statemachine;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.ExecutionJournal;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.PlannedChild;
import candor.statemachine.history.RedriveOutcome;
import candor.statemachine.history.StartOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runs the children of a Map run, each as an execution of its own. */
final class ChildRuns {

    private final Run parent;
    private final StateMachine machine;
    private final Executions executions;
    private final FailureTally failures;

    ChildRuns(Run parent, StateMachine machine, Executions executions, FailureTally failures) {
        this.parent = parent;
        this.machine = machine;
        this.executions = executions;
        this.failures = failures;
    }

    /** Starts the child, or continues it where it was started before. What becomes of it stands in its history. */
    Fork.Strand strand(PlannedChild child) {
        return () -> run(child);
    }

    private JsonNode run(PlannedChild child) throws StateFailed, InterruptedException {
        parent.checkDeadline();
        ExecutionResult result;
        try (ExecutionJournal journal = open(child)) {
            result = parent.inner().run(journal);
        }
        if (result.status() == ExecutionStatus.ABORTED && Thread.interrupted()) {
            throw new InterruptedException(FlowRun.STOPPED);
        }
        parent.checkDeadline();
        if (result.status() != ExecutionStatus.SUCCEEDED) {
            failures.failed(child.items());
        }
        return JsonNodeFactory.instance.nullNode();
    }

    private ExecutionJournal open(PlannedChild child) {
        return switch (executions.redrive(child.name())) {
            case RedriveOutcome.Reopened(ExecutionJournal journal) -> journal;
            case RedriveOutcome.NotFound _ -> started(child);
            case RedriveOutcome.NotRedrivable(ExecutionStatus status) ->
                throw new IllegalStateException("the child " + child.name() + " is " + status + " already");
        };
    }

    private ExecutionJournal started(PlannedChild child) {
        return switch (executions.start(machine, child.name(), child.input(), parent.now())) {
            case StartOutcome.Created(ExecutionJournal journal) -> journal;
            case StartOutcome.AlreadyRunning _, StartOutcome.AlreadyExists _ ->
                throw new IllegalStateException("the child " + child.name() + " was started twice");
        };
    }
}
