"""Runs each Java function of LocalStack's Lambda as a process of the host, where a container engine is not wanted.

The process is java with AWS's runtime interface client, the function's unpacked zip, its environment and its memory; it
is asked for work through a runtime API of its own, limited in time as configured, and replaced when it died.

Reads CANDOR_LOCALSTACK_JAVA (the java to start) and CANDOR_LOCALSTACK_CLIENT (the folder with the client's jars).
SPDX-License-Identifier: GPL-3.0-or-later
"""

import glob
import json
import os
import subprocess
import tempfile
import threading
import time

from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import InvocationResult
from localstack.services.lambda_.invocation.runtime_executor import RuntimeExecutor
from plux import Plugin

from candor_localstack.runtime_api import Invocation, RuntimeApi

# What Lambda leaves to the heap of what a function is given; the rest is the JVM's own.
HEAP_PERCENT = 85
STARTING = threading.Lock()
CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"


class HostExecutorPlugin(Plugin):
    namespace = "localstack.lambda.runtime_executor"
    name = "host"

    def load(self, *_, **__):
        return HostExecutor


class HostExecutor(RuntimeExecutor):
    """One process of one version of a function: LocalStack starts, invokes and stops it."""

    def __init__(self, id, function_version):
        super().__init__(id, function_version)
        # LocalStack asks for its address before it starts the process.
        self.api = RuntimeApi()
        self.process = None
        self.log = None

    def start(self, env_vars):
        function = self.function_version
        name = function.id.function_name
        task = str(function.config.code.get_unzipped_code_location())
        environment = {key: str(value) for key, value in env_vars.items() if value is not None}
        environment.update(
            PATH=os.environ["PATH"],
            HOME=tempfile.gettempdir(),
            LAMBDA_TASK_ROOT=task,
            AWS_LAMBDA_RUNTIME_API=self.api.address,
            AWS_EXECUTION_ENV=f"AWS_Lambda_{function.config.runtime}",
        )
        heap = int(environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]) * HEAP_PERCENT // 100
        self.log = tempfile.NamedTemporaryFile(  # noqa: SIM115  (open as long as the function)
            "w+b", prefix=f"lambda-{name}-", suffix=".log", delete=False
        )
        # One after another: each writes the client's native library to the same place, and a write kills a process
        # that is loading it.
        with STARTING:
            self.process = subprocess.Popen(
                [
                    os.environ["CANDOR_LOCALSTACK_JAVA"],
                    f"-Xmx{heap}m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    self.class_path(task),
                    CLIENT,
                    environment["_HANDLER"],
                ],
                env=environment,
                cwd=task,
                stdout=self.log,
                stderr=subprocess.STDOUT,
            )
            while not self.api.ready.wait(0.05):
                if self.process.poll() is not None:
                    raise RuntimeError(
                        f"{name} ended at its start, status {self.process.returncode}: {self.get_logs()[-2000:]}"
                    )
            if self.api.start_error:
                raise StatusErrorException("the function could not be started", payload=self.api.start_error)

    @staticmethod
    def class_path(task):
        client = os.environ["CANDOR_LOCALSTACK_CLIENT"]
        return ":".join([task, *sorted(glob.glob(f"{task}/lib/*.jar")), *sorted(glob.glob(f"{client}/*.jar"))])

    def stop(self):
        self.api.close()
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()

    def get_address(self):
        return "127.0.0.1"

    def get_endpoint_from_executor(self):
        return "127.0.0.1"

    def get_runtime_endpoint(self):
        return f"http://{self.api.address}"

    def get_logs(self):
        return self.logs_since(0) if self.log else ""

    def logs_since(self, position):
        with open(self.log.name, "rb") as file:
            file.seek(position)
            return file.read().decode(errors="replace")

    def invoke(self, payload):
        seconds = self.function_version.config.timeout
        body = payload["payload"]
        invocation = Invocation(
            payload["invoke-id"],
            body if isinstance(body, bytes) else body.encode(),
            payload["invoked-function-arn"],
            payload.get("trace-id") or "",
            int(time.time() * 1000 + seconds * 1000),
        )
        position = os.path.getsize(self.log.name)
        begun = time.monotonic()
        self.api.hand(invocation)
        while not invocation.answered.wait(0.02):
            self.end_if_dead_or_late(invocation, begun, seconds)
        self.api.forget(invocation)
        milliseconds = (time.monotonic() - begun) * 1000
        logs = (
            f"START RequestId: {invocation.request_id} Version: $LATEST\n{self.logs_since(position)}\n"
            f"END RequestId: {invocation.request_id}\n"
            f"REPORT RequestId: {invocation.request_id}\tDuration: {milliseconds:.2f} ms\n"
        )
        return InvocationResult(invocation.request_id, invocation.answer, is_error=invocation.failed, logs=logs)

    def end_if_dead_or_late(self, invocation, begun, seconds):
        """Ends the invocation in Lambda's words where the process is gone or the time is up."""
        prefix = f"RequestId: {invocation.request_id} Error: "
        if self.process.poll() is not None:
            words = f"Runtime exited with error: exit status {self.process.returncode}"
            wrong = {"errorType": "Runtime.ExitError", "errorMessage": f"{prefix}{words}"}
        elif time.monotonic() - begun > seconds:
            wrong = {
                "errorType": "Sandbox.Timedout",
                "errorMessage": f"{prefix}Task timed out after {seconds}.00 seconds",
            }
            self.process.kill()
        else:
            return
        invocation.end(json.dumps(wrong).encode(), failed=True)

    @classmethod
    def prepare_version(cls, function_version):
        if function_version.config.code:
            function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version):
        pass
