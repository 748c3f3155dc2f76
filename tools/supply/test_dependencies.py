"""Tests of what tools/dependencies trusts. SPDX-License-Identifier: GPL-3.0-or-later"""

import contextlib
import importlib.util
import io
import pathlib
import sys
import tempfile
import unittest
import zipfile
from importlib.machinery import SourceFileLoader

sys.dont_write_bytecode = True
TOOLS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOOLS / "supply"))

import lock  # noqa: E402

loader = SourceFileLoader("dependencies", str(TOOLS / "dependencies"))
dependencies = importlib.util.module_from_spec(importlib.util.spec_from_loader("dependencies", loader))
loader.exec_module(dependencies)

APACHE = "The Apache Software License, Version 2.0"


def jar(text="class", method=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr(zipfile.ZipInfo("org/One.class"), text)
        archive.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\n")
    return made.getvalue()


class BuiltClone(unittest.TestCase):
    """A clone in which one function and the command line bring one jar along, and the lock file says so."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.repository = self.root / "repository"
        self.lib = self.root / "target" / "candor" / "lib"
        self.lib.mkdir(parents=True)
        (self.lib / "candor-local-0.1.0.jar").write_bytes(jar("ours"))
        self.publish("one", jar(), APACHE)
        self.ship("one", jar(), jar(method=zipfile.ZIP_STORED))
        self.assertEqual(0, self.run_tool("--write")[0])

    def publish(self, artifact, content, licence):
        """Puts a jar and its POM into Maven's local repository; the licence stands in the POM's parent."""
        folder = self.repository / "org" / "example" / artifact / "1.0"
        parent = self.repository / "org" / "example" / f"{artifact}-parent" / "1"
        for place in (folder, parent):
            place.mkdir(parents=True, exist_ok=True)
        (folder / f"{artifact}-1.0.jar").write_bytes(content)
        named = f"<groupId>org.example</groupId><artifactId>{artifact}-parent</artifactId><version>1</version>"
        (folder / f"{artifact}-1.0.pom").write_text(f"<project><parent>{named}</parent></project>", encoding="utf-8")
        (parent / f"{artifact}-parent-1.pom").write_text(
            f'<project xmlns="http://maven.apache.org/POM/4.0.0"><licenses><license><name>{licence}</name></license>'
            "</licenses></project>",
            encoding="utf-8",
        )

    def ship(self, artifact, content, in_zip):
        """As the build does: the command line's folder has the jar as it is, the zip packs it anew."""
        (self.lib / f"{artifact}-1.0.jar").write_bytes(content)
        zips = self.root / "functions" / "clean" / "target"
        zips.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(zips / "candor-clean.zip", "w") as archive:
            archive.writestr("lib/candor-aws-0.1.0.jar", jar("ours"))
            archive.writestr(f"lib/{artifact}-1.0.jar", in_zip)

    def run_tool(self, *arguments):
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = dependencies.main(["--root", str(self.root), "--repository", str(self.repository), *arguments])
        return status, said.getvalue()

    def assert_told(self, *parts):
        status, said = self.run_tool()
        self.assertEqual(1, status, said)
        for part in parts:
            self.assertIn(part, said)

    def edit_lock(self, old, new):
        file = self.root / dependencies.NAME
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


class Check(BuiltClone):
    def test_passes_for_what_the_lock_file_was_written_from(self):
        status, said = self.run_tool()
        self.assertEqual(0, status, said)
        self.assertIn("4 passed, 0 failed", said)

    def test_notices_a_changed_byte_in_the_command_lines_jar(self):
        changed = bytearray(jar())
        changed[-1] ^= 1  # in the archive's comment length: what is in the jar stays the same
        (self.lib / "one-1.0.jar").write_bytes(changed)
        self.assert_told("FAIL  dependencies.lock: the command line", "one-1.0.jar has the SHA-256")

    def test_notices_a_changed_byte_in_a_zips_jar(self):
        self.ship("one", jar(), jar("claSs", zipfile.ZIP_STORED))
        self.assert_told("FAIL  dependencies.lock: functions/clean", "one-1.0.jar does not hold what the lock file")

    def test_notices_a_new_jar(self):
        (self.lib / "two-1.0.jar").write_bytes(jar("two"))
        self.assert_told("two-1.0.jar is not in the lock file", "tools/dependencies --write")

    def test_notices_a_jar_that_is_shipped_no_more(self):
        (self.lib / "one-1.0.jar").unlink()
        (self.root / "functions" / "clean" / "target" / "candor-clean.zip").unlink()
        with zipfile.ZipFile(self.root / "functions" / "clean" / "target" / "candor-clean.zip", "w"):
            pass
        self.assert_told("one-1.0.jar is in the lock file, and is shipped no more")

    def test_notices_a_licence_that_may_not_be_shipped(self):
        self.edit_lock(" Apache-2.0 ", " SSPL-1.0 ")
        self.assert_told("org.example:one:1.0 is under SSPL-1.0")

    def test_names_the_line_that_is_no_entry(self):
        self.edit_lock(" Apache-2.0 ", " Apache 2.0 ")
        self.assert_told("dependencies.lock, line 3", "tools/dependencies --write")


class Write(BuiltClone):
    def test_is_the_remedy_of_a_new_jar(self):
        self.publish("two", jar("two"), "MIT License")
        (self.lib / "two-1.0.jar").write_bytes(jar("two"))
        self.assertEqual(1, self.run_tool()[0])
        self.assertEqual((0, "dependencies.lock: 2 jars\n"), self.run_tool("--write"))
        self.assertEqual(0, self.run_tool()[0])
        entry = lock.read(self.root / dependencies.NAME)["two-1.0.jar"]
        self.assertEqual(("org.example:two:1.0", "MIT"), (entry.coordinates, entry.licence))

    def test_refuses_a_licence_that_it_does_not_know_and_writes_nothing(self):
        before = (self.root / dependencies.NAME).read_bytes()
        self.publish("two", jar("two"), "Business Source License")
        (self.lib / "two-1.0.jar").write_bytes(jar("two"))
        status, said = self.run_tool("--write")
        self.assertEqual(1, status)
        self.assertIn("org.example:two:1.0 is under 'Business Source License'", said)
        self.assertEqual(before, (self.root / dependencies.NAME).read_bytes())

    def test_refuses_a_jar_whose_bytes_the_repository_has_not(self):
        (self.lib / "one-1.0.jar").write_bytes(jar("otherwise"))
        status, said = self.run_tool("--write")
        self.assertEqual(1, status)
        self.assertIn("one-1.0.jar is not in", said)
        self.assertIn("--repository", said)


class NothingBuilt(unittest.TestCase):
    def test_is_told_with_the_remedy(self):
        said = io.StringIO()
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(said):
            self.assertEqual(2, dependencies.main(["--root", folder]))
        self.assertIn("./candor --version", said.getvalue())


if __name__ == "__main__":
    unittest.main()
