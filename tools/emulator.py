#!/usr/bin/env python3
"""AWS on this machine for Candor's tests: LocalStack's last open version, without images, functions as processes.

    tools/emulator.py [--port 4566] [--also ADDRESS]     fetches it once, starts it, and runs until it is interrupted

As a module: with Emulator(...) as emulator, whose url takes the calls of any client of AWS. It listens on loopback, and
on another address of this machine where one is given, as on the bridge by which containers reach it. What it keeps is
below a folder of its own and goes with it.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import argparse
import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

TOOLS = pathlib.Path(__file__).resolve().parent
FETCHED = TOOLS.parent / ".tools" / "localstack"
SOURCES = TOOLS / "localstack"
JARS = ("functions", "table", "expressions")
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
REGION = "eu-west-2"
ACCOUNT = "000000000000"
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
}
SECONDS_TO_START = 120


def find_python():
    """A Python of 3.12 or newer that can make environments, or None: LocalStack takes no older one."""
    named = [shutil.which(f"python3.{minor}") for minor in (13, 12, 14)] + [sys.executable, shutil.which("python3")]
    shims = pathlib.Path(shutil.which("python3") or sys.executable).parent
    beside = shims.parent if shims.name == "shims" else pathlib.Path.home() / ".pyenv"
    pyenv = pathlib.Path(os.environ.get("PYENV_ROOT") or beside)
    kept = sorted(pyenv.glob("versions/3.1[2-4]*/bin/python3"), reverse=True)
    uv = sorted(pathlib.Path.home().glob(".local/share/uv/python/cpython-3.1[2-4]*/bin/python3"), reverse=True)
    test = "import sys, venv, ensurepip; sys.exit(not (3, 12) <= sys.version_info[:2] <= (3, 14))"
    for python in filter(None, [*named, *kept, *uv]):
        outcome = subprocess.run([python, "-c", test], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if outcome.returncode == 0:
            return str(python)
    return None


def lacking():
    """What this machine lacks for the emulator, each with its remedy."""
    if find_python() is None:
        yield (
            "Python 3.12 or newer with venv, for LocalStack (Debian 13, Ubuntu 24.04: sudo apt-get install python3-venv; "
            "elsewhere: pip install uv && uv python install 3.13)"
        )
    if not shutil.which("mvn"):
        yield "Maven (Debian, Ubuntu: sudo apt-get install maven)"


def fetch():
    """Makes LocalStack's environment and brings the jars that it needs, each part anew where what it is made of changed."""
    fetch_environment()
    for name in JARS:
        pom = SOURCES / "jars" / f"{name}.xml"
        fetched_anew(FETCHED / name, [pom], lambda folder, pom=pom: fetch_jars(pom, folder))


def fetch_environment():
    """The part of it that is not Maven's."""
    fetched_anew(FETCHED / "python", [SOURCES / "requirements.txt"], fetch_python)
    plugin = sorted(file for file in (SOURCES / "plugin").rglob("*") if file.suffix in (".toml", ".py"))
    fetched_anew(FETCHED / "plugin", [SOURCES / "requirements.txt", *plugin], install_plugin)


def fetched_anew(folder, sources, fetch_into):
    """Fills the folder unless it was filled from just these sources; a broken attempt leaves no mark."""
    digest = hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()
    mark = FETCHED / f"{folder.name}.fetched"
    if mark.is_file() and mark.read_text(encoding="utf-8") == digest:
        return
    print(f"fetching LocalStack's {folder.name} into {FETCHED} ...", flush=True)
    mark.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    FETCHED.mkdir(parents=True, exist_ok=True)
    fetch_into(folder)
    mark.write_text(digest, encoding="utf-8")


def fetch_python(folder):
    subprocess.run([find_python(), "-m", "venv", folder], check=True)
    install(folder, "-r", SOURCES / "requirements.txt")


def install_plugin(folder):
    # From a copy: an installation writes into the folder that it is made from.
    install(FETCHED / "python", "--force-reinstall", shutil.copytree(SOURCES / "plugin", folder))


def install(environment, *what):
    pip = [environment / "bin" / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, *what], check=True)


def fetch_jars(pom, folder):
    """Brings what a pom depends on into a folder. Maven's own complaints about the JDK are told only where it fails."""
    maven = ["mvn", "-q", "-B", "-ntp", "-f", pom, COPY, "-DincludeScope=runtime", f"-DoutputDirectory={folder}"]
    outcome = subprocess.run(maven, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if outcome.returncode != 0:
        print(outcome.stdout, file=sys.stderr)
        raise subprocess.CalledProcessError(outcome.returncode, maven)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Emulator:
    """LocalStack, running while it is entered. java is the JDK 25's folder."""

    def __init__(self, java, port=None, also=None, log=None):
        self.java = java
        self.port = port or free_port()
        self.also = also
        self.log = log
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.folder = None

    def environment(self):
        listen = [f"{host}:{self.port}" for host in ("127.0.0.1", self.also) if host]
        return {
            "PATH": os.environ["PATH"],
            "HOME": self.folder,
            "TMPDIR": self.folder,
            **CREDENTIALS,
            "OVERRIDE_IN_DOCKER": "0",
            "FILESYSTEM_ROOT": self.folder,
            "GATEWAY_LISTEN": ",".join(listen),
            "LOCALSTACK_HOST": f"127.0.0.1:{self.port}",
            "DISABLE_EVENTS": "1",
            "SKIP_SSL_CERT_DOWNLOAD": "1",
            "DNS_ADDRESS": "0",
            "DYNAMODB_IN_MEMORY": "1",
            "LAMBDA_RUNTIME_EXECUTOR": "host",
            # A Java on a busy machine is not up within its 20 s.
            "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "60",
            "CANDOR_LOCALSTACK_JAVA": str(pathlib.Path(self.java, "bin", "java")),
            "CANDOR_LOCALSTACK_CLIENT": str(FETCHED / "functions"),
            "CANDOR_LOCALSTACK_TABLE": str(FETCHED / "table"),
            "CANDOR_LOCALSTACK_EXPRESSIONS": str(FETCHED / "expressions"),
        }

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="candor-emulator-")
        self.log = self.log or pathlib.Path(self.folder, "emulator.log")
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [FETCHED / "python" / "bin" / "python", "-m", "localstack.runtime.main"],
                cwd=self.folder,
                env=self.environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            self.wait_until_up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def told(self):
        """What it logged."""
        return pathlib.Path(self.log).read_text(encoding="utf-8", errors="replace")

    def wait_until_up(self):
        last = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < last:
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/_localstack/health", timeout=5) as answer:
                    if "services" in json.load(answer):
                        return
            except (urllib.error.URLError, OSError, ValueError):
                time.sleep(0.2)
        raise RuntimeError(
            f"LocalStack did not come up at {self.url} within {SECONDS_TO_START} s:\n{self.told()[-4000:]}"
        )

    def __exit__(self, *_):
        """Ends it with all that it started, functions and table included, and takes its folder away."""
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(15)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            pass
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="tools/emulator.py", description="LocalStack for Candor's tests, until interrupted."
    )
    parser.add_argument("--port", type=int, default=4566, help="where it listens (default: 4566)")
    parser.add_argument(
        "--also", metavar="ADDRESS", help="another address of this machine to listen on, such as a bridge's"
    )
    options = parser.parse_args(arguments)
    missing = list(lacking())
    if not os.environ.get("JAVA_HOME"):
        missing.append("JAVA_HOME, the folder of a JDK 25")
    if missing:
        print("the emulator needs what this machine lacks:", *missing, sep="\n  ", file=sys.stderr)
        return 2
    fetch()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with Emulator(os.environ["JAVA_HOME"], port=options.port, also=options.also) as emulator:
        print(f"AWS's stand-in is at {emulator.url}; interrupt to end it", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            emulator.process.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
