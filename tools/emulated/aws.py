"""The clients of AWS's services that the checks use, all at the emulator.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os

import boto3
from botocore.config import Config


class Aws:
    """An account on the emulator."""

    def __init__(self, url, region, credentials):
        self.url = url
        self.region_name = region
        self.session = boto3.Session(
            credentials["AWS_ACCESS_KEY_ID"], credentials["AWS_SECRET_ACCESS_KEY"], region_name=region
        )
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
            **credentials,
            "AWS_ENDPOINT_URL": url,
            "AWS_EC2_METADATA_DISABLED": "true",
        }
        self.clients = {}

    def client(self, service):
        if service not in self.clients:
            config = Config(retries={"max_attempts": 1}, read_timeout=180, s3={"addressing_style": "path"})
            self.clients[service] = self.session.client(service, endpoint_url=self.url, config=config)
        return self.clients[service]
