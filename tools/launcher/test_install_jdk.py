"""./candor --install-jdk against a server on this machine that answers as Adoptium does.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import hashlib
import http.server
import io
import json
import os
import pathlib
import shutil
import subprocess
import tarfile
import tempfile
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def packed(version):
    """What looks like a JDK, as a tar.gz."""
    files = {
        "release": f'IMPLEMENTOR="Example"\nJAVA_VERSION="{version}"\n',
        "bin/java": "#!/bin/sh\n",
        "bin/javac": "#!/bin/sh\n",
    }
    bytes_ = io.BytesIO()
    with tarfile.open(fileobj=bytes_, mode="w:gz") as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"jdk-{version}/{name}")
            entry.size, entry.mode = len(text), 0o755
            archive.addfile(entry, io.BytesIO(text.encode()))
    return bytes_.getvalue()


@contextlib.contextmanager
def adoptium(archive, checksum=None):
    """The address of a server whose answer names the archive."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path.startswith("/v3/assets/latest/25/hotspot?"):
                package = {"checksum": checksum or hashlib.sha256(archive).hexdigest(), "link": f"{address}/jdk.tar.gz"}
                # As Adoptium orders it; what installs by itself comes with a link and a checksum of its own.
                installer = {"checksum": "0" * 64, "link": f"{address}/jdk.pkg"}
                self.answer(json.dumps([{"binary": {"installer": installer, "package": package}}], indent=2).encode())
            elif self.path == "/jdk.tar.gz":
                self.answer(archive)
            else:
                self.send_error(404)

        def answer(self, content):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


class InstallJdk(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        shutil.copy(ROOT / "candor", self.home)

    def install(self, address):
        variables = {**os.environ, "CANDOR_ADOPTIUM": address, "no_proxy": "127.0.0.1"}
        command = [self.home / "candor", "--install-jdk"]
        return subprocess.run(command, env=variables, capture_output=True, encoding="utf-8")

    def test_it_is_where_the_launcher_looks(self):
        with adoptium(packed("25.0.1")) as address:
            outcome = self.install(address)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        place = self.home / ".tools" / "jdk" / "jdk-25.0.1"
        self.assertIn(str(place), outcome.stdout)
        self.assertTrue((place / "bin" / "javac").is_file())
        self.assertFalse((self.home / ".tools" / "jdk.draft").exists())

    def test_other_bytes_than_stated_are_not_installed(self):
        with adoptium(packed("25.0.1"), checksum="ab" * 32) as address:
            outcome = self.install(address)
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("Adoptium states " + "ab" * 32, outcome.stderr)
        self.assertFalse((self.home / ".tools" / "jdk").exists())

    def test_another_java_is_none(self):
        with adoptium(packed("21.0.9")) as address:
            outcome = self.install(address)
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("is no JDK 25", outcome.stderr)

    def test_no_network_is_said(self):
        outcome = self.install("http://127.0.0.1:1")
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("cannot be fetched; check the network", outcome.stderr)


if __name__ == "__main__":
    unittest.main()
