"""What the expanded template says of functions and roles, with names in place of references, as a stack would have them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

PARTITION = "aws"
REGION = "eu-west-2"
ACCOUNT = "123456789012"
STACK = "candor"

# Physical names, by logical one: those that the events in events/ name, so that these fit.
NAMES = {"Store": "candor-store-ab12cd34ef56", "Pipeline": "Pipeline-Ab12Cd34Ef56"}
KEY_ID = "11111111-2222-3333-4444-555555555555"
PSEUDO = {
    "AWS::Partition": PARTITION,
    "AWS::Region": REGION,
    "AWS::AccountId": ACCOUNT,
    "AWS::StackName": STACK,
    "AWS::StackId": f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{STACK}/0",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::NoValue": None,
}


class Unresolved(ValueError):
    """A reference or a function of CloudFormation that this does not know."""


def arn(service, rest, region=REGION, account=ACCOUNT):
    return f"arn:{PARTITION}:{service}:{region}:{account}:{rest}"


def attributes(kind, name):
    """Ref ('') and the attributes of a resource of that type, by what CloudFormation documents of each."""
    known = {
        "AWS::S3::Bucket": {"": name, "Arn": arn("s3", name, "", "")},
        "AWS::DynamoDB::Table": {"": name, "Arn": arn("dynamodb", f"table/{name}")},
        "AWS::SNS::Topic": {"": arn("sns", name)},
        "AWS::KMS::Key": {"": KEY_ID, "Arn": arn("kms", f"key/{KEY_ID}")},
        "AWS::SQS::Queue": {"Arn": arn("sqs", name), "QueueName": name},
        "AWS::StepFunctions::StateMachine": {"": arn("states", f"stateMachine:{name}"), "Name": name},
        "AWS::Lambda::Function": {"": name, "Arn": arn("lambda", f"function:{name}")},
        "AWS::Events::Rule": {"": name, "Arn": arn("events", f"rule/{name}")},
        "AWS::IAM::Role": {"": name, "Arn": arn("iam", f"role/{name}", "")},
        "AWS::IAM::ManagedPolicy": {"": arn("iam", f"policy/{name}", "")},
    }
    return known.get(kind, {})


class Stack:
    """An expanded template with parameters; what it leaves out take their defaults.

    expanded: what tools/expand-template.py prints.
    """

    def __init__(self, expanded, **parameters):
        self.resources = expanded["Resources"]
        self.conditions = expanded.get("Conditions", {})
        defaults = {name: told.get("Default") for name, told in expanded.get("Parameters", {}).items()}
        unknown = parameters.keys() - defaults.keys()
        if unknown:
            raise Unresolved(f"the template has no parameter {', '.join(sorted(unknown))}")
        self.parameters = {**defaults, **parameters}

    def name_of(self, logical):
        return NAMES.get(logical, f"{STACK}-{logical}")

    def attribute(self, logical, attribute=""):
        """The value of a Ref, without an attribute, or of a GetAtt."""
        if not attribute and logical in PSEUDO:
            return PSEUDO[logical]
        if not attribute and logical in self.parameters:
            return self.parameters[logical]
        resource = self.resources.get(logical)
        if resource is not None:
            if resource["Type"] == "AWS::Logs::LogGroup" and attribute == "Arn":
                return arn("logs", f"log-group:{self.resolve(resource['Properties']['LogGroupName'])}:*")
            if resource["Type"] == "AWS::Lambda::Alias" and not attribute:
                alias = resource["Properties"]
                return arn("lambda", f"function:{self.resolve(alias['FunctionName'])}:{alias['Name']}")
            found = attributes(resource["Type"], self.name_of(logical)).get(attribute)
            if found is not None:
                return found
        wanted = f"{logical}.{attribute}" if attribute else logical
        raise Unresolved(f"nothing is known of {wanted}; tools/iam/roles.py says what a resource's references become")

    def resolve(self, value):
        """Any value of the template without references; a member whose value is AWS::NoValue is left out."""
        if isinstance(value, list):
            return [resolved for resolved in map(self.resolve, value) if resolved is not None]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            function, argument = next(iter(value.items()))
            if function == "Ref":
                return self.attribute(argument)
            if function == "Fn::GetAtt":
                return self.attribute(*(argument.split(".", 1) if isinstance(argument, str) else argument))
            if function == "Fn::Sub":
                return self.substituted(argument)
            if function == "Fn::If":
                return self.resolve(argument[1 if self.holds(argument[0]) else 2])
            if function.startswith("Fn::"):
                raise Unresolved(f"{function} is not known; add it to tools/iam/roles.py")
        members = {key: self.resolve(member) for key, member in value.items()}
        return {key: member for key, member in members.items() if member is not None}

    def substituted(self, text):
        if not isinstance(text, str):
            raise Unresolved("Fn::Sub with a map of its own is not known; add it to tools/iam/roles.py")
        return re.sub(r"\$\{([^}!]+)\}", lambda found: str(self.attribute(*found[1].split(".", 1))), text)

    def holds(self, condition):
        """Whether a condition, by name or as it is written, is met."""
        if isinstance(condition, str):
            return self.holds(self.conditions[condition])
        function, argument = next(iter(condition.items()))
        if function == "Condition":
            return self.holds(argument)
        if function == "Fn::Equals":
            first, second = map(self.resolve, argument)
            return str(first) == str(second)
        if function == "Fn::Not":
            return not self.holds(argument[0])
        if function in ("Fn::And", "Fn::Or"):
            return (all if function == "Fn::And" else any)(map(self.holds, argument))
        raise Unresolved(f"the condition {function} is not known; add it to tools/iam/roles.py")

    def of_type(self, kind):
        """The resources of a type that this stack has, by logical name."""
        return {
            name: resource["Properties"]
            for name, resource in self.resources.items()
            if resource["Type"] == kind and ("Condition" not in resource or self.holds(resource["Condition"]))
        }

    def functions(self):
        """By the name that functions/ has it under: role, handler and environment variables."""
        return {
            kebab(name[: -len("Function")]): {
                "role": role_of(properties),
                "handler": properties["Handler"],
                "environment": self.resolve(properties.get("Environment", {}).get("Variables", {})),
            }
            for name, properties in self.of_type("AWS::Lambda::Function").items()
        }

    def policies(self):
        """Of each role, every policy of the stack's own that is on it: [{name, policy}]."""
        managed = self.of_type("AWS::IAM::ManagedPolicy")
        apart = self.of_type("AWS::IAM::RolePolicy")
        found = {}
        for role, properties in self.of_type("AWS::IAM::Role").items():
            own = [(policy["PolicyName"], policy["PolicyDocument"]) for policy in properties.get("Policies", [])]
            own += [
                (reference["Ref"], managed[reference["Ref"]]["PolicyDocument"])
                for reference in properties.get("ManagedPolicyArns", [])
                if isinstance(reference, dict) and reference.get("Ref") in managed
            ]
            own += [
                (policy["PolicyName"], policy["PolicyDocument"])
                for policy in apart.values()
                if policy["RoleName"] == {"Ref": role}
            ]
            found[role] = [{"name": name, "policy": self.resolve(document)} for name, document in own]
        return found

    def resource_policies(self):
        """The policies of resources that are judged beside a role's, by the service whose calls they are about."""
        kinds = {
            "s3": ("AWS::S3::BucketPolicy", "PolicyDocument"),
            "sns": ("AWS::SNS::TopicPolicy", "PolicyDocument"),
            "sqs": ("AWS::SQS::QueuePolicy", "PolicyDocument"),
            "kms": ("AWS::KMS::Key", "KeyPolicy"),
        }
        found = {}
        for service, (kind, member) in kinds.items():
            documents = [self.resolve(properties[member]) for properties in self.of_type(kind).values()]
            if len(documents) != 1:
                raise Unresolved(f"{len(documents)} resources of {kind}; tools/iam/roles.py expects one")
            found[service] = documents[0]
        return found


def as_moto_judges(policy):
    """A policy as moto needs it outside S3: there it asks for '*' as resource, and for a transaction by its own name."""
    statements = []
    for statement in policy["Statement"]:
        actions = [statement["Action"]] if isinstance(statement["Action"], str) else list(statement["Action"])
        if "dynamodb:PutItem" in actions:
            actions.append("dynamodb:TransactWriteItems")
        of_s3 = any(action.startswith("s3:") for action in actions)
        statements.append({**statement, "Action": actions, "Resource": statement["Resource"] if of_s3 else "*"})
    return {**policy, "Statement": statements}


def role_of(function):
    """The logical name of a function's role."""
    reference = function["Role"]["Fn::GetAtt"]
    return (reference.split(".") if isinstance(reference, str) else reference)[0]


def kebab(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
