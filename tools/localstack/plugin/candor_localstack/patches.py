"""What is fixed in LocalStack 2026.3.0 at its start, each with its reason.

Reads CANDOR_LOCALSTACK_JAVA, CANDOR_LOCALSTACK_TABLE and CANDOR_LOCALSTACK_EXPRESSIONS (folders with jars).
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import re

from localstack.runtime import hooks


@hooks.on_infra_start()
def apply():
    listen_where_told()
    give_java()
    give_expressions()
    give_table()
    mend_uuid()
    give_percentiles()


def listen_where_told():
    """It binds to every address of the machine, whatever GATEWAY_LISTEN says: its server leaves the host out."""
    from localstack.runtime.server import twisted

    class Endpoints:
        """Those of twisted, with the address that goes with the port."""

        TCP6ServerEndpoint = twisted.endpoints.TCP6ServerEndpoint

        def __init__(self, genuine):
            self.genuine = genuine
            self.hosts = []

        def TCP4ServerEndpoint(self, reactor, port):
            return self.genuine.TCP4ServerEndpoint(reactor, port, interface=self.hosts.pop(0))

    genuine_register = twisted.TwistedRuntimeServer.register
    endpoints = Endpoints(twisted.endpoints)

    def register(self, gateway, listen, ssl_creds=None):
        endpoints.hosts = [address.host for address in listen]
        genuine_register(self, gateway, listen, ssl_creds)

    twisted.endpoints = endpoints
    twisted.TwistedRuntimeServer.register = register


def java_home():
    return str(pathlib.Path(os.environ["CANDOR_LOCALSTACK_JAVA"]).parent.parent)


def give_java():
    """It would fetch a Java of its own; ours is newer and here."""
    from localstack.packages.java import JavaPackageInstaller

    JavaPackageInstaller.install = lambda self, target=None: None
    JavaPackageInstaller.get_java_home = lambda self: java_home()


def give_expressions():
    """It would fetch the jars of its JSONata from a registry that a machine may reach by another name only."""
    from localstack.services.stepfunctions.packages import JSONataPackageInstaller

    JSONataPackageInstaller.install = lambda self, target=None: None
    JSONataPackageInstaller.get_installed_dir = lambda self: os.environ["CANDOR_LOCALSTACK_EXPRESSIONS"]


def give_table():
    """It would fetch DynamoDB Local, and an agent that lifts a limit on indexes which nobody here reaches."""
    from localstack.services.dynamodb.packages import DynamoDBLocalPackageInstaller
    from localstack.services.dynamodb.server import DynamodbServer

    def command(self):
        assert self.in_memory, "a table's files are not kept by these tests"
        jars = os.environ["CANDOR_LOCALSTACK_TABLE"]
        return [
            os.environ["CANDOR_LOCALSTACK_JAVA"],
            f"-Xmx{self.heap_size}",
            "--enable-native-access=ALL-UNNAMED",
            *(f"-Djava.library.path={jars}", "-cp", f"{jars}/*"),
            *("software.amazon.dynamodb.services.local.main.ServerRunner", "-port", str(self.port), "-inMemory"),
        ]

    DynamoDBLocalPackageInstaller.install = lambda self, target=None: None
    DynamodbServer._create_shell_command = command


def mend_uuid():
    """Its $uuid is a sentence that says so; Step Functions gives a random UUID of version 4."""
    from localstack.services.stepfunctions.asl.component.intrinsic import jsonata

    digits = "function($n){$join($map([1..$n],function($i){$substring('0123456789abcdef',$floor($random()*16),1)}))}"
    declarations = jsonata._DECLARATION_BY_VARIABLE_REFERENCE
    declarations["$uuid"] = (
        f"$uuid:=function(){{($h:={digits};$h(8)&'-'&$h(4)&'-4'&$h(3)&'-'&"
        "$substring('89ab',$floor($random()*4),1)&$h(3)&'-'&$h(12))};"
    )


def give_percentiles():
    """Its GetMetricData fails with a KeyError at a percentile; the maximum, which no percentile exceeds, stands in."""
    from localstack.services.cloudwatch import cloudwatch_database_helper as database

    class Statistics(dict):
        def __missing__(self, statistic):
            if not re.fullmatch(r"p[0-9]+(\.[0-9]+)?", statistic):
                raise KeyError(statistic)
            return self["Maximum"]

    for name in ("STAT_TO_SQLITE_AGGREGATION_FUNC", "STAT_TO_SQLITE_COL_NAME_HELPER"):
        setattr(database, name, Statistics(getattr(database, name)))
