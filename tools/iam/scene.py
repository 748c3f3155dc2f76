"""Two days of a stack: the first without IAM, the second under it, each function as itself.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import csv
import io
import json
import urllib.request

import calls
import day
import roles
import scenario
import server
from processes import Function

# Files of rows, by key: forecasts that are stored, and bars to forecast from.
ROWS, BARS = "inbox/batch/watchlist.csv", "inbox/batch/bars.csv"
PARAMETER = "/candor/tiingo"
TOKEN = 40 * "a"
# In milliseconds, beyond any clock of a run.
LATER = 4_102_444_800_000
# By which one function is told from another while nobody looks at who asks.
KEY = "AK-"
# Functions under the role of another one, the role, and what the message of the refusal has to name.
MISTAKEN = [
    ("features", "CleanRole", ("work/features/", "(403)", "The role lacks the action")),
    ("predict", "CleanRole", ("latest/SYNTH", "(403)", "The role lacks the action")),
    ("batch", "PredictRole", (ROWS, "(403)", "The role lacks the action")),
    ("forecast", "ReportRole", ("candor-Ledger", "403", "the role's rights")),
    ("monitor", "ReportRole", ("work/monitor/", "(403)", "The role lacks the action")),
    ("record-failure", "PredictRole", ("candor-Ledger", "403", "the role's rights")),
]


class Scene:
    """What is asked, of whom; and what was recorded of it. Its stack has the token for Tiingo in no place.

    expanded: the template.
    """

    def __init__(self, expanded, moto, stand_in, java, class_path):
        self.moto = moto
        self.stand_in = stand_in
        self.java = java
        self.class_path = class_path
        self.stack = roles.Stack(expanded)
        self.execution = server.deploy(moto, self.stack)
        moto.client("ssm").put_parameter(Name=PARAMETER, Value=TOKEN, Type="SecureString")
        secret = moto.client("secretsmanager").create_secret(Name="tiingo", SecretString=TOKEN)["ARN"]
        token = {"TiingoTokenParameter": PARAMETER}, {"TiingoTokenSecret": secret}
        self.with_token = [roles.Stack(expanded, **place) for place in token]
        # With the policies for either place: what functions of all three stacks do is judged by it.
        self.with_all = roles.Stack(expanded, **token[0], **token[1])
        self.told = self.stack.functions()
        self.callers = {}
        self.bucket = self.stack.attribute("Store")

    def function(self, name, told, credentials, as_itself=True, **more):
        """That function; only what it asks as itself is judged later."""
        if as_itself:
            self.callers[credentials["AWS_ACCESS_KEY_ID"]] = name
        endpoint = self.moto.url
        if name == "monitor":
            # Of what is asked at the endpoint for all services, it asks CloudWatch alone.
            more = {**more, "AWS_ENDPOINT_URL_S3": endpoint, "AWS_ENDPOINT_URL_DYNAMODB": endpoint}
            endpoint = self.stand_in.url
        return Function(name, told, credentials, endpoint, self.java, self.class_path, **more)

    @contextlib.contextmanager
    def everybody(self, credentials_of):
        """Every function, all started at once; answers what invokes one by name."""
        with contextlib.ExitStack() as stack:
            functions = {
                name: stack.enter_context(self.function(name, told, credentials_of(name)))
                for name, told in self.told.items()
            }
            yield lambda name, event: functions[name].invoke(event)

    def first_day(self):
        """Without IAM; the first promotion waits for a person. Answers what was not as it should be."""
        self.put(f"champions/{day.SYMBOL}", scenario.ewma_in_service(day.SYMBOL))
        with self.everybody(anybody) as invoke:
            day.pipeline(invoke, "first", day.FIRST, True)
            wrong, links = self.others(invoke, day.FIRST)
            # Signed beforehand with the function's own rights: whoever follows them acts as the function.
            for link in links:
                urllib.request.urlopen(link).close()
            self.put("inbox/FILED.csv", scenario.bars(self.artefact("ingest", "raw.csv")))
            invoke("ingest", {"execution": "first", "symbol": "FILED", "asOf": day.FIRST, "source": "inbox"})
            self.from_tiingo(self.with_token[0], day.FIRST, anybody("ingest"))
            return wrong + ([] if links else ["no links to a report were signed"])

    def second_day(self, sessions):
        """Under IAM: each function has a session of its own role. Yesterday's forecast has an outcome by now."""
        self.moto.enforce(True)
        try:
            with self.everybody(lambda name: sessions[self.told[name]["role"]]) as invoke:
                day.pipeline(invoke, "second", day.SECOND, False)
                wrong, _ = self.others(invoke, day.SECOND)
            self.from_tiingo(self.with_token[1], day.SECOND, sessions["IngestRole"])
        finally:
            self.moto.enforce(False)
        scored = any(call.action == "dynamodb:DeleteItem" for call in self.calls() if call.function == "monitor")
        return wrong + ([] if scored else ["Monitor scored no forecast, so that its later calls were not seen"])

    def others(self, invoke, of):
        """The functions that are no stages."""
        bars = self.bars()
        outcome = day.api(invoke, of, bars)
        self.put(ROWS, f"symbol,asOf\n{day.SYMBOL},\n{day.SYMBOL},{day.FIRST}\n")
        self.put(BARS, rows(bars))
        for key in (ROWS, BARS):
            event = day.event("batch")
            event["detail"]["object"]["key"] = key
            invoke("batch", event)
        # Step Functions knows the first execution, and of the second nothing but what the bucket has of it.
        for execution in (self.execution, self.execution.replace(":failed", ":first")):
            invoke("record-failure", failure(execution, of))
        return outcome

    def from_tiingo(self, stack, of, credentials):
        """Ingest of what a provider has up to that day: what it answered is kept, and compared with the next answer."""
        request = {"execution": of, "symbol": "ACME", "asOf": of, "source": "tiingo"}
        self.stand_in.prices = [bar for bar in self.prices() if bar["date"] <= of]
        told = stack.functions()["ingest"]
        with self.function("ingest", told, credentials, CANDOR_TIINGO_URL=self.stand_in.url) as ingest:
            ingest.invoke(request)

    def mistaken(self):
        """Functions that run under another's role: of each, whether what it says names what is missing."""
        sessions = {role: server.session(self.moto, role) for _, role, _ in MISTAKEN}
        self.moto.enforce(True)
        for name, role, named in MISTAKEN:
            event = failure(self.execution, day.SECOND) if name == "record-failure" else day.event(name)
            if name in day.STAGES:
                event.update(execution="second", asOf=day.SECOND)
            with self.function(name, self.told[name], sessions[role], as_itself=False) as function:
                kind, answer = function.outcome(event)
            yield name, role, kind, answer, [part for part in named if part not in answer]

    def calls(self):
        """All recorded ones, of functions as themselves."""
        return calls.read([*self.moto.recorded(), *self.stand_in.recorded()], self.callers)

    # ---- the bucket ----

    @property
    def s3(self):
        return self.moto.client("s3")

    def put(self, key, text):
        self.s3.put_object(Bucket=self.bucket, Key=key, Body=text.encode())

    def artefact(self, stage, name):
        """The text of a stage's artefact of the symbol, the last one by time."""
        listed = self.s3.list_objects_v2(Bucket=self.bucket, Prefix=f"work/{stage}/{day.SYMBOL}/")["Contents"]
        found = [item for item in listed if item["Key"].endswith(f"/{name}")]
        key = max(found, key=lambda item: item["LastModified"])["Key"]
        return self.s3.get_object(Bucket=self.bucket, Key=key)["Body"].read().decode()

    def prices(self):
        """The symbol's bars as Tiingo tells them."""
        return [
            {"date": bar["date"], **{name: float(bar[name]) for name in ("open", "high", "low", "close", "volume")}}
            for bar in csv.DictReader(io.StringIO(self.artefact("ingest", "raw.csv")))
        ]

    def bars(self, count=300):
        """The last bars that were forecast from, as a request to the API has them."""
        bars = csv.DictReader(io.StringIO(self.artefact("clean", "clean.csv")))
        levels = csv.DictReader(io.StringIO(self.artefact("clean", "adjusted.csv")))
        told = [
            {
                "date": bar["date"],
                **{column: float(bar[column]) for column in ("open", "high", "low", "close")},
                "adjustedClose": float(level["adj_close"]),
                "volume": float(bar["volume"]),
            }
            for bar, level in zip(bars, levels)
        ]
        return told[-count:]


def rows(bars):
    """The bars as a file for the batch function."""
    lines = [f"{day.SYMBOL},{','.join(str(value) for value in bar.values())}" for bar in bars]
    return "\n".join(["symbol,date,open,high,low,close,adjClose,volume", *lines, ""])


def failure(execution, of):
    """The event of an execution that failed, later than any other end of it that is known: it was redriven meanwhile."""
    event = day.event("record-failure")
    event["detail"].update(
        executionArn=execution,
        name=execution.rpartition(":")[2],
        startDate=LATER,
        stopDate=LATER + 1000,
        input=json.dumps({"symbol": day.SYMBOL, "asOf": of}),
    )
    event["resources"] = [execution]
    return event


def anybody(name):
    return {"AWS_ACCESS_KEY_ID": KEY + name, "AWS_SECRET_ACCESS_KEY": "unused"}
