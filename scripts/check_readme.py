#!/usr/bin/env python3
"""Runs every block of README.md and docs/lstm.md, and compares what it prints. The argument is the folder of `th`.

A ```lua block begins with `-- NAME.lua` and becomes that file; a ```swift block becomes the program of a package that
depends on this one. In a ```console block a line `$ COMMAND` is run and the lines after it must be what it prints, line
by line; `…` stands for any number of lines, and `‹N›` for any number. Lines `th> …` go to a prompt. `scripts/test.sh` in a
block is the run that this check is part of."""
import os, re, shutil, subprocess, sys, tempfile
from pathlib import Path

top, th = Path(__file__).resolve().parent.parent, Path(sys.argv[1]).resolve()
full = "--full" in sys.argv  # also what trains or builds
work, bad = Path(tempfile.mkdtemp()), []
environment = {**os.environ, "PATH": f"{th}:{os.environ['PATH']}"}


def matches(expected, got):
    """Line by line, `…` for any lines and `‹N›` for any number."""
    pieces = ["(?:.*\n)*?" if line == "…\n" else re.sub("‹N›", r"-?[0-9.]+", re.escape(line)) for line in expected]
    return re.fullmatch("".join(pieces), got)


def run(command, expected, text=None):
    if command.startswith("scripts/test.sh"):
        return
    slow = command.startswith(("scripts/run.sh", "swift run"))
    if slow and not full:
        return
    folder = work / "package" if command.startswith("swift run") else work
    command = re.sub(r"^scripts/", f"{top}/scripts/", command)
    # With the examples, where this package has been built for others.
    command = re.sub(r"^swift run", f"swift run --scratch-path {top}/Examples/.build", command)
    done = subprocess.run(command, shell=True, cwd=folder, env=environment, input=text, capture_output=True, text=True)
    got = re.sub(r"[ \t]+$", "", done.stdout, flags=re.M)
    if not matches(expected, got):
        bad.append(f"{page}: $ {command}\nexpected:\n{''.join(expected)}got:\n{got}{done.stderr}")


def prompt(lines):
    """A session with the prompt: what is typed stands after `th> `."""
    typed = "".join(line[4:] for line in lines if line.startswith("th> "))
    run("th -i", [line for line in lines if not line.startswith("th> ")], typed)


def blocks():
    """The blocks of each page, and the page; a page's files are there for those after it."""
    for page in ["README.md", "docs/lstm.md"]:
        for kind, text in re.findall(r"^```(\w+)\n(.*?)^```$", (top / page).read_text(), re.M | re.S):
            yield page, kind, text


for page, kind, text in blocks():
    lines = text.splitlines(keepends=True)
    if kind == "lua":
        (work / re.match(r"-- (\S+\.lua)", text).group(1)).write_text(text)
    elif kind == "swift":
        package = work / "package"
        (package / "Sources/digits").mkdir(parents=True)
        (package / "Sources/digits/Digits.swift").write_text(text)
        (package / "Package.swift").write_text(
            f"""// swift-tools-version: 6.2
import PackageDescription
let package = Package(name: "digits", dependencies: [.package(name: "Sconce", path: "{top}")], targets: [
  .executableTarget(name: "digits", dependencies: [.product(name: "Sconce", package: "Sconce")])])
""")
    elif kind == "console" and lines[0] == "$ th\n":
        prompt(lines[1:])
    elif kind == "console":
        starts = [i for i, line in enumerate(lines) if line.startswith("$ ")] + [len(lines)]
        for i, j in zip(starts, starts[1:]):
            run(lines[i][2:].rstrip("\n"), lines[i + 1:j])
    else:
        bad.append(f"{page}: a block of {kind}, which nothing runs")
shutil.rmtree(work)
sys.exit("\n".join(bad) or None)
