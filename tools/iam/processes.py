"""Candor's functions as processes on this machine, each with an access key of its own. SPDX-License-Identifier: GPL-3.0-or-later"""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

import roles

SOURCE = pathlib.Path(__file__).resolve().parent / "Invoke.java"
LAST_LINES = 20


class Failed(RuntimeError):
    """A function did not answer as it should."""


def compiled(java, class_path, folder):
    """The class path with what invokes handlers, compiled into the folder."""
    subprocess.run(
        [pathlib.Path(java, "bin", "javac"), "-d", folder, "-cp", class_path, SOURCE], check=True, encoding="utf-8"
    )
    return f"{folder}{os.pathsep}{class_path}"


class Function:
    """One function's process: it starts with the block, is kept for all events, and ends with the block.

    told: what roles.Stack says of it: handler and environment.
    credentials: the variables by which it proves who it is.
    """

    def __init__(self, name, told, credentials, endpoint, java, class_path, **more):
        self.name = name
        self.command = [pathlib.Path(java, "bin", "java"), "-XX:+UseSerialGC", "-Xmx512m", "-Xshare:auto"]
        self.command += ["--enable-native-access=ALL-UNNAMED", "-cp", class_path, "Invoke", told["handler"]]
        self.environment = {
            "PATH": os.environ["PATH"],
            "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1",  # as Lambda has it
            "AWS_REGION": roles.REGION,
            "AWS_ENDPOINT_URL": endpoint,
            **told["environment"],
            **credentials,
            **more,
        }
        self.process = None
        self.log = None

    def __enter__(self):
        self.log = tempfile.TemporaryFile("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            encoding="utf-8",
        )
        return self

    def invoke(self, event):
        """What the handler answers; Failed with its exception, or with its log where it ended."""
        kind, answer = self.outcome(event)
        if kind != "ANSWER":
            raise Failed(f"{self.name}: {answer}")
        return json.loads(answer)

    def outcome(self, event):
        """ANSWER and JSON, or THROWN and the exception's class and message."""
        try:
            self.process.stdin.write(json.dumps(event) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        kind, _, answer = line.strip().partition(" ")
        if kind not in ("ANSWER", "THROWN"):
            self.process.wait()
            self.log.seek(0)
            log = "".join(self.log.readlines()[-LAST_LINES:])
            raise Failed(f"{self.name} ended with status {self.process.returncode}:\n{log}")
        return kind, answer

    def __exit__(self, *_):
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()
