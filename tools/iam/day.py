"""What the functions are asked in the course of a day, as Step Functions, API Gateway and EventBridge ask them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import copy
import json
import pathlib
import re

EVENTS = pathlib.Path(__file__).resolve().parents[2] / "events"
SYMBOL = "SYNTH"
ANSWER = {"decision": "approved", "by": "somebody", "decided": "2026-01-02T09:00:00Z"}
FIRST, SECOND = "2020-12-30", "2020-12-31"
STAGES = ["ingest", "clean", "features", "explore", "train", "evaluate", "promote", "forecast", "report", "monitor"]
API = [
    ("GET", "/v1/forecasts/{symbol}", {"symbol": SYMBOL}, None),
    ("GET", "/v1/forecasts/{symbol}", {"symbol": SYMBOL}, {"asOf": "DAY"}),
    ("GET", "/v1/forecasts/{symbol}", {"symbol": "NONE"}, None),
    ("GET", "/v1/forecasts/{symbol}/chart.svg", {"symbol": SYMBOL}, None),
    ("GET", "/v1/reports/{symbol}", {"symbol": SYMBOL}, None),
    ("GET", "/v1/symbols", None, None),
    ("GET", "/v1/health", None, None),
]


def event(name):
    return json.loads((EVENTS / f"{name}.json").read_text(encoding="utf-8"))


def pipeline(invoke, execution, day, asks_a_person):
    """One execution of the pipeline; answers the stages' checkpoints.

    invoke: takes a function's name and an event, and answers what the function does.
    """
    base = {"execution": execution, "symbol": SYMBOL, "asOf": day, "source": "synthetic", "attempt": 0, "without": []}
    checkpoints = {}
    for stage in STAGES:
        request = {**base, "checkpoints": dict(checkpoints)}
        if stage == "promote" and asks_a_person:
            checkpoints[stage] = approved(invoke, request)
        else:
            checkpoints[stage] = invoke(stage, request)["checkpoint"]
    return checkpoints


def approved(invoke, request):
    """Promote's path where a person has to agree: the proposal, the question to people, the answer's verdict."""
    required = {"decision": "required"}
    proposal = invoke("promote", {**request, "approval": required})
    proposed = {**request["checkpoints"], "promote": proposal["checkpoint"]}
    if proposal.get("awaitsApproval"):
        question = {**request, "checkpoints": proposed, "approval": {**required, "token": "a-token"}}
        invoke("promote", question)
        return invoke("promote", {**request, "checkpoints": proposed, "approval": ANSWER})["checkpoint"]
    raise ValueError("the first day's promotion must be a proposal, or nobody's approval is seen")


def api(invoke, day, bars):
    """Each path of the API; answers what was not as it should be, and the links of a report."""
    wrong, links = [], []
    for method, resource, path, query in API:
        asked = {**query, "asOf": day} if query else None
        answer = invoke("predict", api_event(method, resource, path, asked, None))
        wanted = 404 if path and path["symbol"] == "NONE" else 200
        links += re.findall(r'"(https?://[^"]+)"', answer["body"]) if "reports" in resource else []
        wrong += told(answer, wanted, f"{method} {resource}")
    question = json.dumps({"symbol": SYMBOL, "bars": bars})
    answer = invoke("predict", api_event("POST", "/v1/predictions", None, None, question))
    return wrong + told(answer, 200, "POST /v1/predictions"), links


def told(answer, wanted, asked):
    return [] if answer["statusCode"] == wanted else [f"{asked}: {answer['statusCode']} {answer.get('body', '')[:300]}"]


def api_event(method, resource, path, query, body):
    """As API Gateway hands on a request."""
    made = copy.deepcopy(event("predict"))
    address = resource.replace("{symbol}", (path or {}).get("symbol", ""))
    made.update(
        resource=resource,
        path=address,
        httpMethod=method,
        pathParameters=path,
        queryStringParameters=query,
        multiValueQueryStringParameters=query and {name: [value] for name, value in query.items()},
        body=body,
    )
    if body is not None:
        made["headers"]["Content-Type"] = "application/json"
        made["multiValueHeaders"]["Content-Type"] = ["application/json"]
    made["requestContext"].update(resourcePath=resource, httpMethod=method, path=f"/live{address}")
    return made
