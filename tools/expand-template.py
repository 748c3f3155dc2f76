"""Prints the plain CloudFormation that the SAM template in argument 1 becomes, without an account or a network.

Linters and tests see roles, queues and permissions only there. Run by an interpreter that has aws-sam-translator
(tools/test-all keeps one). Parameters take their defaults; what `sam package` would upload is stood in for;
what checkov is to pass over (Metadata) is attached to the resources that it is about.
"""

import json
import pathlib
import sys

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse


class NoManagedPolicies:
    """Takes the place of the look-up of AWS's managed policies, which needs an account; the template names none."""

    def load(self):
        return {}


def packaged(template, folder):
    """The template as it is after packaging: code in a bucket, the state machines' definitions in place."""
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::Serverless::Function":
            properties["CodeUri"] = "s3://bucket/key"
        if resource["Type"] == "AWS::Serverless::StateMachine" and "DefinitionUri" in properties:
            definition = folder / properties.pop("DefinitionUri")
            properties["Definition"] = json.loads(definition.read_text(encoding="utf-8"))
        include = properties.get("DefinitionBody", {}).get("Fn::Transform", {})
        if include.get("Name") == "AWS::Include":
            body = folder / include["Parameters"]["Location"]
            properties["DefinitionBody"] = yaml_parse(body.read_text(encoding="utf-8"))
    return template


def with_skips(template):
    """Attaches to each resource what checkov is to pass over for its type, from the template's own list with reasons."""
    for skip in template.get("Metadata", {}).get("checkov", {}).get("skip", []):
        for resource in template["Resources"].values():
            if resource["Type"] in skip["types"]:
                skips = resource.setdefault("Metadata", {}).setdefault("checkov", {}).setdefault("skip", [])
                skips.append({"id": skip["id"], "comment": skip["comment"]})
    return template


def always_deployed(template):
    """The APIs that ask for a new deployment each time: SAM uses the word up, and a rule asks for it."""
    return [
        name for name, resource in template["Resources"].items() if resource.get("Properties", {}).get("AlwaysDeploy")
    ]


def main(path):
    template = packaged(yaml_parse(path.read_text(encoding="utf-8")), path.parent)
    defaults = {name: parameter.get("Default") for name, parameter in template.get("Parameters", {}).items()}
    deployed = always_deployed(template)
    translator = Translator({}, Parser(), boto_session=boto3.Session(region_name="eu-west-2"))
    expanded = with_skips(translator.translate(template, defaults))
    for name in deployed:
        expanded["Resources"][name].setdefault("Metadata", {})["AlwaysDeploy"] = True
    json.dump(expanded, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
