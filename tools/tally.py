"""Counts checks and prints a line for each; for the tools beside this file. SPDX-License-Identifier: GPL-3.0-or-later"""


class Tally:
    """What passed and what failed, so far.

    about: what all of it is about, in front of each line.
    """

    def __init__(self, about=""):
        self.about = f"{about}: " if about else ""
        self.passed = 0
        self.failed = 0

    def note(self, name, good, detail=""):
        """Prints a line, and what was wrong below it where it failed."""
        print(f"{'pass' if good else 'FAIL'}  {self.about}{name}", flush=True)
        if good:
            self.passed += 1
            return
        self.failed += 1
        for line in str(detail).strip().splitlines():
            print("      " + line, flush=True)

    def summary(self):
        return f"{self.passed} passed, {self.failed} failed"
