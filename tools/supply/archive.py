"""A zip whose bytes depend on nothing but what is in it. SPDX-License-Identifier: GPL-3.0-or-later"""

import pathlib
import re
import zipfile

from lock import sha256_of

SUMS = "SHA256SUMS"
# What somebody deploys from and reads, beside zips, jars and lists; folders with all that is in them.
PLAIN = ["LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md", "dependencies.lock", "template.yaml", "samconfig.toml"]
FOLDERS = ["api", "docs", "events", "statemachine"]


def version_of(root):
    return re.search(r"<version>([^<]+)</version>", (root / "pom.xml").read_text(encoding="utf-8"))[1]


def time_of(root):
    """The build's own time, which every jar has too: year to second."""
    pattern = r"<project\.build\.outputTimestamp>(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)Z<"
    return tuple(int(part) for part in re.search(pattern, (root / "pom.xml").read_text(encoding="utf-8")).groups())


def content(root, boms):
    """Files by their names in the archive.

    boms: lists by what each is of.
    """
    found = {name: root / name for name in PLAIN}
    for folder in FOLDERS:
        paths = (path for path in sorted((root / folder).rglob("*")) if path.is_file())
        found.update({path.relative_to(root).as_posix(): path for path in paths})
    found.update({f"lib/{path.name}": path for path in (root / "target" / "candor" / "lib").glob("*.jar")})
    # Where template.yaml looks for them.
    found.update({path.relative_to(root).as_posix(): path for path in root.glob("functions/*/target/candor-*.zip")})
    found.update({f"sbom/candor-{name}.cdx.json": path for name, path in boms.items()})
    return dict(sorted(found.items()))


def write(file, folder, files, time):
    """Writes the archive, SHA256SUMS in it included; answers the sums by name.

    folder: that all of it is in. files: paths by name. time: of every entry.
    """
    sums = {}
    draft = file.with_name(f"{file.name}.draft")
    draft.parent.mkdir(parents=True, exist_ok=True)
    # Stored: what is large is packed already, and a deflater's bytes differ from one version to the next.
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as archive:
        for name, path in files.items():
            bytes_of = path.read_bytes()
            sums[name] = sha256_of(bytes_of)
            archive.writestr(entry(f"{folder}/{name}", time), bytes_of)
        archive.writestr(entry(f"{folder}/{SUMS}", time), "".join(f"{sum_}  {name}\n" for name, sum_ in sums.items()))
    draft.replace(file)
    return sums


def entry(name, time):
    """Without what the machine would add: times, rights and the system's own mark."""
    made = zipfile.ZipInfo(str(pathlib.PurePosixPath(name)), time)
    made.create_system = 3  # Unix, wherever it is made
    made.external_attr = 0o100644 << 16
    return made
