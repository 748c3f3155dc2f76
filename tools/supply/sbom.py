"""CycloneDX lists of what is shipped, compared with the jars that are. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import pathlib

OURS = "candor"
# The build that makes them keeps apart what it makes; see the profile `line` of pom.xml.
BOM = pathlib.Path("target", "line", "bom.json")
LOCAL = "modules/local"


def command(root):
    """Maven's, which lists the command line and every function."""
    modules = [LOCAL, *sorted(path.parent.relative_to(root).as_posix() for path in root.glob("functions/*/pom.xml"))]
    goals = ["-Dcandor.line", "compile", "cyclonedx:makeBom", "-pl", ",".join(modules), "-am"]
    return ["mvn", "-q", "-B", "-ntp", *goals]


def files(root):
    """The lists that are there, by what each is of: local, or a function."""
    found = {"local": root / LOCAL / BOM}
    found.update({path.parent.name: path.parent / BOM for path in sorted(root.glob("functions/*/pom.xml"))})
    return {name: path for name, path in found.items() if path.is_file()}


def third_parties(file):
    """SHA-256 by coordinates, of each component that is not ours."""
    found = {}
    for component in json.loads(file.read_text(encoding="utf-8"))["components"]:
        if component["group"] != OURS:
            hashes = {entry["alg"]: entry["content"] for entry in component.get("hashes", [])}
            found[f"{component['group']}:{component['name']}:{component['version']}"] = hashes.get("SHA-256")
    return found


def wrong_in(file, entries, jars):
    """How a list differs from the jars that are shipped, in words.

    entries: of the lock file, by jar. jars: the names of those that are shipped.
    """
    listed = third_parties(file)
    shipped = {entries[jar].coordinates: entries[jar].sha256 for jar in jars if jar in entries}
    yield from (f"{jar} is not in the lock file" for jar in sorted(set(jars) - entries.keys()))
    yield from (f"{name} is shipped and not listed" for name in sorted(shipped.keys() - listed.keys()))
    yield from (f"{name} is listed and not shipped" for name in sorted(listed.keys() - shipped.keys()))
    for name in sorted(shipped.keys() & listed.keys()):
        if shipped[name] != listed[name]:
            yield f"{name} is listed with the SHA-256 {listed[name]}, and shipped with {shipped[name]}"
