"""Executions through the Step Functions API, and what their histories say, whoever wrote them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import time

SECONDS_TO_RUN = 300


class Executions:
    """Those of one state machine."""

    def __init__(self, aws, machine):
        self.states = aws.client("stepfunctions")
        self.machine = machine

    def arn(self, name):
        return f"{self.machine.replace(':stateMachine:', ':execution:')}:{name}"

    def start(self, name, entry):
        self.states.start_execution(stateMachineArn=self.machine, name=name, input=json.dumps(entry))

    def ended(self, name):
        """The execution once it is over."""
        return self.seen(name, lambda execution: execution["status"] != "RUNNING")

    def waiting(self, name):
        """The execution once one of its tasks waits for its token, or is over."""
        return self.seen(
            name, lambda execution: execution["status"] != "RUNNING" or "TaskSubmitted" in types(self.history(name))
        )

    def seen(self, name, wanted):
        last = time.monotonic() + SECONDS_TO_RUN
        while True:
            execution = self.states.describe_execution(executionArn=self.arn(name))
            if wanted(execution):
                return execution
            if time.monotonic() > last:
                raise RuntimeError(f"the execution {name} is still {execution['status']} after {SECONDS_TO_RUN} s")
            time.sleep(0.5)

    def statuses(self):
        """The status of each, by name."""
        pages = self.states.get_paginator("list_executions").paginate(stateMachineArn=self.machine)
        return {execution["name"]: execution["status"] for page in pages for execution in page["executions"]}

    def history(self, name):
        pages = self.states.get_paginator("get_execution_history").paginate(executionArn=self.arn(name))
        return [event for page in pages for event in page["events"]]


def local_history(home, name):
    """The same of a run by ./candor run."""
    lines = (home / "executions" / name / "history.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def types(history):
    return {event["type"] for event in history}


def lanes(history):
    """The names of the states in the order in which they were entered, by branch: () is outside of any Parallel."""
    lane_of = {0: ()}
    lane_of_parallel = {}
    entered = {}
    for event in history:
        lane = lane_of.get(event["previousEventId"], ())
        kind = event["type"]
        if kind.endswith("StateEntered"):
            name = event["stateEnteredEventDetails"]["name"]
            if lane and lane[-1] is None:
                # The first state of a branch, which gives it its name.
                lane = (*lane[:-1], name)
            entered.setdefault(lane, []).append(name)
            if kind == "ParallelStateEntered":
                lane_of_parallel[name] = lane
        elif kind == "ParallelStateStarted":
            lane = (*lane, None)
        elif kind == "ParallelStateExited":
            # LocalStack lets it follow a branch's last event, Step Functions its own success.
            lane = lane_of_parallel[event["stateExitedEventDetails"]["name"]]
        lane_of[event["id"]] = lane
    return entered


def names(history):
    """Every state that was entered, in order, once each."""
    entered = [e["stateEnteredEventDetails"]["name"] for e in history if e["type"].endswith("StateEntered")]
    return list(dict.fromkeys(entered))


def attempts(history, state):
    """What became of each invocation of a state's function, in order: 'done', or the name of the error."""
    state_of = {}
    outcomes = []
    for event in history:
        if event["type"].endswith("StateEntered"):
            state_of[event["id"]] = event["stateEnteredEventDetails"]["name"]
        else:
            state_of[event["id"]] = state_of.get(event["previousEventId"])
        if state_of[event["id"]] != state:
            continue
        if event["type"] == "TaskSucceeded":
            outcomes.append("done")
        elif event["type"] in ("TaskFailed", "TaskTimedOut"):
            details = event.get("taskFailedEventDetails") or event.get("taskTimedOutEventDetails")
            outcomes.append(details["error"])
    return outcomes
