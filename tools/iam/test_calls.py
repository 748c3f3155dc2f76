"""Tests of how tools/check-iam names the actions of requests. SPDX-License-Identifier: GPL-3.0-or-later"""

import base64
import json
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import calls  # noqa: E402
import roles  # noqa: E402

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


if __name__ == "__main__":
    unittest.main()
