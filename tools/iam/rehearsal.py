"""The checks of tools/check-iam, in order. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import socket
import subprocess
import sys
import tempfile
import time

import calls
import judgement
import processes
import server
from scene import Scene
from standin import StandIn
from tally import Tally


def run(root, java, class_path, modules):
    begun = time.monotonic()
    checks = Tally("IAM")
    with tempfile.TemporaryDirectory() as folder:
        expansion = expanded(root)
        class_path = processes.compiled(java, class_path, folder)
        with server.Moto(free_port(), folder) as moto, StandIn() as stand_in:
            scene = Scene(expansion, moto, stand_in, java, class_path)
            for part in (lambda: enact(checks, scene), lambda: judgement.judge(checks, scene, modules)):
                try:
                    part()
                except (processes.Failed, calls.Unknown) as failure:
                    checks.note("every function does its work, by calls that can be judged", False, failure)
    print(f"{checks.summary()}, in {time.monotonic() - begun:.0f} s")
    return 1 if checks.failed else 0


def expanded(root):
    command = [sys.executable, root / "tools" / "expand-template.py", root / "template.yaml"]
    outcome = subprocess.run(command, capture_output=True, encoding="utf-8")
    if outcome.returncode != 0:
        raise RuntimeError(f"template.yaml does not expand:\n{outcome.stderr[-3000:]}")
    return json.loads(outcome.stdout)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def enact(checks, scene):
    """The two days, and functions under others' roles."""
    wrong = scene.first_day()
    count = len(scene.told)
    checks.note(f"a day of all {count} functions, without IAM: promotion with approval", not wrong, "\n".join(wrong))
    sessions = server.assumed(scene.moto, scene.with_all.policies())
    wrong = scene.second_day(sessions)
    checks.note("the next day under moto's IAM, each function in its own role", not wrong, "\n".join(wrong))
    for name, role, kind, answer, missing in scene.mistaken():
        good = kind == "THROWN" and not missing
        checks.note(f"{name} under {role} is refused, and says what is missing", good, f"{kind} {answer}")
