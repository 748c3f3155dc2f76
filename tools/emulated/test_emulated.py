"""Tests of what tools/check-localstack trusts: the changes find their place or fail, and histories are read rightly.

    python3 -m unittest discover -s tools/emulated

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import tempfile
import unittest

import artefacts
import changes
import executions
import scenario

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class ChangesTest(unittest.TestCase):
    def test_each_change_takes_out_what_it_names_and_nothing_else(self):
        for change in changes.CHANGES:
            document = json.loads((ROOT / change.file).read_text(encoding="utf-8"))
            changed = change.applied(document)
            taken = document
            around = changed
            for step in change.place[:-1]:
                taken, around = taken[step], around[step]
            self.assertNotIn(change.place[-1], around)
            around[change.place[-1]] = taken[change.place[-1]]
            self.assertEqual(changed, document)

    def test_a_change_that_does_not_find_its_place_fails(self):
        for place in (("States", "EachSymbol", "Absent"), ("States", "Absent", "ResultWriter"), ("StartAt", "x")):
            change = changes.CHANGES[0]._replace(place=place)
            with self.assertRaisesRegex(LookupError, "correct the change or remove it"):
                change.applied({"StartAt": "EachSymbol", "States": {"EachSymbol": {"ResultWriter": {}}}})

    def test_a_change_cannot_be_made_twice(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder)
            for change in changes.CHANGES:
                file = copy / change.file
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes((ROOT / change.file).read_bytes())
            changes.apply_to(copy)
            with self.assertRaises(LookupError):
                changes.apply_to(copy)


def event(number, previous, kind, name=None, **details):
    seen = {"id": number, "previousEventId": previous, "type": kind, **details}
    if kind.endswith("StateEntered"):
        seen["stateEnteredEventDetails"] = {"name": name}
    if kind.endswith("StateExited"):
        seen["stateExitedEventDetails"] = {"name": name}
    return seen


class HistoriesTest(unittest.TestCase):
    def history(self, exit_follows):
        return [
            event(1, 0, "ExecutionStarted"),
            event(2, 0, "ParallelStateEntered", "Prepare"),
            event(3, 2, "ParallelStateStarted"),
            event(4, 3, "TaskStateEntered", "Explore"),
            event(5, 3, "TaskStateEntered", "Features"),
            event(6, 4, "TaskFailed", taskFailedEventDetails={"error": "E"}),
            event(7, 6, "TaskSucceeded"),
            event(8, 7, "TaskStateExited", "Explore"),
            event(9, 8, "PassStateEntered", "ExploreFailed"),
            event(10, 5, "TaskStateExited", "Features"),
            event(11, 10, "ParallelStateSucceeded"),
            event(12, exit_follows, "ParallelStateExited", "Prepare"),
            event(13, 12, "TaskStateEntered", "Train"),
        ]

    def test_states_are_told_by_branch_whatever_the_end_of_the_parallel_follows(self):
        for exit_follows in (11, 10):
            self.assertEqual(
                executions.lanes(self.history(exit_follows)),
                {(): ["Prepare", "Train"], ("Explore",): ["Explore", "ExploreFailed"], ("Features",): ["Features"]},
            )

    def test_attempts_are_those_of_the_state(self):
        self.assertEqual(executions.attempts(self.history(11), "Explore"), ["E", "done"])
        self.assertEqual(executions.attempts(self.history(11), "Features"), [])


class ArtefactsTest(unittest.TestCase):
    def test_differences_name_the_object_and_the_byte(self):
        ours, theirs = {"a": b"12", "b": b"1", "c": b"12"}, {"a": b"13", "c": b"123", "d": b""}
        self.assertEqual(
            artefacts.differences(ours, theirs, "here", "there"),
            ["b is only here", "d is only there", "a differs from byte 1 on", "c differs from byte 2 on"],
        )
        self.assertEqual(artefacts.differences(ours, dict(ours), "here", "there"), [])


class ScenarioTest(unittest.TestCase):
    def test_the_useless_file_lacks_its_column(self):
        self.assertEqual(scenario.without_close("date,open,close,volume\n1,2,3,4\n"), "date,open,volume\n1,2,4\n")


if __name__ == "__main__":
    unittest.main()
