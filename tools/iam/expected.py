"""What roles have to be allowed beside the calls that were seen, and what nobody may do.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import roles
from calls import OVER_TLS, TLS, Call
from day import STAGES

# Rights that no recorded call shows, each with the reason for it: by function, action, and folder or resource.
UNSEEN = {
    **{
        ("ingest", action, "inbox/batch/"): "the files of prices are in inbox/, which has the files of rows below it"
        for action in ("s3:GetObject", "s3:ListBucket")
    },
    **{
        ("train", action, "settings/data/"): "the settings of models are in settings/, which has those of data below it"
        for action in ("s3:GetObject", "s3:ListBucket")
    },
}

# Folders of the bucket, whoever uses them; the last two nobody may touch.
FOLDERS = [
    "inbox/",
    "inbox/batch/",
    "outbox/",
    "vintages/",
    "settings/",
    "settings/data/",
    "champions/",
    "latest/",
    "narratives/",
    "runs/",
    "predecessors/train/",
    "predecessors/evaluate/",
    *(f"work/{stage}/" for stage in STAGES),
    "universe/lists/",
    "universe/results/",
    "elsewhere/",
    "",
]
ON_OBJECTS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectVersion", "s3:PutObjectAcl"]
UNIVERSE_ON_OBJECTS = [
    ("GetObject", "universe/lists/us.json"),
    ("PutObject", "universe/results/ID/manifest.json"),
    ("GetObject", "universe/results/ID/SUCCEEDED_0.json"),
    ("ListMultipartUploadParts", "universe/results/ID/SUCCEEDED_0.json"),
    ("AbortMultipartUpload", "universe/results/ID/SUCCEEDED_0.json"),
]
ON_TABLES = [
    "GetItem",
    "Query",
    "Scan",
    "PutItem",
    "UpdateItem",
    "DeleteItem",
    "ConditionCheckItem",
    "BatchWriteItem",
    "DeleteTable",
    "ExportTableToPointInTime",
]


def conceivable(function, stack):
    """Calls that the function might make, were it wrong or not ours any more."""
    bucket, table = stack.attribute("Store", "Arn"), stack.attribute("Ledger", "Arn")
    for folder in FOLDERS:
        for action in ON_OBJECTS:
            yield Call(function, action, f"{bucket}/{folder}NAME", tuple(TLS.items()))
        for prefix in (folder, f"{folder}NAME"):
            yield Call(function, "s3:ListBucket", bucket, tuple({**TLS, "s3:prefix": prefix}.items()))
    for action in ("s3:DeleteBucket", "s3:PutBucketPolicy", "s3:PutLifecycleConfiguration"):
        yield Call(function, action, bucket, tuple(TLS.items()))
    for action in ON_OBJECTS[:2]:
        yield Call(function, action, f"arn:aws:s3:::somebody-elses/{FOLDERS[0]}NAME", tuple(TLS.items()))
    for action in ON_TABLES:
        yield Call(function, f"dynamodb:{action}", table, tuple(OVER_TLS.items()))
    yield Call(function, "dynamodb:GetItem", f"{table}s", tuple(OVER_TLS.items()))
    for action, resource in OTHERS:
        yield Call(function, action, resource(stack), tuple(OVER_TLS.items()))


OTHERS = [
    ("sns:Publish", lambda stack: stack.attribute("Notifications")),
    ("states:StartExecution", lambda stack: stack.attribute("Pipeline")),
    ("states:SendTaskSuccess", lambda stack: "*"),
    ("states:GetExecutionHistory", lambda stack: execution(stack, "Pipeline")),
    ("states:GetExecutionHistory", lambda stack: execution(stack, "UniverseOfSymbols")),
    ("lambda:InvokeFunction", lambda stack: stack.attribute("PredictFunction", "Arn")),
    ("lambda:UpdateFunctionCode", lambda stack: stack.attribute("PredictFunction", "Arn")),
    ("cloudwatch:GetMetricData", lambda stack: "*"),
    ("cloudwatch:PutMetricData", lambda stack: "*"),
    ("ssm:GetParameter", lambda stack: roles.arn("ssm", "parameter/candor/other")),
    ("secretsmanager:GetSecretValue", lambda stack: roles.arn("secretsmanager", "secret:other-AbCdEf")),
    ("iam:PassRole", lambda stack: stack.attribute("PipelineRole", "Arn")),
    ("sts:AssumeRole", lambda stack: stack.attribute("PipelineRole", "Arn")),
]


def execution(stack, machine, name="EXECUTION"):
    return roles.arn("states", f"execution:{stack.attribute(machine, 'Name')}:{name}")


def served(stack):
    """What services do in a role's name, which no recorder of calls to AWS can see."""

    def call(role, action, resource, **context):
        return Call(role, action, resource, tuple({**OVER_TLS, **context}.items()))

    bucket = stack.attribute("Store", "Arn")
    pipeline, universe = stack.attribute("Pipeline"), stack.attribute("UniverseOfSymbols")
    dead = stack.attribute("DeadLetters", "Arn")
    for name in stack.functions():
        group = stack.attribute(f"{camel(name)}Logs", "Arn")
        for action in ("CreateLogStream", "PutLogEvents"):
            yield call(name, f"logs:{action}", group[:-1] + "log-stream:2026/01/01/[$LATEST]0")
        yield call(name, "xray:PutTraceSegments", "*")
    # SNS encrypts a message with the topic's key in the name of who publishes it.
    for action in ("kms:GenerateDataKey", "kms:Decrypt"):
        yield call("promote", action, stack.attribute("NotificationsKey", "Arn"))
    # Lambda hands on the outcome of an asynchronous invocation.
    yield call("record-failure", "events:PutEvents", roles.arn("events", "event-bus/default"))
    for name in ("record-failure", "batch"):
        yield call(name, "sqs:SendMessage", dead)
    for stage in STAGES:
        yield call("PipelineRole", "lambda:InvokeFunction", stack.attribute(f"{camel(stage)}Function", "Arn"))
    # A distributed map: its list, its results in parts, its items, and the pipeline's executions that these wait for.
    for action, key in UNIVERSE_ON_OBJECTS:
        yield call("UniverseRole", f"s3:{action}", f"{bucket}/{key}", **{"s3:TlsVersion": "1.3"})
    for machine in (pipeline, universe):
        yield call("UniverseRole", "states:StartExecution", machine)
        yield call("ScheduleRole", "states:StartExecution", machine)
    for action in ("DescribeExecution", "StopExecution", "RedriveExecution"):
        yield call("UniverseRole", f"states:{action}", execution(stack, "UniverseOfSymbols"))
    for action in ("DescribeExecution", "StopExecution"):
        yield call("UniverseRole", f"states:{action}", execution(stack, "Pipeline"))
    rule = roles.arn("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule")
    for action in ("PutTargets", "PutRule", "DescribeRule"):
        yield call("UniverseRole", f"events:{action}", rule)
    yield call("PredictCallerRole", "lambda:InvokeFunction", stack.attribute("PredictFunctionAliaslive"))
    for role in ("ScheduleRole", "PredictCallerRole"):
        yield call(role, "sqs:SendMessage", dead)


def never(stack):
    """What the roles that are no functions' must not do."""
    bucket = stack.attribute("Store", "Arn")
    for name in ("Predict", "Batch", "RecordFailure"):
        yield Call("PipelineRole", "lambda:InvokeFunction", stack.attribute(f"{name}Function", "Arn"))
    yield Call("PipelineRole", "states:StartExecution", stack.attribute("Pipeline"))
    yield Call("ScheduleRole", "lambda:InvokeFunction", stack.attribute("IngestFunction", "Arn"))
    yield Call("ScheduleRole", "states:StopExecution", execution(stack, "Pipeline"))
    yield Call("PredictCallerRole", "lambda:InvokeFunction", stack.attribute("PredictFunction", "Arn"))
    yield Call("PredictCallerRole", "states:StartExecution", stack.attribute("Pipeline"))
    yield Call("UniverseRole", "states:RedriveExecution", execution(stack, "Pipeline"))
    for folder in FOLDERS:
        if not folder.startswith("universe/"):
            for action in ("s3:GetObject", "s3:PutObject"):
                yield Call("UniverseRole", action, f"{bucket}/{folder}NAME", tuple(TLS.items()))
    yield Call("UniverseRole", "s3:PutObject", f"{bucket}/universe/lists/us.json", tuple(TLS.items()))


def camel(name):
    return "".join(part.capitalize() for part in name.split("-"))
