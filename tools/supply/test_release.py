"""Tests of what tools/release-archive trusts. SPDX-License-Identifier: GPL-3.0-or-later"""

import contextlib
import importlib.util
import io
import json
import os
import pathlib
import sys
import tempfile
import unittest
import zipfile
from importlib.machinery import SourceFileLoader

sys.dont_write_bytecode = True
TOOLS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOOLS / "supply"))

import archive  # noqa: E402
import lock  # noqa: E402
import sbom  # noqa: E402

loader = SourceFileLoader("release_archive", str(TOOLS / "release-archive"))
release_archive = importlib.util.module_from_spec(importlib.util.spec_from_loader("release_archive", loader))
loader.exec_module(release_archive)

NAME = "org.example:one:1.0"


def jar(text="class"):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        written.writestr(zipfile.ZipInfo("org/One.class"), text)
    return made.getvalue()


class BuiltClone(unittest.TestCase):
    """A clone with one function and the command line, each of which brings one jar along; with lock file and SBOMs."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for name in archive.PLAIN:
            self.put(name, name)
        for name in archive.FOLDERS:
            self.put(f"{name}/some", name)
        self.put(
            "pom.xml",
            "<project><version>1.2.3</version>"
            "<project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp></project>",
        )
        self.put("functions/clean/pom.xml", "")
        self.put("target/candor/lib/one-1.0.jar", jar())
        self.put("target/candor/lib/candor-local-1.2.3.jar", jar("ours"))
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as written:
            written.writestr("lib/one-1.0.jar", jar())
        self.put("functions/clean/target/candor-clean.zip", held.getvalue())
        entry = lock.Entry(NAME, "MIT", lock.sha256_of(jar()), lock.contents_of(jar()))
        self.put("dependencies.lock", lock.text([entry]))
        for place in (sbom.LOCAL, "functions/clean"):
            self.put(f"{place}/{sbom.BOM}", self.bom(("org.example", "one", lock.sha256_of(jar()))))

    def put(self, name, content):
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    @staticmethod
    def bom(*components):
        ours = {"group": "candor", "name": "candor-aws", "version": "1.2.3"}
        named = [
            {"group": group, "name": name, "version": "1.0", "hashes": [{"alg": "SHA-256", "content": digest}]}
            for group, name, digest in components
        ]
        return json.dumps({"components": [ours, *named]})

    def run_tool(self):
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = release_archive.main(["--root", str(self.root), "--without-maven"])
        return status, said.getvalue()

    @property
    def made(self):
        return self.root / "target" / "release" / "candor-1.2.3.zip"

    def assert_refused(self, *parts):
        status, said = self.run_tool()
        self.assertEqual(1, status, said)
        self.assertFalse(self.made.exists())
        for part in parts:
            self.assertIn(part, said)


class Archive(BuiltClone):
    def test_has_the_same_bytes_at_each_time(self):
        self.assertEqual(0, self.run_tool()[0])
        first = self.made.read_bytes()
        for path in self.root.rglob("*"):
            os.utime(path, (1, 1))
            path.chmod(0o700)
        self.assertEqual(0, self.run_tool()[0])
        self.assertEqual(first, self.made.read_bytes())

    def test_holds_what_a_stack_is_deployed_from_and_the_sums_of_all_of_it(self):
        status, said = self.run_tool()
        self.assertEqual(0, status, said)
        with zipfile.ZipFile(self.made) as held:
            names = {name.removeprefix("candor-1.2.3/") for name in held.namelist()}
            for name in (
                "template.yaml",
                "statemachine/some",
                "functions/clean/target/candor-clean.zip",
                "lib/candor-local-1.2.3.jar",
                "sbom/candor-clean.cdx.json",
                "sbom/candor-local.cdx.json",
            ):
                self.assertIn(name, names)
                self.assertIn(name, said)
            sums = dict(
                reversed(line.split("  ")) for line in held.read("candor-1.2.3/SHA256SUMS").decode().splitlines()
            )
            self.assertEqual(names - {"SHA256SUMS"}, sums.keys())
            for name, digest in sums.items():
                self.assertEqual(digest, lock.sha256_of(held.read(f"candor-1.2.3/{name}")))

    def test_is_not_made_where_an_sbom_names_another_jar(self):
        other = self.bom(("org.example", "two", "00"))
        self.put(f"functions/clean/{sbom.BOM}", other)
        self.assert_refused(
            f"SBOM of functions/clean: {NAME} is shipped and not listed",
            "org.example:two:1.0 is listed and not shipped",
        )

    def test_is_not_made_where_an_sbom_has_other_bytes(self):
        self.put(f"{sbom.LOCAL}/{sbom.BOM}", self.bom(("org.example", "one", "00")))
        self.assert_refused(f"SBOM of the command line: {NAME} is listed with the SHA-256 00")

    def test_is_not_made_where_the_lock_file_has_other_bytes(self):
        self.put("target/candor/lib/one-1.0.jar", jar("claSs"))
        self.assert_refused("the command line: one-1.0.jar has the SHA-256", "tools/dependencies --write")

    def test_needs_the_zips_and_the_sboms(self):
        (self.root / "functions" / "clean" / sbom.BOM).unlink()
        self.assertEqual(2, self.run_tool()[0])
        (self.root / "functions" / "clean" / "target" / "candor-clean.zip").unlink()
        status, said = self.run_tool()
        self.assertEqual(2, status)
        self.assertIn("./candor --version", said)


if __name__ == "__main__":
    unittest.main()
