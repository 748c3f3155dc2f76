"""S3 that refuses for a while: 503 SlowDown to requests for keys with a prefix, as often as told at /_candor/faults.

    PUT    [{"prefix": "work/clean/", "operations": ["GetObject"], "times": 6}]     what to refuse from now on
    GET    the same list with how often each was refused, as "refused"
    DELETE refuses nothing more

SPDX-License-Identifier: GPL-3.0-or-later
"""

import threading

from localstack.aws import handlers
from localstack.aws.api import CommonServiceException
from localstack.http import Response, route
from localstack.runtime import hooks
from localstack.services.edge import ROUTER


class Faults:
    """What is to be refused, and how often it was."""

    def __init__(self):
        self.lock = threading.Lock()
        self.planned = []

    @route("/_candor/faults", methods=["GET", "PUT", "DELETE"])
    def told(self, request):
        with self.lock:
            if request.method != "GET":
                told = request.get_json() if request.method == "PUT" else []
                self.planned = [{**fault, "refused": 0} for fault in told]
            answer = Response()
            answer.set_json(self.planned)
            return answer

    def refuse(self, chain, context, response):
        if context.service is None or context.service.service_name != "s3" or context.operation is None:
            return
        key = (context.service_request or {}).get("Key") or ""
        with self.lock:
            for fault in self.planned:
                if (
                    key.startswith(fault["prefix"])
                    and context.operation.name in fault["operations"]
                    and fault["refused"] < fault["times"]
                ):
                    fault["refused"] += 1
                    raise CommonServiceException("SlowDown", "Please reduce your request rate.", status_code=503)


@hooks.on_infra_start()
def listen():
    faults = Faults()
    ROUTER.add(faults)
    handlers.serve_custom_service_request_handlers.append(faults.refuse)
