"""Tests of what tools/check-iam trusts. SPDX-License-Identifier: GPL-3.0-or-later"""

import base64
import contextlib
import io
import json
import pathlib
import sys
import unittest
from unittest import mock

sys.dont_write_bytecode = True
TOOLS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOOLS), str(TOOLS / "iam")]

import calls  # noqa: E402
import expected  # noqa: E402
import judgement  # noqa: E402
import roles  # noqa: E402
from calls import OVER_TLS, TLS, Call  # noqa: E402
from simulator import ALLOWED, REFUSED, UNMENTIONED, Simulator  # noqa: E402
from tally import Tally  # noqa: E402

MODULES = TOOLS.parent / ".tools" / "iam-node"
BUCKET = roles.NAMES["Store"]
ARN = f"arn:aws:s3:::{BUCKET}"


def request(service, method="POST", path="/", body="", key="AK-clean", **headers):
    """A line as moto records it."""
    credential = f"AWS4-HMAC-SHA256 Credential={key}/20261130/eu-west-2/{service}/aws4_request, SignedHeaders=host"
    told = {"Authorization": credential, **{name.replace("_", "-"): value for name, value in headers.items()}}
    encoded = base64.b64encode(body.encode()).decode()
    return json.dumps(
        {
            "method": method,
            "url": f"http://127.0.0.1:1{path}",
            "headers": told,
            "body": encoded,
            "body_encoded": True,
        }
    )


def read(*lines):
    return [
        (call.action, call.resource, dict(call.context).get("s3:prefix"))
        for call in calls.read(lines, {"AK-clean": "clean"})
    ]


class RecordedCalls(unittest.TestCase):
    def test_a_get_is_also_a_list_as_aws_decides_between_403_and_404(self):
        told = read(request("s3", "GET", f"/{BUCKET}/work/clean/a%20b%2Bc?x-id=GetObject"))
        key = "work/clean/a b+c"
        self.assertEqual([("s3:GetObject", f"{ARN}/{key}", None), ("s3:ListBucket", ARN, key)], told)

    def test_a_link_that_was_signed_beforehand_is_a_call_of_who_signed_it(self):
        credential = "X-Amz-Credential=AK-clean%2F20261130%2Feu-west-2%2Fs3%2Faws4_request"
        line = json.loads(request("s3", "GET", f"/{BUCKET}/latest/STX?response-content-type=a&{credential}"))
        del line["headers"]["Authorization"]
        self.assertEqual(("s3:GetObject", f"{ARN}/latest/STX", None), read(json.dumps(line))[0])

    def test_a_list_has_its_prefix(self):
        told = read(request("s3", "GET", f"/{BUCKET}?list-type=2&prefix=runs%2FSTX_"))
        self.assertEqual([("s3:ListBucket", ARN, "runs/STX_")], told)
        self.assertEqual([("s3:ListBucket", ARN, "")], read(request("s3", "GET", f"/{BUCKET}?list-type=2")))

    def test_only_a_reader_may_write_where_what_is_there_is_compared(self):
        path = f"/{BUCKET}/champions/STX"
        self.assertEqual([("s3:PutObject", f"{ARN}/champions/STX", None)], read(request("s3", "PUT", path)))
        self.assertIn(("s3:GetObject", f"{ARN}/champions/STX", None), read(request("s3", "PUT", path, If_Match="x")))

    def test_a_transaction_is_judged_by_its_parts(self):
        items = [{"Put": {"TableName": "t"}}, {"Delete": {"TableName": "t"}}, {"ConditionCheck": {"TableName": "t"}}]
        told = read(
            request(
                "dynamodb",
                body=json.dumps({"TransactItems": items}),
                X_Amz_Target="DynamoDB_20120810.TransactWriteItems",
            )
        )
        named = [f"dynamodb:{name}Item" for name in ("Put", "Delete", "ConditionCheck")]
        self.assertEqual([(name, roles.arn("dynamodb", "table/t"), None) for name in named], told)

    def test_other_services_by_their_own_ways_to_name_an_action(self):
        told = read(
            request("monitoring", path="/service/GraniteServiceVersion20100801/operation/GetMetricData", body="\xa1"),
            request("sns", body="Action=Publish&TopicArn=arn%3Aaws%3Asns%3Aeu-west-2%3A1%3At"),
            request("ssm", body='{"Name": "/candor/tiingo"}', X_Amz_Target="AmazonSSM.GetParameter"),
            request("states", body='{"executionArn": "e"}', X_Amz_Target="AWSStepFunctions.GetExecutionHistory"),
            request("secretsmanager", body='{"SecretId": "s"}', X_Amz_Target="secretsmanager.GetSecretValue"),
        )
        self.assertEqual(
            [
                ("cloudwatch:GetMetricData", "*"),
                ("sns:Publish", "arn:aws:sns:eu-west-2:1:t"),
                ("ssm:GetParameter", roles.arn("ssm", "parameter/candor/tiingo")),
                ("states:GetExecutionHistory", "e"),
                ("secretsmanager:GetSecretValue", "s"),
            ],
            [call[:2] for call in told],
        )

    def test_a_call_that_nobody_could_judge_is_no_call_that_passes(self):
        for line in (
            request("s3", "GET", f"/{BUCKET}?versions"),
            request("s3", "POST", f"/{BUCKET}/a?uploads"),
            request("states", body="{}", X_Amz_Target="AWSStepFunctions.StopExecution"),
            request("sqs", body="Action=SendMessage"),
            json.dumps({"method": "GET", "url": f"http://127.0.0.1:1/{BUCKET}/a", "headers": {}}),
        ):
            with self.assertRaises(calls.Unknown):
                read(line)

    def test_the_checks_own_calls_are_left_out(self):
        self.assertEqual([], read(request("s3", "PUT", f"/{BUCKET}/a", key="AK-check")))
        self.assertEqual([], read(json.dumps({"method": "GET", "url": "http://h/moto-api/data.json", "headers": {}})))

    def test_folders_are_those_that_roles_name(self):
        for key, folder in {
            "work/clean/STX/ab/clean.csv": "work/clean/",
            "predecessors/train/STX": "predecessors/train/",
            "settings/STX.json": "settings/",
            "settings/data/STX.json": "settings/data/",
            "inbox/STX.csv": "inbox/",
            "inbox/batch/x.csv": "inbox/batch/",
            "runs/STX_": "runs/",
            "STX": "",
        }.items():
            self.assertEqual(folder, calls.folder_of(key))


def template():
    """One function with a role, as tools/expand-template.py prints it."""
    grant = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": {"Fn::Sub": "${Store.Arn}/work/clean/*"}}
    listing = {
        "Effect": "Allow",
        "Action": "s3:ListBucket",
        "Resource": {"Fn::GetAtt": ["Store", "Arn"]},
        "Condition": {"StringLike": {"s3:prefix": "work/clean/*"}},
    }
    token = {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": {"Ref": "Token"}}
    insecure = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [{"Fn::GetAtt": ["Store", "Arn"]}, {"Fn::Sub": "${Store.Arn}/*"}],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }

    def document(*statements):
        return {"Version": "2012-10-17", "Statement": list(statements)}

    def resource(kind, **properties):
        return {"Type": kind, "Properties": properties}

    return {
        "Parameters": {"Token": {"Default": ""}},
        "Conditions": {"HasToken": {"Fn::Not": [{"Fn::Equals": [{"Ref": "Token"}, ""]}]}},
        "Resources": {
            "Store": resource("AWS::S3::Bucket"),
            "StoreAccess": resource("AWS::S3::BucketPolicy", PolicyDocument=document(insecure)),
            "Topic": resource("AWS::SNS::TopicPolicy", PolicyDocument=document()),
            "Queue": resource("AWS::SQS::QueuePolicy", PolicyDocument=document()),
            "Key": resource("AWS::KMS::Key", KeyPolicy=document()),
            "Listing": resource("AWS::IAM::ManagedPolicy", PolicyDocument=document(listing)),
            "CleanRole": resource(
                "AWS::IAM::Role",
                Policies=[{"PolicyName": "clean", "PolicyDocument": document(grant)}],
                ManagedPolicyArns=[{"Ref": "Listing"}, "arn:aws:iam::aws:policy/Another"],
            ),
            "Tokens": {
                **resource(
                    "AWS::IAM::RolePolicy",
                    RoleName={"Ref": "CleanRole"},
                    PolicyName="token",
                    PolicyDocument=document(token),
                ),
                "Condition": "HasToken",
            },
            "CleanFunction": resource(
                "AWS::Lambda::Function",
                Handler="candor.Clean",
                Role={"Fn::GetAtt": ["CleanRole", "Arn"]},
                Environment={
                    "Variables": {
                        "BUCKET": {"Ref": "Store"},
                        "TOKEN": {"Fn::If": ["HasToken", {"Ref": "Token"}, {"Ref": "AWS::NoValue"}]},
                    }
                },
            ),
        },
    }


class ResolvedStack(unittest.TestCase):
    def test_roles_have_their_own_policies_the_managed_ones_and_those_apart(self):
        policies = roles.Stack(template(), Token="t").policies()["CleanRole"]
        self.assertEqual(["clean", "Listing", "token"], [policy["name"] for policy in policies])
        self.assertEqual(f"{ARN}/work/clean/*", policies[0]["policy"]["Statement"][0]["Resource"])
        self.assertEqual("t", policies[2]["policy"]["Statement"][0]["Resource"])

    def test_what_hangs_on_a_condition_is_there_where_it_is_met(self):
        self.assertEqual(2, len(roles.Stack(template()).policies()["CleanRole"]))
        self.assertEqual({"BUCKET": BUCKET}, roles.Stack(template()).functions()["clean"]["environment"])
        environment = roles.Stack(template(), Token="t").functions()["clean"]["environment"]
        self.assertEqual({"BUCKET": BUCKET, "TOKEN": "t"}, environment)

    def test_what_it_does_not_know_it_does_not_guess(self):
        stack = roles.Stack(template())
        for value in (
            {"Ref": "Nothing"},
            {"Fn::GetAtt": ["Store", "DomainName"]},
            {"Fn::Join": ["", []]},
            {"Fn::Sub": ["${A}", {"A": "b"}]},
        ):
            with self.assertRaises(roles.Unresolved):
                stack.resolve(value)
        with self.assertRaises(roles.Unresolved):
            roles.Stack(template(), Tokens="t")

    def test_moto_keeps_the_resources_of_s3_alone(self):
        statements = [
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "a"},
            {"Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": "b"},
        ]
        judged = roles.as_moto_judges({"Statement": statements})["Statement"]
        self.assertEqual(["a", "*"], [statement["Resource"] for statement in judged])
        self.assertIn("dynamodb:TransactWriteItems", judged[1]["Action"])


class FixedVerdicts:
    """In the simulator's place: allows what is listed."""

    def __init__(self, *allowed):
        self.allowed = set(allowed)

    def verdicts(self, asked):
        return [ALLOWED if (call.function, call.action, call.folder) in self.allowed else UNMENTIONED for call in asked]


class Judged(unittest.TestCase):
    def rest(self, unseen, *allowed, seen=()):
        """What is said of calls that were not seen."""
        conceived = [Call("clean", "s3:GetObject", f"{ARN}/{folder}/x") for folder in ("latest", "outbox")]
        checks, said = Tally(), io.StringIO()
        with (
            mock.patch.object(expected, "conceivable", lambda *_: conceived),
            mock.patch.object(expected, "never", lambda _: []),
            mock.patch.dict(expected.UNSEEN, unseen, clear=True),
            contextlib.redirect_stdout(said),
        ):
            judgement.check_rest(checks, FixedVerdicts(*allowed), roles.Stack(template()), set(seen))
        return checks.failed, said.getvalue()

    def test_a_right_that_nobody_was_seen_to_use_is_reported(self):
        failed, said = self.rest({}, ("clean", "s3:GetObject", "latest/"))
        self.assertEqual(1, failed)
        self.assertIn(f"clean: s3:GetObject on {ARN}/latest/x", said)

    def test_but_not_one_that_has_a_reason_or_was_seen(self):
        right = ("clean", "s3:GetObject", "latest/")
        self.assertEqual(0, self.rest({right: "why"}, right)[0])
        self.assertEqual(0, self.rest({}, right, seen=[right])[0])

    def test_a_reason_for_a_right_that_is_none_is_reported(self):
        failed, said = self.rest({("clean", "s3:GetObject", "outbox/"): "why"})
        self.assertEqual(1, failed)
        self.assertIn("clean s3:GetObject outbox/: is refused, or was seen", said)

    def test_a_recorded_call_that_is_not_allowed_is_reported(self):
        checks, said = Tally(), io.StringIO()
        with contextlib.redirect_stdout(said):
            judgement.note_verdicts(checks, FixedVerdicts(), [Call("clean", "s3:GetObject", f"{ARN}/x")], "calls")
        self.assertEqual(1, checks.failed)
        self.assertIn(f"ImplicitlyDenied: clean: s3:GetObject on {ARN}/x", said.getvalue())


@unittest.skipUnless((MODULES / "fetched").is_file(), "tools/check-iam --fetch brings the simulator")
class TheSimulator(unittest.TestCase):
    def setUp(self):
        self.simulator = Simulator(MODULES, roles.Stack(template()))

    def verdict(self, action, resource, context):
        return self.simulator.verdicts([Call("clean", action, resource, tuple(context.items()))])[0]

    def test_allows_what_the_role_grants_and_nothing_beside(self):
        self.assertEqual(ALLOWED, self.verdict("s3:GetObject", f"{ARN}/work/clean/x", TLS))
        for resource in (f"{ARN}/work/cleaner/x", f"{ARN}/latest/x", "arn:aws:s3:::other/work/clean/x"):
            self.assertEqual(UNMENTIONED, self.verdict("s3:GetObject", resource, TLS))
        self.assertEqual(UNMENTIONED, self.verdict("s3:PutObject", f"{ARN}/work/clean/x", TLS))

    def test_knows_conditions(self):
        self.assertEqual(ALLOWED, self.verdict("s3:ListBucket", ARN, {**TLS, "s3:prefix": "work/clean/x"}))
        self.assertEqual(UNMENTIONED, self.verdict("s3:ListBucket", ARN, {**TLS, "s3:prefix": "latest/x"}))
        self.assertEqual(UNMENTIONED, self.verdict("s3:ListBucket", ARN, TLS))

    def test_refuses_by_the_buckets_policy_what_the_role_grants(self):
        insecure = {"aws:SecureTransport": "false"}
        self.assertEqual(REFUSED, self.verdict("s3:GetObject", f"{ARN}/work/clean/x", insecure))

    def test_takes_no_condition_key_that_an_action_has_not(self):
        with self.assertRaisesRegex(RuntimeError, "s3:prefix"):
            self.verdict("s3:GetObject", f"{ARN}/work/clean/x", {**OVER_TLS, "s3:prefix": "x"})


if __name__ == "__main__":
    unittest.main()
