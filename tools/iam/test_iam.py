"""Tests of what tools/check-iam trusts. SPDX-License-Identifier: GPL-3.0-or-later"""

import contextlib
import io
import pathlib
import sys
import unittest
from unittest import mock

sys.dont_write_bytecode = True
TOOLS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOOLS), str(TOOLS / "iam")]

import expected  # noqa: E402
import judgement  # noqa: E402
import roles  # noqa: E402
from calls import OVER_TLS, TLS, Call  # noqa: E402
from simulator import ALLOWED, REFUSED, UNMENTIONED, Simulator  # noqa: E402
from tally import Tally  # noqa: E402

MODULES = TOOLS.parent / ".tools" / "iam-node"
BUCKET = roles.NAMES["Store"]
ARN = f"arn:aws:s3:::{BUCKET}"


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
