"""Writes the wheel: both programs as scripts, completions, manual pages, and `python -m condarc_toolkit`.

By hand and with nothing but the standard library: a wheel is a zip with a list of what is in it, and so every byte
of it hangs on the arguments alone.
"""

import argparse
import base64
import hashlib
import os
import pathlib
import time
import zipfile

HERE = pathlib.Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("stage", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    for name in ("name", "version", "summary", "license", "license-text", "platform", "readme"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()

    module = options.name.replace("-", "_")
    stem = f"{module}-{options.version}"
    files = {f"{module}/{path.name}": (path.read_bytes(), 0o644) for path in (HERE / module).glob("*.py")}
    for path in sorted(options.stage.rglob("*")):
        if path.is_file():
            place = path.relative_to(options.stage)
            if place.parts[0] == "bin":
                files[f"{stem}.data/scripts/{place.name}"] = (path.read_bytes(), 0o755)
            else:
                files[f"{stem}.data/data/{place}"] = (path.read_bytes(), 0o644)
    info = f"{stem}.dist-info"
    files[f"{info}/licenses/LICENSE"] = (options.license_text.encode() + b"\n", 0o644)
    files[f"{info}/METADATA"] = (metadata(options).encode(), 0o644)
    # One tag a line, although the file's name has them all in one.
    tags = "".join(f"Tag: py3-none-{platform}\n" for platform in options.platform.split("."))
    wheel = f"Wheel-Version: 1.0\nGenerator: {options.name}\nRoot-Is-Purelib: false\n{tags}"
    files[f"{info}/WHEEL"] = (wheel.encode(), 0o644)

    record = f"{info}/RECORD"
    lines = [f"{name},sha256={digest(content)},{len(content)}\n" for name, (content, _) in sorted(files.items())]
    files[record] = ("".join(lines + [f"{record},,\n"]).encode(), 0o644)
    write(options.out / f"{stem}-py3-none-{options.platform}.whl", files, info)


def metadata(options: argparse.Namespace) -> str:
    readme = pathlib.Path(options.readme).read_text(encoding="utf-8")
    return (
        f"Metadata-Version: 2.4\nName: {options.name}\nVersion: {options.version}\nSummary: {options.summary}\n"
        f"License-Expression: {options.license}\nLicense-File: LICENSE\nRequires-Python: >=3.8\n"
        "Keywords: conda,condarc,anaconda,keyring,tokens\nClassifier: Environment :: Console\n"
        "Classifier: Operating System :: POSIX :: Linux\nClassifier: Topic :: System :: Systems Administration\n"
        f"Description-Content-Type: text/markdown\n\n{readme}"
    )


def digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def write(path: pathlib.Path, files: dict, info: str) -> None:
    # A zip has no times before 1980.
    moment = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), 315532800))[:6]
    # What installers read first comes last, as the format recommends.
    order = sorted(files, key=lambda name: (name.startswith(info), name.endswith("/RECORD"), name))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in order:
            content, mode = files[name]
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, or the mode would not count
            entry.external_attr = (0o100000 | mode) << 16
            archive.writestr(entry, content)


if __name__ == "__main__":
    main()
