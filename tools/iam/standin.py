"""What moto does not play: CloudWatch in the protocol that the SDK speaks with it, and Tiingo, for any token.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import base64
import http.server
import json
import threading

# {"MetricDataResults": []} in CBOR: nobody has called the API yet.
NO_METRICS = b"\xa1\x71MetricDataResults\x80"


class StandIn:
    """Listens while it is entered, and keeps what CloudWatch was asked as moto's recorder does.

    prices: what Tiingo answers for any symbol, a list of bars.
    """

    def __init__(self):
        self.recording = []
        self.prices = []
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(self))
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def recorded(self):
        return list(self.recording)


def handler(stand_in):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self.answer(200, "application/json", json.dumps(stand_in.prices).encode())

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            stand_in.recording.append(
                json.dumps(
                    {
                        "headers": dict(self.headers),
                        "method": "POST",
                        "url": f"http://{self.headers['Host']}{self.path}",
                        "body": base64.b64encode(body).decode(),
                        "body_encoded": True,
                    }
                )
            )
            known = self.path.endswith("/operation/GetMetricData")
            self.answer(200 if known else 404, "application/cbor", NO_METRICS if known else b"")

        def answer(self, status, media, body):
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("smithy-protocol", "rpc-v2-cbor")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler
