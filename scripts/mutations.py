#!/usr/bin/env python3
"""Draws operators of kernels and layers and what each becomes: mutations.py SEED prints PATH:LINE:COLUMN:OLD:NEW, in random
order, no file twice running. mutations.py --apply MUTATION changes that one operator below the current folder.

Half of them are of Swift (Sources/KernelBodies, Sources/SconceNN), half of Lua (lua/nn). Only operators between spaces are
drawn: what stands in a comment, in a text or in a type is none."""
import random, re, sys
from itertools import zip_longest
from pathlib import Path

FLIPS = {"+": "-", "-": "+", "*": "/", "/": "*", "<": ">=", ">": "<=", "<=": ">", ">=": "<", "+=": "-=", "-=": "+=",
         "&*": "&+", "&+": "&-", "&-": "&+", "==": "!=", "!=": "==", "&&": "||", "||": "&&", "~=": "==", "and": "or", "or": "and"}
LUA = {**FLIPS, "==": "~="}
# What changes how fast something is and not what it computes cannot be caught by what it computes.
SPEED = re.compile(r"thread|chunk|block|tile|grain|cache|scratch|isContiguous|count / |fatalError|precondition|typealias|reserve|where |stride: ", re.I)


def code(line, comment):
    """The line with its texts and its comment blanked, column for column."""
    line = re.sub(r'"(\\.|[^"\\])*"' + (r"|'(\\.|[^'\\])*'" if comment == "--" else ""), lambda m: "_" * len(m[0]), line)
    at = line.find(comment)
    return line if at < 0 else line[:at]


def sites(folders, suffix, comment, flips):
    operators = "|".join(re.escape(o) for o in sorted(flips, key=len, reverse=True))
    for path in sorted(p for f in folders for p in Path(f).rglob("*" + suffix)):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            text = code(line, comment)
            if SPEED.search(text):
                continue
            for match in re.finditer(rf"(?<= )({operators})(?= )", text):
                yield f"{path}:{number}:{match.start()}:{match[1]}:{flips[match[1]]}"


def drawn(seed):
    pick = random.Random(seed)
    swift = list(sites(["Sources/KernelBodies", "Sources/SconceNN"], ".swift", "//", {k: v for k, v in FLIPS.items() if k not in ("~=", "and", "or")}))
    lua = list(sites(["lua/nn"], ".lua", "--", {k: v for k, v in LUA.items() if not set(k) & set("&|!")}))
    pick.shuffle(swift), pick.shuffle(lua)
    seen = set()
    for mutation in (m for pair in zip_longest(swift, lua) for m in pair if m):
        file = mutation.split(":")[0]
        if file not in seen:
            seen.add(file)
            yield mutation


def apply(mutation):
    path, number, column, old, new = mutation.split(":")
    lines = Path(path).read_text().splitlines(keepends=True)
    line, column = lines[int(number) - 1], int(column)
    assert line[column:column + len(old)] == old, f"{mutation}: there stands {line!r}"
    lines[int(number) - 1] = line[:column] + new + line[column + len(old):]
    Path(path).write_text("".join(lines))
    print(f"  was  {line.strip()}\n  now  {lines[int(number) - 1].strip()}")


if sys.argv[1] == "--apply":
    apply(sys.argv[2])
else:
    print("\n".join(drawn(int(sys.argv[1]))))
