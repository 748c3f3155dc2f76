"""AWS as moto's server plays it, with its recorder on, and what a deployed stack has in it.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import boto3
import roles

SECONDS_TO_START = 60
TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}

# Who checks: of a deployed stack it is no part.
CHECK = "Check"
ALL = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}


class Moto:
    """The server while it is entered. It takes any call until enforce() is called, and from then on judges each by IAM."""

    def __init__(self, port, folder):
        self.url = f"http://127.0.0.1:{port}"
        self.port = port
        self.log = pathlib.Path(folder, "moto.log")
        self.recording = pathlib.Path(folder, "recording.jsonl")
        self.process = None
        self.credentials = {"aws_access_key_id": "AK-check", "aws_secret_access_key": "unused"}

    def __enter__(self):
        environment = {
            **os.environ,
            "MOTO_ENABLE_RECORDING": "1",
            "MOTO_RECORDER_FILEPATH": str(self.recording),
        }
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)],
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        last = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < last and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/moto-api/data.json", timeout=5):
                    return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        self.__exit__()
        raise RuntimeError(f"moto did not come up at {self.url}:\n{self.log.read_text(errors='replace')[-3000:]}")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def enforce(self, enforced):
        """From now on every call is judged by its caller's policies, or none is."""
        # As bytes: of a form, which urllib would call it, moto sees no data.
        headers = {"Content-Type": "application/octet-stream"}
        count = b"0" if enforced else b"inf"
        urllib.request.urlopen(urllib.request.Request(f"{self.url}/moto-api/reset-auth", count, headers)).close()

    def client(self, service):
        """As the check itself, which may do all even under IAM once it has a role: see assumed()."""
        return boto3.client(service, endpoint_url=self.url, region_name=roles.REGION, **self.credentials)

    def recorded(self):
        return self.recording.read_text(encoding="utf-8").splitlines()


def deploy(moto, made):
    """What functions find in a deployed stack: bucket, ledger, topic, the state machine and an execution of it.

    Answers that execution's ARN.
    """
    region = {"LocationConstraint": roles.REGION}
    moto.client("s3").create_bucket(Bucket=made.attribute("Store"), CreateBucketConfiguration=region)
    keys = {"pk": "HASH", "sk": "RANGE"}
    moto.client("dynamodb").create_table(
        TableName=made.attribute("Ledger"),
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in keys],
        KeySchema=[{"AttributeName": key, "KeyType": kind} for key, kind in keys.items()],
    )
    moto.client("sns").create_topic(Name=made.name_of("Notifications"))
    states = moto.client("stepfunctions")
    machine = states.create_state_machine(
        name=made.name_of("Pipeline"),
        definition=json.dumps({"StartAt": "Begin", "States": {"Begin": {"Type": "Pass", "End": True}}}),
        roleArn=roles.arn("iam", "role/PipelineRole", ""),
    )["stateMachineArn"]
    if machine != made.attribute("Pipeline"):
        raise RuntimeError(f"moto names the state machine {machine}, the policies {made.attribute('Pipeline')}")
    return states.start_execution(stateMachineArn=machine, name="failed")["executionArn"]


def assumed(moto, policies):
    """Makes roles with these policies; the credentials of a session of each, as variables, by role."""
    iam = moto.client("iam")
    found = {}
    for role, attached in {**policies, CHECK: [{"name": "all", "policy": ALL}]}.items():
        iam.create_role(RoleName=role, AssumeRolePolicyDocument=json.dumps(TRUST))
        for policy in attached:
            document = json.dumps(roles.as_moto_judges(policy["policy"]))
            iam.put_role_policy(RoleName=role, PolicyName=policy["name"], PolicyDocument=document)
        found[role] = session(moto, role)
    moto.credentials = {name.lower(): value for name, value in found.pop(CHECK).items()}
    return found


def session(moto, role):
    """A new session of a role, while IAM is not enforced: its credentials as variables."""
    arn = roles.arn("iam", f"role/{role}", "")
    made = moto.client("sts").assume_role(RoleArn=arn, RoleSessionName="check")["Credentials"]
    return {
        "AWS_ACCESS_KEY_ID": made["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": made["SecretAccessKey"],
        "AWS_SESSION_TOKEN": made["SessionToken"],
    }
