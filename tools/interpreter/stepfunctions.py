"""The calls of Step Functions and Lambda that the comparison needs, by their JSON protocols; for LocalStack, unsigned.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import base64
import concurrent.futures
import json
import time
import urllib.error
import urllib.request

ROLE = "arn:aws:iam::000000000000:role/parity"
SECONDS = 180


class Refused(RuntimeError):
    """The service answered with an error."""


class Service:
    def __init__(self, url, region):
        self.url = url
        self.region = region

    def call(self, service, method, path, body, **headers):
        credential = f"test/20260101/{self.region}/{service}/aws4_request"
        headers["Authorization"] = f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host, Signature=0"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise Refused(
                f"{service} {headers.get('X-Amz-Target', path)}: {error.code} {error.read().decode()[:600]}"
            ) from error

    def states(self, action, **body):
        target = {"X-Amz-Target": f"AWSStepFunctions.{action}", "Content-Type": "application/x-amz-json-1.0"}
        return self.call("states", "POST", "/", body, **target)

    def create_function(self, name, handler, archive, environment):
        body = {
            "FunctionName": name,
            "Runtime": "java25",
            "Role": ROLE,
            "Handler": handler,
            "Code": {"ZipFile": base64.b64encode(archive).decode()},
            "Timeout": 60,
            "MemorySize": 256,
            "Environment": {"Variables": environment},
        }
        headers = {"Content-Type": "application/json"}
        self.call("lambda", "POST", "/2015-03-31/functions", body, **headers)
        last = time.monotonic() + SECONDS
        while time.monotonic() < last:
            if self.call("lambda", "GET", f"/2015-03-31/functions/{name}", None)["Configuration"]["State"] == "Active":
                return
            time.sleep(0.2)
        raise Refused(f"the function {name} does not become active")

    def warm_up(self, name, processes):
        """Lets so many processes of a function start, before there are timeouts that count."""

        def invoke(number):
            body = {"key": f"warm-up-{number}", "script": [{"return": number}]}
            self.call(
                "lambda",
                "POST",
                f"/2015-03-31/functions/{name}/invocations",
                body,
                **{"Content-Type": "application/json"},
            )

        with concurrent.futures.ThreadPoolExecutor(processes) as pool:
            list(pool.map(invoke, range(processes)))

    def run(self, machine_name, name, definition, given):
        """The history of one execution, of that name, of a machine with that definition, once it has ended."""
        machine = self.states("CreateStateMachine", name=machine_name, definition=json.dumps(definition), roleArn=ROLE)
        arn = machine["stateMachineArn"]
        execution = self.states("StartExecution", stateMachineArn=arn, name=name, input=json.dumps(given))[
            "executionArn"
        ]
        last = time.monotonic() + SECONDS
        while self.states("DescribeExecution", executionArn=execution)["status"] == "RUNNING":
            if time.monotonic() > last:
                self.states("StopExecution", executionArn=execution)
                raise Refused(f"{name} has not ended after {SECONDS} s")
            time.sleep(0.25)
        return list(self.history(execution))

    def history(self, execution):
        more = {}
        while True:
            page = self.states("GetExecutionHistory", executionArn=execution, maxResults=1000, **more)
            yield from page["events"]
            if not page.get("nextToken"):
                return
            more = {"nextToken": page["nextToken"]}
