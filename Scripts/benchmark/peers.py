"""The same edit by other programs, to ours: installed into .build/peers from PyPI, or found on the machine."""

import shutil
import subprocess
import sys

from bench import SMALL, TOP

PACKAGES = ["yaml-edit", "ruamel.yaml", "PyYAML", "yq", "yamllint", "check-jsonschema"]

RUAMEL = """\
import sys
from ruamel.yaml import YAML
yaml = YAML()
yaml.preserve_quotes = True
with open(sys.argv[1]) as file: content = yaml.load(file)
content["channels"].append(sys.argv[2])
with open(sys.argv[1], "w") as file: yaml.dump(content, file)
"""

PYYAML = """\
import sys, yaml
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
with open(sys.argv[1]) as file: content = yaml.load(file, loader)
content["channels"].append(sys.argv[2])
with open(sys.argv[1], "w") as file: yaml.dump(content, file, getattr(yaml, "CSafeDumper", yaml.SafeDumper))
"""


def environment():
    """The directory of an environment with those of the packages that can be had."""
    place = TOP / ".build/peers"
    python = place / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", place], check=True, stdout=sys.stderr)
    mark = place / ".tried"
    if not mark.exists():
        for package in PACKAGES:
            done = subprocess.run(
                [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package], stdout=sys.stderr)
            if done.returncode != 0:
                print(f"{package}: cannot be installed", file=sys.stderr)
        mark.write_text("")
    return place


def edits(place, file, item):
    """By name: the command that appends an item to the channels of a file, where the program for it is there."""
    python = place / "bin/python"
    has = lambda module: subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0
    found = {}
    if has("ruamel.yaml"):
        found["ruamel.yaml"] = [python, "-c", RUAMEL, file, item]
    if has("yaml"):
        found["PyYAML with libyaml"] = [python, "-c", PYYAML, file, item]
    if has("yaml_edit"):
        found["yaml-edit"] = [python, "-c", YAML_EDIT, file, item]
    for program in (place / "bin/yq", shutil.which("yq")):
        if program and shutil.which(str(program)) and shutil.which("jq"):
            found["yq"] = [program, "-i", "-Y" if str(program).startswith(str(place)) else "-y", f'.channels += ["{item}"]', file]
            break
    if shutil.which("conda"):
        found["conda config"] = ["conda", "config", "--file", file, "--append", "channels", item]
    return found


YAML_EDIT = """\
import sys
from yaml_edit import Document
with open(sys.argv[1]) as file: document = Document.parse(file.read())
document["channels"].append(sys.argv[2])
with open(sys.argv[1], "w") as file: file.write(str(document))
"""


def measure(bench):
    place = environment()
    source, target = bench.scratch / "peer-source", bench.scratch / "peer-target"
    source.write_text(SMALL)
    ours = ["@copy", source, target, bench.condarc, "append", "channels", "nvidia", "--file", target]
    for name, command in edits(place, target, "nvidia").items():
        mine, theirs = bench.measure(ours, ["@copy", source, target, *command], runs=21)
        if theirs[3] != 0:
            bench.skip(f"append by {name}, to ours", f"it ends with {theirs[3]}")
        else:
            bench.row(f"append by {name}, to ours", None, theirs[0] / mine[0])
    schema = bench.scratch / "schema.json"
    schema.write_bytes(bench.run(bench.condarc, "schema"))
    checks = {
        "yamllint": [place / "bin/yamllint", "-d", "relaxed", source],
        "check-jsonschema": [place / "bin/check-jsonschema", "--schemafile", schema, source]}
    for name, command in checks.items():
        if not command[0].exists():
            bench.skip(f"check by {name}, to ours", "it is not there")
            continue
        mine, theirs = bench.measure([bench.condarc, "check", source], command, runs=11)
        bench.row(f"check by {name}, to ours", None, theirs[0] / mine[0])
