"""The same edit by other programs, to ours: installed into .build/peers from PyPI, or found on the machine."""

import shutil
import subprocess
import sys

from bench import SMALL, TOP

PACKAGES = ["yaml-edit", "ruamel.yaml", "PyYAML", "yq", "yamllint", "check-jsonschema"]

# Each gets a file, an edit and its word: append or remove a channel, or set channel_priority.
RUAMEL = """\
import sys
from ruamel.yaml import YAML
yaml = YAML()
yaml.preserve_quotes = True
path, edit, word = sys.argv[1:]
with open(path) as file: content = yaml.load(file)
if edit == "append": content["channels"].append(word)
elif edit == "remove": content["channels"].remove(word)
else: content["channel_priority"] = word
with open(path, "w") as file: yaml.dump(content, file)
"""

PYYAML = """\
import sys, yaml
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
path, edit, word = sys.argv[1:]
with open(path) as file: content = yaml.load(file, loader)
if edit == "append": content["channels"].append(word)
elif edit == "remove": content["channels"].remove(word)
else: content["channel_priority"] = word
with open(path, "w") as file: yaml.dump(content, file, getattr(yaml, "CSafeDumper", yaml.SafeDumper))
"""

YAML_EDIT = """\
import sys
from yaml_edit import Document
path, edit, word = sys.argv[1:]
with open(path, newline="") as file: document = Document.parse(file.read())
channels = document.get_sequence("channels")
if edit == "append": channels.append(word)
elif edit == "remove": channels.pop(channels.to_python().index(word))
else: document.set("channel_priority", word)
with open(path, "w", newline="") as file: file.write(str(document))
"""

YQ = {
    "append": '.channels += ["{}"]', "remove": '.channels -= ["{}"]', "set": '.channel_priority = "{}"'}


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


def own(program):
    """The command of ours for an edit of a file: called with the edit, the file and, if it is another, its word."""
    words = {"append": ["append", "channels"], "remove": ["remove", "channels"], "set": ["set", "channel_priority"]}
    return lambda edit, file, word=None: [program, *words[edit], word or WORDS[edit], "--file", file]


WORDS = {"append": "nvidia", "remove": "bioconda", "set": "strict"}


def editors(place):
    """By name: the same of each program that is there."""
    python = place / "bin/python"
    has = lambda module: subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0
    script = lambda text: lambda edit, file, word=None: [python, "-c", text, file, edit, word or WORDS[edit]]
    found = {}
    if has("yaml_edit"):
        found["yaml-edit"] = script(YAML_EDIT)
    if has("ruamel.yaml"):
        found["ruamel.yaml"] = script(RUAMEL)
    if has("yaml"):
        found["PyYAML with libyaml"] = script(PYYAML)
    yq = place / "bin/yq"
    if yq.exists() and shutil.which("jq"):
        found["yq"] = lambda edit, file, word=None: [yq, "-i", "-Y", YQ[edit].format(word or WORDS[edit]), file]
    if shutil.which("conda"):
        options = {"append": ["--append", "channels"], "remove": ["--remove", "channels"], "set": ["--set", "channel_priority"]}
        found["conda config"] = lambda edit, file, word=None: [
            "conda", "config", "--file", file, *options[edit], word or WORDS[edit]]
    return found


def measure(bench):
    place = environment()
    source, target = bench.scratch / "peer-source", bench.scratch / "peer-target"
    source.write_text(SMALL)
    ours = ["@copy", source, target, bench.condarc, "append", "channels", "nvidia", "--file", target]
    for name, command in editors(place).items():
        mine, theirs = bench.measure(ours, ["@copy", source, target, *command("append", target)], runs=21)
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
