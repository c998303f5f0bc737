"""Builds the conda package with rattler-build, offline, and runs the tests that the package has in it."""

import argparse
import io
import json
import os
import pathlib
import tarfile
import tempfile
import time
import warnings
import zipfile

import zstandard
from rattler_build import cli_api

PROGRAMS = ("condarc-tool", "keyring-tool")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("stage", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    for name in ("name", "version", "summary", "license", "license-text"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    # `build_recipes` is marked as old; what is new cannot be told to run no network.
    warnings.simplefilter("ignore", DeprecationWarning)
    with tempfile.TemporaryDirectory() as scratch:
        work = pathlib.Path(scratch)
        channel = empty_channel(work)
        package = build(options, work, channel)
        result = options.out / package.name
        rewrite(package, result, int(os.environ["SOURCE_DATE_EPOCH"]))
        cli_api.test_package(result, channel=[channel])


def empty_channel(work: pathlib.Path) -> str:
    """The programs need nothing, so a channel without packages is all that there is to solve with."""
    channel = work / "channel"
    for subdir in ("noarch", "linux-64", "linux-aarch64"):
        (channel / subdir).mkdir(parents=True)
        (channel / subdir / "repodata.json").write_text(json.dumps({"info": {"subdir": subdir}, "packages": {}}))
    return channel.as_uri()


def build(options: argparse.Namespace, work: pathlib.Path, channel: str) -> pathlib.Path:
    (work / "LICENSE").write_text(options.license_text + "\n")
    (work / "recipe.yaml").write_text(json.dumps(recipe(options)))
    cli_api.build_recipes(
        [work / "recipe.yaml"], channel=[channel], output_dir=work / "result", no_build_id=True,
        no_include_recipe=True, package_format="conda", test="skip")
    (package,) = (work / "result").rglob(f"{options.name}-*.conda")
    return package


def recipe(options: argparse.Namespace) -> dict:
    return {
        "schema_version": 1,
        "package": {"name": options.name, "version": options.version},
        "source": {"path": str(options.stage.resolve())},
        "build": {
            "number": 0,
            "string": "0",
            "script": ["mkdir -p $PREFIX", "cp -R bin share $PREFIX/"],
            # Static programs hold no paths to be relocated.
            "dynamic_linking": {"binary_relocation": False},
            "prefix_detection": {"ignore": True},
        },
        "tests": [
            {"script": [f"{program} --version" for program in PROGRAMS]},
            {"script": ["test \"$(printf 'channels: [a]\\n' | condarc-tool append channels b --file -)\" = 'channels: [a, b]'"]},
        ],
        "about": {
            "summary": options.summary,
            "license": options.license,
            "license_file": str("LICENSE"),
            "description": options.license_text,
        },
    }


def rewrite(package: pathlib.Path, result: pathlib.Path, moment: int) -> None:
    """Copies a package with one time everywhere: rattler-build stamps the hour of the build on it."""
    # A zip has no times before 1980.
    date = time.gmtime(max(moment, 315532800))[:6]
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "metadata.json", not name.startswith("pkg-"))):
            content = old.read(name)
            if name.endswith(".tar.zst"):
                content = rewritten(content, moment)
            new.writestr(zipfile.ZipInfo(name, date), content)


def rewritten(archive: bytes, moment: int) -> bytes:
    plain = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(archive)).read()
    output = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(plain)) as old, tarfile.open(
        fileobj=output, mode="w", format=tarfile.USTAR_FORMAT
    ) as new:
        for entry in sorted(old.getmembers(), key=lambda entry: entry.name):
            content = old.extractfile(entry).read() if entry.isfile() else b""
            if entry.name == "info/index.json":
                index = json.loads(content) | {"timestamp": moment * 1000}
                content = json.dumps(index, indent=2, sort_keys=True).encode()
            if entry.name == "info/about.json":
                # The channel was a directory of this machine.
                about = {key: value for key, value in json.loads(content).items() if key != "channels"}
                content = json.dumps(about, indent=2, sort_keys=True).encode()
            entry.size, entry.mtime = len(content), moment
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = ""
            new.addfile(entry, io.BytesIO(content))
    # One thread: several cut the text differently.
    return zstandard.ZstdCompressor(level=12, threads=0).compress(output.getvalue())


if __name__ == "__main__":
    main()
