"""The lock file of third-party jars: what each is, whose licence it has, and its bytes. SPDX-License-Identifier: GPL-3.0-or-later"""

import hashlib
import io
import pathlib
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import dataclass

HEADER = """\
# The jars of others that the command line and the functions' zips bring along, written by `tools/dependencies --write`.
# coordinates, licence (SPDX), SHA-256 of the jar as Maven Central has it, SHA-256 of what is in it however it is packed
"""
OURS = "candor-"

# Licences of what may be shipped in a program under GPL-3.0-or-later.
ALLOWED = {
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "LGPL-2.1-or-later",
    "LGPL-3.0-or-later",
    "MIT",
    "MIT-0",
}
# What POMs call them, in small letters and without 'the' and commas.
KNOWN = {
    "apache license version 2.0": "Apache-2.0",
    "apache software license version 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "mit license": "MIT",
    "gnu 3": "GPL-3.0-only",
    **{name.lower(): name for name in ALLOWED},
}


class Bad(ValueError):
    """A file that is not as it should be, in words for a person."""


@dataclass(frozen=True, order=True)
class Entry:
    """coordinates: group:artifact:version. contents: see contents_of()."""

    coordinates: str
    licence: str
    sha256: str
    contents: str

    @property
    def jar(self):
        _, artifact, version = self.coordinates.split(":")
        return f"{artifact}-{version}.jar"


def read(path):
    """The entries by the names of their jars."""
    found = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split()
        if len(cells) != 4 or cells[0].count(":") != 2:
            raise Bad(f"{path.name}, line {number}: '{line}'; write the file again by tools/dependencies --write")
        entry = Entry(*cells)
        if entry.jar in found:
            raise Bad(f"{path.name}, line {number}: {entry.jar} stands there twice; leave one")
        found[entry.jar] = entry
    return found


def text(entries):
    return HEADER + "".join(
        f"{entry.coordinates} {entry.licence} {entry.sha256} {entry.contents}\n" for entry in sorted(entries)
    )


def sha256_of(content):
    return hashlib.sha256(content).hexdigest()


def contents_of(jar):
    """A digest of the files in a jar's bytes, by name: the build packs jars anew in a function's zip, as they are."""
    total = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(jar)) as archive:
        names = sorted(name for name in archive.namelist() if not name.endswith("/"))
        for name in names:
            total.update(f"{name}\0{sha256_of(archive.read(name))}\n".encode())
    return total.hexdigest()


def jars_in_folder(folder):
    """Others' jars in the folder of the command line, bytes by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.jar")) if not path.name.startswith(OURS)}


def jars_in_zip(file):
    """Others' jars in a function's zip."""
    with zipfile.ZipFile(file) as archive:
        names = {pathlib.PurePosixPath(name).name: name for name in archive.namelist() if name.endswith(".jar")}
        return {jar: archive.read(name) for jar, name in sorted(names.items()) if not jar.startswith(OURS)}


def wrong_in(entries, jars, packed_anew):
    """What does not agree with the lock file, in words.

    jars: bytes by name. packed_anew: whether only what is in them has to agree.
    """
    for name, jar in jars.items():
        entry = entries.get(name)
        if entry is None:
            yield f"{name} is not in the lock file"
        elif packed_anew and contents_of(jar) != entry.contents:
            yield f"{name} does not hold what the lock file says of {entry.coordinates}"
        elif not packed_anew and sha256_of(jar) != entry.sha256:
            yield f"{name} has the SHA-256 {sha256_of(jar)}; the lock file has {entry.sha256}"


def refused_licences(entries):
    """Those of the lock file that may not be shipped."""
    for entry in entries.values():
        if entry.licence not in ALLOWED:
            yield f"{entry.coordinates} is under {entry.licence}; tools/supply/lock.py lists what may be shipped"


def found_in(repository, name, jar):
    """The entry of a jar, by the local Maven repository that the build took it from."""
    same = [path for path in sorted(repository.rglob(name)) if path.read_bytes() == jar]
    if not same:
        raise Bad(f"{name} is not in {repository} with the same bytes; name Maven's repository by --repository DIR")
    group = ".".join(same[0].parent.parent.parent.relative_to(repository).parts)
    artifact, version = same[0].parent.parent.name, same[0].parent.name
    coordinates = f"{group}:{artifact}:{version}"
    licence = licence_of(repository, coordinates)
    return Entry(coordinates, licence, sha256_of(jar), contents_of(jar))


def licence_of(repository, coordinates, pom_of=None):
    """By SPDX's name, as the POM or the nearest of its parents (pom_of) says."""
    group, artifact, version = (pom_of or coordinates).split(":")
    pom = repository.joinpath(*group.split("."), artifact, version, f"{artifact}-{version}.pom")
    project = ElementTree.parse(pom).getroot()
    space = project.tag[: project.tag.index("}") + 1] if "}" in project.tag else ""
    names = [one.findtext(f"{space}name", "") for one in project.findall(f"{space}licenses/{space}license")]
    if names:
        return spdx(names, coordinates)
    parent = project.find(f"{space}parent")
    if parent is None:
        raise Bad(f"the POM of {coordinates} names no licence; find it out, and note it in tools/supply/lock.py")
    named = (parent.findtext(f"{space}{part}", "").strip() for part in ("groupId", "artifactId", "version"))
    return licence_of(repository, coordinates, ":".join(named))


def spdx(names, coordinates):
    """SPDX's name of the only licence, or of the first of several that the user may choose from."""
    plain = [re.sub(r"^the ", "", " ".join(name.lower().replace(",", " ").split())) for name in names]
    known = [KNOWN[name] for name in plain if name in KNOWN]
    if not known:
        raise Bad(f"{coordinates} is under '{' / '.join(names)}', which tools/supply/lock.py does not know; see to it")
    return known[0]
