"""The checks of tools/check-localstack, in the order in which they need each other.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import artefacts
import changes
import emulator
import executions
import scenario
import stack
from aws import Aws
from candor import Candor
from scenario import ASKED, GOOD, HALTED, IDLE, SYMBOLS, TROUBLED
from tally import Tally

STACK = "candor"
PARAMETERS = {"Sources": "inbox", "RequireApproval": "true", "StageAlarms": "true"}
STORE_UNAVAILABLE = "candor.store.failure.StoreUnavailable"
NOT_CONVERGED = "candor.store.failure.ConvergenceFailure"
INPUT_REFUSED = "candor.store.failure.InputRefused"
# Lambda's SDK asks S3 three times before the function gives up.
REQUESTS_OF_A_CALL = 3
# No resource provider: LocalStack notes them as made and makes nothing.
NOT_MADE = {
    "AWS::CloudWatch::Dashboard",
    "AWS::CodeDeploy::Application",
    "AWS::CodeDeploy::DeploymentGroup",
    "AWS::IAM::RolePolicy",
}
NOT_ENTERED = {"WaitForProvider", "AskAgain", "IngestLastTime", "ReportFailed", "ReportLastTime"}


class Checks(Tally):
    """With what is asked of a found thing."""

    def equal(self, name, found, wanted):
        self.note(name, found == wanted, f"found  {found}\nwanted {wanted}")

    def holds(self, name, text, *parts):
        missing = [part for part in parts if part not in text]
        self.note(name, not missing, f"{missing} is not in:\n{text[-3000:]}")


def run(java_tests):
    begun = time.monotonic()
    checks = Checks("LocalStack")
    with tempfile.TemporaryDirectory() as folder, emulator.Emulator(os.environ["JAVA_HOME"]) as localstack:
        aws = Aws(localstack.url, emulator.REGION, emulator.CREDENTIALS)
        try:
            Deployed(checks, aws, pathlib.Path(folder)).check()
            if java_tests:
                check_java_tests(checks, aws)
        except Exception as failure:  # whatever it is, what went before stays told
            checks.note(f"went on to the end ({type(failure).__name__})", False, failure)
            print(localstack.told()[-6000:], flush=True)
    print(f"{checks.summary()}, in {time.monotonic() - begun:.0f} s")
    return 1 if checks.failed else 0


def check_java_tests(checks, aws):
    """The contracts of store and ledger, by the same tests as in every build, and the adapter of Step Functions."""
    tests = "S3ObjectStoreTest,DynamoDbLedgerTest,DeployedStackOnEmulatorTest"
    environment = {
        **os.environ,
        "CANDOR_AWS_ENDPOINT": aws.url,
        "CANDOR_AWS_STACK": STACK,
        "AWS_REGION": aws.region_name,
    }
    command = ["mvn", "-q", "-B", "-ntp", "-pl", "modules/aws", "-am", "test", f"-Dtest={tests}"]
    command += ["-Dsurefire.failIfNoSpecifiedTests=false", "-Dsurefire.reportNameSuffix=localstack"]
    outcome = subprocess.run(
        command, cwd=stack.ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    checks.note(
        f"{tests} of modules/aws against its S3, DynamoDB and Step Functions",
        outcome.returncode == 0,
        outcome.stdout[-6000:],
    )


class Deployed:
    """The stack, and what is seen of it."""

    def __init__(self, checks, aws, folder):
        self.checks = checks
        self.aws = aws
        self.folder = folder
        self.home = folder / "home"
        self.candor = Candor(aws, STACK)
        self.local_names = {}

    def check(self):
        with concurrent.futures.ThreadPoolExecutor() as pool:
            # The local runs are over before the stack is there.
            local = pool.submit(self.run_here)
            self.deploy()
            self.files = local.result()
        self.fill()
        self.run_there()
        self.check_states()
        self.check_artefacts()
        self.check_retry_and_catch()
        self.check_idle()
        self.check_failure()
        self.check_approval()
        self.check_ledger()
        self.check_alarm()
        self.check_api()
        self.check_commands()
        self.check_batch()
        self.check_universe()

    # ---- the stack ----

    def deploy(self):
        copy = stack.working_copy(self.folder)
        self.check_changes(copy)
        packaged = stack.package(self.aws, copy)
        s3 = self.aws.client("s3")
        template = stack.expanded(packaged, PARAMETERS, lambda address: stack.uploaded(s3, address), self.aws.session)
        resources, self.outputs = stack.create(self.aws, STACK, template, PARAMETERS)
        made = [resource for resource in resources if resource["ResourceType"] not in NOT_MADE]
        self.checks.note(
            f"the packaged template is deployed, {len(made)} resources: {stack.counted(made)}", len(made) > 80
        )
        only_noted = {resource["ResourceType"] for resource in resources} & NOT_MADE
        self.checks.equal(f"only noted, for want of a provider: {', '.join(sorted(NOT_MADE))}", only_noted, NOT_MADE)
        self.executions = executions.Executions(self.aws, self.outputs["StateMachine"])

    def check_changes(self, copy):
        """Each change is needed: what it takes out is refused. Then it is made."""
        states = self.aws.client("stepfunctions")
        for change in changes.CHANGES:
            text = (copy / change.file).read_text(encoding="utf-8")
            try:
                states.create_state_machine(
                    name="unchanged", definition=text, roleArn="arn:aws:iam::000000000000:role/none"
                )
                told = "it was taken"
            except states.exceptions.InvalidDefinition as refusal:
                told = str(refusal)
            self.checks.holds(f"without {change.name}: {change.reason}", told, change.refusal)
        changes.apply_to(copy)

    def fill(self):
        for key, text in self.files.items():
            self.aws.client("s3").put_object(Bucket=self.outputs["Bucket"], Key=key, Body=text.encode())
        self.mailbox = self.subscribe()

    def subscribe(self):
        """A queue that hears what the topic tells people."""
        queue = self.aws.client("sqs").create_queue(QueueName="told")["QueueUrl"]
        arn = f"arn:aws:sqs:{self.aws.region_name}:{emulator.ACCOUNT}:told"
        self.aws.client("sns").subscribe(TopicArn=self.outputs["NotificationsTopic"], Protocol="sqs", Endpoint=arn)
        self.heard = []
        return queue

    def told(self, *parts):
        """Whether the topic tells all of it in one message, within a while."""
        last = time.monotonic() + 30
        while True:
            for message in self.heard:
                if all(part in message for part in parts):
                    return message
            if time.monotonic() > last:
                return None
            answer = self.aws.client("sqs").receive_message(
                QueueUrl=self.mailbox, MaxNumberOfMessages=10, WaitTimeSeconds=1
            )
            for message in answer.get("Messages", []):
                self.heard.append(json.loads(message["Body"])["Message"])
                self.aws.client("sqs").delete_message(QueueUrl=self.mailbox, ReceiptHandle=message["ReceiptHandle"])

    # ---- the executions ----

    def run_there(self):
        self.faults(
            [
                {
                    "prefix": f"work/clean/{SYMBOLS[TROUBLED]}/",
                    "operations": ["GetObject"],
                    "times": 2 * REQUESTS_OF_A_CALL,
                },
                {
                    "prefix": f"work/explore/{SYMBOLS[TROUBLED]}/",
                    "operations": ["GetObject", "PutObject"],
                    "times": 10**6,
                },
            ]
        )
        self.executions.start(GOOD, scenario.entry(GOOD))
        self.executions.ended(GOOD)
        # Its functions run by now: many that start at once on a small machine may be too slow for LocalStack.
        self.executions.start(HALTED, scenario.entry(HALTED))
        self.executions.start(IDLE, scenario.entry(IDLE))
        self.executions.start(ASKED, scenario.entry(ASKED))
        self.executions.start(TROUBLED, scenario.entry(TROUBLED))
        self.executions.ended(TROUBLED)
        waiting = self.executions.waiting(ASKED)
        self.listed = self.candor.there("executions")
        self.checks.equal(f"{ASKED} waits for a person", waiting["status"], "RUNNING")
        self.approved = self.candor.there("approve", ASKED, "--reason", "looked at it")
        self.ended = {name: self.executions.ended(name) for name in SYMBOLS}
        self.histories = {name: self.executions.history(name) for name in SYMBOLS}
        for name, status in self.wanted_ends().items():
            self.checks.equal(f"the execution {name} is {status}", self.ended[name]["status"], status)

    @staticmethod
    def wanted_ends():
        return {name: "FAILED" if name == HALTED else "SUCCEEDED" for name in SYMBOLS}

    def run_here(self):
        """The same two by ./candor run; one stops for a person and goes on by the answer. Answers what is in both stores."""
        champions = {f"champions/{SYMBOLS[ASKED]}": scenario.ewma_in_service(SYMBOLS[ASKED])}
        self.keep_here(champions)
        self.run_one_here(ASKED, 1)
        answer = ("approve", self.local_names[ASKED], "--reason", "looked at it", "--home", str(self.home))
        status, told = self.candor.here(*answer)
        self.checks.note("./candor approve goes on with it here", status == 0, told)
        raw = next((self.home / "store").glob(f"work/ingest/{SYMBOLS[ASKED]}/*/raw.csv")).read_text(encoding="utf-8")
        inbox = scenario.inbox(scenario.bars(raw))
        self.keep_here(inbox)
        self.run_one_here(GOOD, 0)
        return {**champions, **inbox}

    def run_one_here(self, name, wanted):
        entry = scenario.entry(name)
        before = self.names_here()
        status, told = self.candor.here(
            *("run", entry["symbol"], "--source", entry["source"], "--as-of", entry["asOf"]),
            *("--require-approval", "--home", str(self.home)),
        )
        self.checks.note(f"./candor run of {name} ends with {wanted} here", status == wanted, told)
        self.local_names[name] = (self.names_here() - before).pop()

    def keep_here(self, objects):
        for key, text in objects.items():
            file = self.home / "store" / key
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def names_here(self):
        folder = self.home / "executions"
        return {path.name for path in folder.iterdir()} if folder.is_dir() else set()

    def faults(self, planned=None):
        """Tells the emulator's S3 what to refuse; without, answers how often it did."""
        body = None if planned is None else json.dumps(planned).encode()
        request = urllib.request.Request(
            f"{self.aws.url}/_candor/faults",
            data=body,
            headers={"Content-Type": "application/json"},
            method="GET" if planned is None else "PUT",
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    # ---- what is seen of them ----

    def check_states(self):
        for name in (GOOD, ASKED):
            here = executions.lanes(executions.local_history(self.home, self.local_names[name]))
            there = executions.lanes(self.histories[name])
            self.checks.equal(
                f"{name}: the same states in the same order as by ./candor run, branch by branch", there, here
            )
        by_state = {}
        for name, history in self.histories.items():
            for state in executions.names(history):
                by_state.setdefault(state, []).append(name)
        for state, names in by_state.items():
            self.checks.note(f"state {state} ran in {', '.join(names)}", True)
        # Only a provider that asks for patience leads to the others.
        wanted = set(states_of(stack.ROOT / "statemachine" / "pipeline.asl.json")) - NOT_ENTERED
        self.checks.equal(f"every state but {', '.join(sorted(NOT_ENTERED))} ran", set(by_state), wanted)

    def check_artefacts(self):
        for name in (GOOD, ASKED):
            prefixes = artefacts.of_symbol(SYMBOLS[name])
            there = artefacts.in_bucket(self.aws, self.outputs["Bucket"], prefixes)
            here = artefacts.in_home(self.home, prefixes)
            wrong = artefacts.differences(there, here, "in the bucket", "in the folder")
            size = sum(map(len, there.values()))
            self.checks.note(
                f"{name}: {len(there)} objects of {size:,} bytes below work/ equal those of ./candor run, byte for byte",
                not wrong and len(there) >= 30,
                "\n".join(wrong) or "there are too few",
            )
            stages = sum(key.endswith("/checkpoint.json") for key in there)
            self.checks.note(f"{name}: {stages} checkpoints are in the bucket", stages >= 10, sorted(there))

    def check_retry_and_catch(self):
        history = self.histories[TROUBLED]
        self.checks.equal(
            "Clean met 503 SlowDown twice, and Retry did it again",
            executions.attempts(history, "Clean"),
            [STORE_UNAVAILABLE, STORE_UNAVAILABLE, "done"],
        )
        self.checks.equal(
            "Explore met it for good: three retries, then Catch",
            executions.attempts(history, "Explore"),
            [STORE_UNAVAILABLE] * 4,
        )
        self.checks.note("Explore's Catch led to ExploreFailed", "ExploreFailed" in executions.names(history))
        self.checks.equal(
            "Train's Catch tried other hyper-parameters, as here, and went on without GARCH",
            executions.attempts(self.histories[GOOD], "Train"),
            [NOT_CONVERGED] * 4,
        )
        refused = [fault["refused"] for fault in self.faults()]
        wanted = [2 * REQUESTS_OF_A_CALL, 4 * REQUESTS_OF_A_CALL]
        self.checks.equal("S3 had refused as many requests as the functions' SDK sends", refused, wanted)
        output = json.loads(self.ended[TROUBLED].get("output", "{}"))
        note = f"Explore failed and was left out: {STORE_UNAVAILABLE}"
        self.checks.equal("the run without Explore went on to the end and says so", output.get("notes"), [note])
        self.checks.equal("and has no checkpoint of it", "explore" in output.get("checkpoints", {}), False)

    def check_idle(self):
        states = executions.names(self.histories[IDLE])
        wanted = ["Begin", "Ingest", "AnythingToDo", "NothingToDo"]
        self.checks.equal("a schedule's Saturday is done in four states", states, wanted)

    def check_failure(self):
        failed = self.ended[HALTED]
        attempts = executions.attempts(self.histories[HALTED], "Ingest")
        self.checks.equal("a file without Close fails Ingest at once", attempts, [INPUT_REFUSED])
        self.checks.holds("and its words reach the execution", failed.get("cause", ""), "no column Close in the header")
        message = self.told(
            f"run {HALTED} of {SYMBOLS[HALTED]} ended FAILED",
            "in the state Ingest",
            f"./candor run {SYMBOLS[HALTED]} ",
        )
        self.checks.note(
            "failed run -> EventBridge -> record-failure -> EventBridge -> topic", message, "\n".join(self.heard)
        )

    def check_approval(self):
        question = self.told("waits for a person: zero + harPOwn proposed", f"./candor approve {ASKED} --stack {STACK}")
        self.checks.note("the question reached the topic", question, "\n".join(self.heard))
        status, told = self.approved
        self.checks.equal("./candor approve --stack ends well", status, 0)
        self.checks.holds(
            "./candor approve --stack answers the task token", told, "Approved by ann: zero + harPOwn proposed"
        )
        champions = self.aws.client("s3").get_object(Bucket=self.outputs["Bucket"], Key=f"champions/{SYMBOLS[ASKED]}")
        term = json.load(champions["Body"])["terms"][-1]
        served = (term["person"], term["horizons"][0]["scale"])
        self.checks.equal("the answer put the challenger in service", served, ("ann", "harPOwn"))

    def check_ledger(self):
        pages = self.aws.client("dynamodb").get_paginator("scan").paginate(TableName=self.outputs["LedgerTable"])
        items = [
            {key: next(iter(value.values())) for key, value in item.items()} for page in pages for item in page["Items"]
        ]
        runs = {item["execution"]: item["status"] for item in items if item["pk"] == "RUNS"}
        # A day without a session is no run.
        wanted = {name: end for name, end in self.wanted_ends().items() if name != IDLE}
        self.checks.equal("DynamoDB's ledger knows how each run ended", runs, wanted)
        forecasts = {item["horizon"] for item in items if item.get("symbol") == SYMBOLS[GOOD] and "quantiles" in item}
        self.checks.equal(
            "and holds the forecasts that await their outcome", {int(horizon) for horizon in forecasts}, {1, 5, 21}
        )
        approvals = [item for item in items if item.get("person") == "ann" or item.get("by") == "ann"]
        self.checks.note("and who approved", approvals, sorted(item["pk"] for item in items))

    def check_alarm(self):
        alarm = {"AlarmName": f"{STACK}-run-failed", "StateReason": "set by tools/check-localstack"}
        cloudwatch = self.aws.client("cloudwatch")
        for state in ("OK", "ALARM"):
            cloudwatch.set_alarm_state(StateValue=state, **alarm)
        message = self.told(f"{STACK}-run-failed", '"NewStateValue": "ALARM"', "set by tools/check-localstack")
        self.checks.note("an alarm that is set to ALARM reaches the topic", message, "\n".join(self.heard))

    def check_api(self):
        api = self.outputs["ApiUrl"].split("//")[1].split(".")[0]
        base = f"{self.aws.url}/_aws/execute-api/{api}/live/v1"
        status, body = get(f"{base}/forecasts/{SYMBOLS[GOOD]}")
        stored = self.artefact_of(GOOD, "forecast", "forecast.json")
        self.checks.equal(
            "API Gateway -> predict gives the stored forecast", (status, body.get("forecast")), (200, stored)
        )
        status, body = get(f"{base}/forecasts/NOPE")
        self.checks.equal("and a problem where there is none", (status, body.get("status")), (404, 404))
        status, body = get(f"{base}/health")
        self.checks.equal("and its health", status, 200)

    def artefact_of(self, name, stage, file):
        checkpoint = json.loads(self.ended[name]["output"])["checkpoints"][stage]["key"]
        key = checkpoint.replace("checkpoint.json", file)
        return json.load(self.aws.client("s3").get_object(Bucket=self.outputs["Bucket"], Key=key)["Body"])

    def check_commands(self):
        status, told = self.listed
        self.checks.holds(
            "./candor executions --stack lists them", told, f"{HALTED} ", "FAILED", f"{ASKED} ", "RUNNING"
        )
        status, told = self.candor.there("executions", GOOD)
        self.checks.holds(
            "./candor executions RUN --stack tells the history", told, "TaskSucceeded", "ExecutionSucceeded"
        )
        status, told = self.candor.there("watch", ASKED)
        self.checks.holds("./candor watch --stack tells a run", told, "Evaluate", "forecasts for 3 horizons")
        self.checks.equal("./candor watch --stack ends as the run did", status, 0)
        status, told = self.candor.there("redrive", HALTED)
        # LocalStack has no RedriveExecution.
        answered = (f"the execution {HALTED}", "rejected (status 501")
        self.checks.holds("./candor redrive --stack asks for it, and tells what it was answered", told, *answered)
        status, told = self.candor.there("champion", SYMBOLS[GOOD])
        self.checks.holds("./candor champion --stack says who is in service", told, "1 session", "harPOwn")
        status, told = self.candor.there("data", SYMBOLS[GOOD])
        self.checks.equal("./candor data --stack tells of its bars", status, 0)
        settings = self.folder / "settings.json"
        settings.write_text('{"refitEvery": 63}', encoding="utf-8")
        status, told = self.candor.there("settings", "NEW", "--set", str(settings))
        self.checks.holds("./candor settings --set --stack puts them in force", told, "settings/NEW.json")
        status, told = self.candor.there("settings", "NEW")
        self.checks.holds("and shows them", told, "settings/NEW.json", '"refitEvery": 63')
        status, told = self.candor.there("doctor")
        self.checks.holds("./candor doctor --stack looks at the parts", told, "schedule", "limits", "alarms")
        out = self.folder / "report"
        status, told = self.candor.there("report", GOOD, "--out", str(out))
        here = artefacts.in_home(self.home, [f"work/report/{SYMBOLS[GOOD]}"])
        report = next((body for key, body in here.items() if key.endswith("report.html")), b"absent here")
        copied = (out / "report.html").read_bytes() if (out / "report.html").is_file() else told
        self.checks.note(
            "./candor report --stack copies the report, equal to the one made here", copied == report, told
        )

    def check_batch(self):
        s3, bucket = self.aws.client("s3"), self.outputs["Bucket"]
        s3.put_object(
            Bucket=bucket, Key="inbox/batch/rows.csv", Body=f"symbol,asOf\n{SYMBOLS[GOOD]},{scenario.AS_OF}\n".encode()
        )
        last = time.monotonic() + 60
        while (
            "outbox/rows.predictions.csv" not in artefacts.in_bucket(self.aws, bucket, ["outbox/"])
            and time.monotonic() < last
        ):
            time.sleep(0.5)
        answer = artefacts.in_bucket(self.aws, bucket, ["outbox/"]).get("outbox/rows.predictions.csv", b"").decode()
        self.checks.holds(
            "a file in inbox/batch/ -> EventBridge -> batch -> outbox/", answer, f"{SYMBOLS[GOOD]},{scenario.AS_OF},21,"
        )

    def check_universe(self):
        """Two symbols by the machine for many, one of which has a file of no use."""
        key = "universe/lists/two.json"
        entries = [scenario.entry(HALTED), scenario.entry(GOOD)]
        self.aws.client("s3").put_object(Bucket=self.outputs["Bucket"], Key=key, Body=json.dumps(entries).encode())
        universe = executions.Executions(self.aws, self.outputs["UniverseStateMachine"])
        before = set(self.executions.statuses())
        universe.start("two", {"list": key, "atOnce": 1})
        ended = universe.ended("two")
        statuses = sorted(status for run, status in self.executions.statuses().items() if run not in before)
        self.checks.equal(
            "universe: each of two symbols had a run of the pipeline; the bad one did not stop the other",
            statuses,
            ["FAILED", "SUCCEEDED"],
        )
        # AWS would count: half of them failed, and a quarter is tolerated.
        self.checks.equal(
            "universe: it SUCCEEDED, as LocalStack tolerates any share of failures", ended["status"], "SUCCEEDED"
        )


def states_of(file):
    """The names of all states of a definition, those of branches too."""
    waiting = [json.loads(file.read_text(encoding="utf-8"))]
    while waiting:
        machine = waiting.pop()
        for name, state in machine["States"].items():
            yield name
            waiting += state.get("Branches", [])


def get(address):
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, json.load(refusal)
