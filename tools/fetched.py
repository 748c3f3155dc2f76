"""Tools of others, brought once into folders below .tools/ by their pins; for the tools beside this file.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import shutil
import subprocess
import sys


def once(folder, pins, fetch):
    """Fetches the tools of these versions into the folder unless they are there; a broken attempt leaves no mark.

    fetch: python() or node().
    """
    mark = folder / "fetched"
    wanted = "\n".join([*pins, ""])
    if mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return
    print(f"fetching {', '.join(pins)} into {folder} ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    fetch(folder, pins)
    mark.write_text(wanted, encoding="utf-8")


def python(folder, pins):
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run([folder / "bin" / "pip", "install", "-q", "--disable-pip-version-check", *pins], check=True)


def node(folder, pins):
    folder.mkdir(parents=True)
    (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", *pins], cwd=folder, check=True)
