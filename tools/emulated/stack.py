"""Deploys the template on the emulator in the steps of `sam package` and `sam deploy`.

The zips and definitions are uploaded by `aws cloudformation package`, the template is expanded by AWS's own translator
of SAM, and CloudFormation creates the stack by a change set. Runs in the emulator's own environment, which has all
three.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import json
import logging
import pathlib
import shutil
import subprocess
import sys
import time

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PACKAGES = "packages"
CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
SECONDS_TO_CREATE = 240


def working_copy(folder):
    """What the template refers to, in a folder where it may be changed; the zips are linked to."""
    copy = pathlib.Path(folder, "source")
    copy.mkdir()
    for name in ("template.yaml", "statemachine", "api"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
    for archive in ROOT.glob("functions/*/target/candor-*.zip"):
        link = copy / archive.relative_to(ROOT)
        link.parent.mkdir(parents=True)
        link.symlink_to(archive)
    return copy


def package(aws, copy):
    """The template after `aws cloudformation package`: code and definitions are in a bucket."""
    aws.client("s3").create_bucket(Bucket=PACKAGES, CreateBucketConfiguration={"LocationConstraint": aws.region_name})
    packaged = copy / "packaged.yaml"
    command = [sys.executable, "-m", "awscli", "cloudformation", "package", "--template-file", copy / "template.yaml"]
    command += ["--s3-bucket", PACKAGES, "--output-template-file", packaged]
    outcome = subprocess.run(command, env=aws.environment, capture_output=True, encoding="utf-8")
    if outcome.returncode != 0:
        raise RuntimeError(f"aws cloudformation package: {outcome.stderr[-2000:]}")
    return yaml_parse(packaged.read_text(encoding="utf-8"))


class NoManagedPolicies:
    """Takes the place of the look-up of AWS's managed policies, of which the template names none by SAM's short names."""

    def load(self):
        return {}


def expanded(template, parameters, included, session):
    """The CloudFormation that SAM makes of the template; included gives the text of what it includes, by its address."""
    for resource in template["Resources"].values():
        body = resource.get("Properties", {}).get("DefinitionBody", {})
        if "Fn::Transform" in body:
            resource["Properties"]["DefinitionBody"] = yaml_parse(
                included(body["Fn::Transform"]["Parameters"]["Location"])
            )
    # It warns of switches that only AWS itself has.
    logging.getLogger("samtranslator").setLevel(logging.ERROR)
    defaults = {name: parameter.get("Default") for name, parameter in template["Parameters"].items()}
    translator = Translator(NoManagedPolicies().load(), Parser(), boto_session=session)
    return translator.translate(template, {**defaults, **parameters})


def uploaded(s3, address):
    bucket, _, key = address.removeprefix("s3://").partition("/")
    return s3.get_object(Bucket=bucket, Key=key)["Body"].read().decode()


def create(aws, name, template, parameters):
    """Creates the stack by a change set and answers its resources and outputs; RuntimeError says what could not be made."""
    s3, formation = aws.client("s3"), aws.client("cloudformation")
    s3.put_object(Bucket=PACKAGES, Key="expanded.json", Body=json.dumps(template).encode())
    formation.create_change_set(
        StackName=name,
        ChangeSetName="create",
        ChangeSetType="CREATE",
        TemplateURL=f"{aws.url}/{PACKAGES}/expanded.json",
        Capabilities=CAPABILITIES,
        Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
    )
    settled(lambda: formation.describe_change_set(StackName=name, ChangeSetName="create"), "CREATE_COMPLETE")
    formation.execute_change_set(StackName=name, ChangeSetName="create")
    try:
        # LocalStack says that it is complete a moment before it knows the outputs.
        stack = settled(
            lambda: {**formation.describe_stacks(StackName=name)["Stacks"][0]}, "CREATE_COMPLETE", having=("Outputs",)
        )
    except RuntimeError as failure:
        events = formation.describe_stack_events(StackName=name)["StackEvents"]
        failed = [
            f"{e['LogicalResourceId']}: {e.get('ResourceStatusReason')}"
            for e in events
            if "FAILED" in e["ResourceStatus"]
        ]
        raise RuntimeError("\n".join([str(failure), *failed])) from failure
    pages = formation.get_paginator("list_stack_resources").paginate(StackName=name)
    resources = [summary for page in pages for summary in page["StackResourceSummaries"]]
    return resources, {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def settled(look, wanted, having=()):
    """What is there once its status is as wanted and it has those fields."""
    last = time.monotonic() + SECONDS_TO_CREATE
    while True:
        seen = look()
        status = seen.get("StackStatus") or seen["Status"]
        if status == wanted and all(field in seen for field in having):
            return seen
        if status.endswith(("FAILED", "ROLLBACK_COMPLETE")) or time.monotonic() > last:
            raise RuntimeError(
                f"it is {status}: {seen.get('StackStatusReason') or seen.get('StatusReason') or 'no reason'}"
            )
        time.sleep(0.3)


def counted(resources):
    """How many resources there are of each type, in words."""
    types = collections.Counter(resource["ResourceType"].removeprefix("AWS::") for resource in resources)
    return ", ".join(f"{count} {kind}" for kind, count in sorted(types.items()))
