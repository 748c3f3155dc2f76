"""./candor, on this machine and against the emulator.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Candor:
    """Runs commands, and answers how they ended and what they said."""

    def __init__(self, aws, stack):
        self.environment = {key: value for key, value in aws.environment.items() if not key.startswith("CANDOR_")}
        self.environment["USER"] = "ann"
        self.at_stack = ["--stack", stack, "--endpoint-url", aws.url, "--region", aws.region_name]

    def here(self, *arguments):
        outcome = subprocess.run(
            [ROOT / "candor", *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return outcome.returncode, outcome.stdout

    def there(self, *arguments):
        return self.here(*arguments, *self.at_stack)
