package candor.statemachine;

import java.util.List;

/** Names of fields in AWS's recorded descriptions of executions. */
final class RecordedFields {

    /** Of an execution that succeeded. */
    static final List<String> OF_A_SUCCESS = List.of(
            "ExecutionArn",
            "Input",
            "InputDetails",
            "Name",
            "Output",
            "OutputDetails",
            "RedriveCount",
            "RedriveStatus",
            "RedriveStatusReason",
            "StartDate",
            "StateMachineArn",
            "Status",
            "StopDate");

    private RecordedFields() {}
}
