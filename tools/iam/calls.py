"""The actions of AWS that recorded requests ask for, as IAM judges them. SPDX-License-Identifier: GPL-3.0-or-later"""

import base64
import json
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

import roles

# How every call of ours reaches AWS.
OVER_TLS = {"aws:SecureTransport": "true"}
TLS = {**OVER_TLS, "s3:TlsVersion": "1.3"}
# What a transaction's parts are judged as.
IN_TRANSACTIONS = {
    "Put": "PutItem",
    "Delete": "DeleteItem",
    "Update": "UpdateItem",
    "ConditionCheck": "ConditionCheckItem",
    "Get": "GetItem",
}
# In the header, or in the address of a link that was signed beforehand.
CREDENTIAL = re.compile(r"Credential=([^/]+)/\d+/[^/]+/([a-z0-9]+)/")


class Unknown(ValueError):
    """A request that this cannot name the action of: judged by nobody, it would pass unseen."""


@dataclass(frozen=True, order=True)
class Call:
    """One action on one resource.

    context: the request's condition keys, as pairs.
    """

    function: str
    action: str
    resource: str
    context: tuple = ()

    @property
    def service(self):
        return self.action.split(":", 1)[0]

    @property
    def folder(self):
        """The object's key down to the folder that roles name, an execution's machine, or another service's resource."""
        if self.action == "s3:ListBucket":
            return folder_of(dict(self.context).get("s3:prefix", ""))
        if self.service == "s3":
            return folder_of(self.resource.split("/", 1)[-1])
        return self.resource.rpartition(":")[0] if ":execution:" in self.resource else self.resource

    def told(self):
        return f"{self.function}: {self.action} on {self.resource}{self.beside()}"

    def beside(self):
        prefix = dict(self.context).get("s3:prefix")
        return "" if prefix is None else f" with s3:prefix '{prefix}'"


def folder_of(key):
    """As in work/clean/ for work/clean/SYNTH/2025-12-31/..., latest/ for latest/SYNTH, '' for what lies in none."""
    parts = key.split("/")[:-1]
    two = parts[:1] in (["work"], ["predecessors"], ["universe"]) or parts[:2] in (
        ["settings", "data"],
        ["inbox", "batch"],
    )
    return "".join(f"{part}/" for part in parts[: 2 if two else 1])


def read(lines, functions):
    """The calls in a recording of moto's, each once, in order.

    functions: whose request it is, by access key; requests under other keys (the check's own) are left out.
    """
    found = {}
    for line in lines:
        request = json.loads(line)
        if urlsplit(request["url"]).path.startswith("/moto-api/"):
            continue
        headers = {name.lower(): value for name, value in request["headers"].items()}
        credential = CREDENTIAL.search(headers.get("authorization", unquote(request["url"])))
        if credential is None:
            raise Unknown(f"an unsigned request: {request['method']} {request['url']}")
        function = functions.get(credential[1])
        if function is not None:
            for action, resource, context in actions(credential[2], request, headers):
                found[Call(function, action, resource, tuple(sorted(context.items())))] = None
    return list(found)


def actions(service, request, headers):
    """Action, resource and context of all that one request needs."""
    if service == "s3":
        return of_s3(request, headers)
    target = headers.get("x-amz-target", "").rpartition(".")[2]
    if service == "monitoring":
        return [(f"cloudwatch:{urlsplit(request['url']).path.rpartition('/')[2]}", "*", OVER_TLS)]
    body = decoded(request)
    if service == "dynamodb":
        return of_dynamodb(target, json.loads(body))
    if service == "states" and target == "GetExecutionHistory":
        return [(f"states:{target}", json.loads(body)["executionArn"], OVER_TLS)]
    if service == "sns":
        question = parse_qs(body)
        return [(f"sns:{question['Action'][0]}", question["TopicArn"][0], OVER_TLS)]
    if service == "ssm":
        name = json.loads(body)["Name"]
        return [(f"ssm:{target}", roles.arn("ssm", f"parameter{name}"), OVER_TLS)]
    if service == "secretsmanager":
        return [(f"secretsmanager:{target}", json.loads(body)["SecretId"], OVER_TLS)]
    raise Unknown(f"a call of {service} {target}, which tools/iam/calls.py cannot name the action of")


def of_s3(request, headers):
    """S3's actions. A GET also needs ListBucket with the key as prefix: without it an absent key is 403 in place of 404."""
    address = urlsplit(request["url"])
    bucket, _, key = unquote(address.path[1:]).partition("/")
    query = parse_qs(address.query, keep_blank_values=True)
    method = request["method"]
    holder = roles.arn("s3", bucket, "", "")
    item = f"{holder}/{key}"
    if not key and method == "GET" and query.get("list-type") == ["2"]:
        return [("s3:ListBucket", holder, {**TLS, "s3:prefix": query.get("prefix", [""])[0]})]
    if key and all(name == "x-id" or name.startswith(("X-Amz-", "response-")) for name in query):
        listed = ("s3:ListBucket", holder, {**TLS, "s3:prefix": key})
        if method in ("GET", "HEAD"):
            return [("s3:GetObject", item, TLS), listed]
        if method == "PUT":
            # S3 lets only a reader compare what is there with the condition.
            conditional = "if-match" in headers
            return [("s3:PutObject", item, TLS)] + ([("s3:GetObject", item, TLS)] if conditional else [])
        if method == "DELETE":
            return [("s3:DeleteObject", item, TLS)]
    raise Unknown(f"S3's {method} {request['url']}, which tools/iam/calls.py cannot name the action of")


def of_dynamodb(target, body):
    if target == "TransactWriteItems":
        parts = [next(iter(item.items())) for item in body["TransactItems"]]
        return [(f"dynamodb:{IN_TRANSACTIONS[kind]}", table(part["TableName"]), OVER_TLS) for kind, part in parts]
    return [(f"dynamodb:{target}", table(body["TableName"]), OVER_TLS)]


def table(name):
    return name if name.startswith("arn:") else roles.arn("dynamodb", f"table/{name}")


def decoded(request):
    body = request.get("body") or ""
    return base64.b64decode(body).decode() if request.get("body_encoded") else body
