"""The runtime API that AWS's client for Java asks for work, on loopback, for one process.

Source: AWS, Lambda runtime API, version 2018-06-01.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Invocation:
    """What was asked, and where the answer will be."""

    def __init__(self, request_id, payload, function_arn, trace_id, deadline_ms):
        self.request_id = request_id
        self.payload = payload
        self.headers = [
            ("Lambda-Runtime-Aws-Request-Id", request_id),
            ("Lambda-Runtime-Deadline-Ms", str(deadline_ms)),
            ("Lambda-Runtime-Invoked-Function-Arn", function_arn),
            ("Lambda-Runtime-Trace-Id", trace_id),
            ("Content-Type", "application/json"),
        ]
        self.answer = None
        self.failed = False
        self.answered = threading.Event()

    def end(self, answer, failed):
        self.answer = answer
        self.failed = failed
        self.answered.set()


class RuntimeApi:
    """Hands out invocations in order; ready is set once the runtime has started or said why it cannot."""

    def __init__(self):
        self.ready = threading.Event()
        self.start_error = None
        self.waiting = queue.Queue()
        self.running = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.requests())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"127.0.0.1:{self.server.server_port}"

    def hand(self, invocation):
        self.running[invocation.request_id] = invocation
        self.waiting.put(invocation)

    def forget(self, invocation):
        self.running.pop(invocation.request_id, None)

    def close(self):
        self.waiting.put(None)
        self.server.shutdown()
        self.server.server_close()

    def requests(self):
        api = self

        class Requests(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def reply(self, status, body=b"", headers=()):
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):  # .../runtime/invocation/next
                api.ready.set()
                invocation = api.waiting.get()
                if invocation is None:
                    self.reply(410)
                else:
                    self.reply(200, invocation.payload, invocation.headers)

            def do_POST(self):  # .../runtime/init/error or .../runtime/invocation/ID/response or /error
                body = self.body()
                parts = self.path.strip("/").split("/")
                if parts[2] == "init":
                    api.start_error = body
                    api.ready.set()
                elif parts[3] in api.running:
                    api.running[parts[3]].end(body, failed=parts[4] == "error")
                self.reply(202, b'{"status":"OK"}')

            def body(self):
                if "chunked" not in self.headers.get("Transfer-Encoding", ""):
                    return self.rfile.read(int(self.headers.get("Content-Length") or 0))
                body = b""
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    body += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return body

        return Requests
