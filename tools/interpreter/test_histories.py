"""Tests of what tools/check-interpreter trusts. SPDX-License-Identifier: GPL-3.0-or-later"""

import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import histories  # noqa: E402


def history(*events):
    """A strand of events a second apart, each a type and its details."""
    told = []
    for number, (kind, details) in enumerate(events, 1):
        event = {"id": number, "previousEventId": number - 1, "type": kind, "timestamp": float(number)}
        if details:
            name = (
                "stateEnteredEventDetails" if kind.endswith("Entered") else f"{kind[0].lower()}{kind[1:]}EventDetails"
            )
            event[name] = details
        told.append(event)
    return told


ENTERED = ("TaskStateEntered", {"name": "S", "input": "{}"})
SCHEDULED = ("TaskScheduled", {"resource": "invoke", "resourceType": "lambda", "parameters": "{}"})


class Breakdown(unittest.TestCase):
    def test_is_a_failed_task_that_no_function_answered(self):
        told = history(ENTERED, SCHEDULED, ("TaskFailed", {"error": "States.Runtime", "cause": "connection closed"}))
        self.assertEqual("connection closed", histories.breakdown(told))

    def test_is_no_answer_of_a_function_and_no_error_of_the_language(self):
        of_function = {"error": "Busy", "cause": "{}", "resource": "invoke", "resourceType": "lambda"}
        named_alike = {"error": "States.Runtime", "resource": "invoke", "resourceType": "lambda"}
        for told in (
            history(ENTERED, SCHEDULED, ("TaskFailed", of_function)),
            history(ENTERED, SCHEDULED, ("TaskFailed", named_alike)),
            history(ENTERED, ("EvaluationFailed", {"error": "States.QueryEvaluationError", "state": "S"})),
            history(ENTERED, ("ExecutionFailed", {"error": "States.Runtime", "cause": "no field"})),
        ):
            self.assertIsNone(histories.breakdown(told))


class Differences(unittest.TestCase):
    def setUp(self):
        self.definition = {"States": {"S": {"Type": "Task"}}}
        self.ours = history(ENTERED, SCHEDULED, ("TaskFailed", {"error": "Busy", "cause": "x"}), SCHEDULED)

    def test_none_of_a_history_from_itself(self):
        self.assertEqual([], histories.differences(self.ours, self.ours, self.definition))

    def test_an_event_more_an_error_otherwise_a_longer_pause(self):
        longer = [{**event, "timestamp": event["timestamp"] * 20} for event in self.ours]
        other = history(ENTERED, SCHEDULED, ("TaskFailed", {"error": "Gone", "cause": "x"}), SCHEDULED)
        for theirs in (self.ours[:-1], longer, other):
            self.assertEqual(2, len(histories.differences(self.ours, theirs, self.definition)))

    def test_the_wording_of_the_interpreters_own_errors_does_not_count(self):
        ours, theirs = (
            history(("ExecutionFailed", {"error": "States.Timeout", "cause": words})) for words in ("late", "too late")
        )
        self.assertEqual([], histories.differences(ours, theirs, self.definition))


if __name__ == "__main__":
    unittest.main()
