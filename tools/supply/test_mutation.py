"""Tests of what tools/mutation trusts. SPDX-License-Identifier: GPL-3.0-or-later"""

import importlib.util
import pathlib
import sys
import tempfile
import unittest
from importlib.machinery import SourceFileLoader

sys.dont_write_bytecode = True
TOOLS = pathlib.Path(__file__).resolve().parent.parent
loader = SourceFileLoader("mutation", str(TOOLS / "mutation"))
mutation = importlib.util.module_from_spec(importlib.util.spec_from_loader("mutation", loader))
loader.exec_module(mutation)


def change(status, method="line", kind="ConditionalsBoundaryMutator"):
    return (
        f"<mutation status='{status}'><sourceFile>One.java</sourceFile><mutatedClass>candor.a.One</mutatedClass>"
        f"<mutatedMethod>{method}</mutatedMethod><lineNumber>7</lineNumber>"
        f"<mutator>org.pitest.mutators.{kind}</mutator><description>turned round</description></mutation>"
    )


class Told(unittest.TestCase):
    def told(self, known, *changes):
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder, "mutations.xml")
            report.write_text(f"<mutations>{''.join(changes)}</mutations>", encoding="utf-8")
            return mutation.told(report, known)

    def test_what_no_test_noticed_is_left_covered_or_not(self):
        left, summary = self.told(set(), change("KILLED"), change("SURVIVED"), change("NO_COVERAGE", "other"))
        self.assertEqual("3 changes, 1 noticed, 0 explained, 2 left", summary)
        self.assertEqual("One.java:7 line: turned round (ConditionalsBoundary)", left[0])

    def test_what_is_explained_of_that_method_and_kind_is_not(self):
        table = "| `One.line` | ConditionalsBoundary | every name begins with a word |\n"
        known = mutation.explained(table)
        left, summary = self.told(known, change("SURVIVED"), change("SURVIVED", kind="MathMutator"))
        self.assertEqual("2 changes, 0 noticed, 1 explained, 1 left", summary)
        self.assertIn("(Math)", left[0])


if __name__ == "__main__":
    unittest.main()
