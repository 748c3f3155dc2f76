"""What is taken out of the deployed files because LocalStack 2026.3.0 cannot parse or make it, each with its reason.

Each change names a file, a place in it and what is there; one that does not find it exactly there fails, so that the
list cannot outlive what it is about. What LocalStack takes and then does not do is not changed: docs/emulator.md lists
it.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
from typing import NamedTuple


class Change(NamedTuple):
    """Takes out what is at a place of a definition."""

    name: str
    file: str
    place: tuple
    reason: str
    refusal: str

    def applied(self, document):
        """The document without it. LookupError where it is not there, or not of the kind that is meant."""
        around = document
        for step in self.place[:-1]:
            around = around.get(step) if isinstance(around, dict) else None
        if not isinstance(around, dict) or self.place[-1] not in around:
            raise LookupError(
                f"{self.name}: {self.file} has no {'.'.join(self.place)}; correct the change or remove it"
            )
        return without(document, self.place)


def without(document, place):
    """A copy of nested mappings with what is at one place left out."""
    first, rest = place[0], place[1:]
    if not rest:
        return {key: value for key, value in document.items() if key != first}
    return {key: without(value, rest) if key == first else value for key, value in document.items()}


CHANGES = (
    Change(
        "the universe's ResultWriter",
        "statemachine/universe.asl.json",
        ("States", "EachSymbol", "ResultWriter"),
        "its parser knows no WriterConfig and no ResultWriter with Arguments, and refuses the whole state machine",
        "WriterConfig",
    ),
)


def apply_to(folder, changes=CHANGES):
    """Makes all changes in the copies of the files that are in a folder."""
    for change in changes:
        file = folder / change.file
        changed = change.applied(json.loads(file.read_text(encoding="utf-8")))
        file.write_text(json.dumps(changed, indent=2), encoding="utf-8")
